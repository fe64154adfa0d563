// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// One figure: its number as the report prints it, what it counts, and the way to its records.
Card {
    id: root

    required property string figureId
    required property string label
    required property string shown
    required property string unit
    required property string definition
    required property string partial
    required property int records
    required property string before
    required property string change

    signal opened
    signal monthsAsked

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    spacing: Theme.near

    AppText {
        Layout.fillWidth: true
        text: root.label
        font.weight: Font.DemiBold
    }

    AppText {
        Layout.fillWidth: true
        text: root.shown + " " + root.unit
        color: Theme.accent
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
    }

    AppText {
        Layout.fillWidth: true
        objectName: "before-" + root.figureId
        visible: root.before.length > 0
        text: qsTr("The year before: %1 %2").arg(root.before).arg(root.unit) + (root.change.length > 0 ? "  ·  " + root.change : "")
        color: Theme.softInk
    }

    AppText {
        Layout.fillWidth: true
        text: root.definition
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    AppText {
        Layout.fillWidth: true
        visible: root.partial.length > 0
        text: qsTr("Not counted yet: %1").arg(root.partial)
        color: Theme.warning
        font.pixelSize: Theme.small
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "records-" + root.figureId
            width: Math.min(implicitWidth, parent.width)
            enabled: root.records > 0
            text: qsTr("Records behind it: %1").arg(root.records)
            Accessible.name: root.label + "：" + text
            onClicked: root.opened()
        }

        AppButton {
            objectName: "months-" + root.figureId
            width: Math.min(implicitWidth, parent.width)
            visible: root.records > 0 || root.before.length > 0
            glyph: "chart"
            text: qsTr("By month")
            Accessible.name: root.label + "：" + text
            onClicked: root.monthsAsked()
        }
    }
}
