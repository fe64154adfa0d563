// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// One figure: its number as the report prints it, what it counts, and the ways to its records and to figures that may
/// count the same.
Card {
    id: root

    required property string figureId
    required property string label
    required property string shown
    required property string unit
    required property string ratio
    required property string definition
    required property string partial
    required property var overlaps
    required property int records
    required property string before
    required property string change

    signal opened
    signal monthsAsked
    signal asked(string figure)

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    spacing: Theme.near
    // Where a way from elsewhere led to.
    border.width: root.activeFocus ? Theme.ring : Theme.border
    border.color: root.activeFocus ? Theme.focus : Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

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
        objectName: "ratio-" + root.figureId
        visible: root.ratio.length > 0
        text: root.ratio
    }

    AppText {
        Layout.fillWidth: true
        objectName: "before-" + root.figureId
        visible: root.before.length > 0
        text: qsTr("The year before: %1").arg(root.before) + (root.change.length > 0 ? "  ·  " + root.change : "")
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

    AppText {
        Layout.fillWidth: true
        visible: links.visible
        text: qsTr("May count the same as these figures; do not add them up:")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    FigureLinks {
        id: links

        Layout.fillWidth: true
        visible: root.overlaps.length > 0
        figures: root.overlaps
        place: root.figureId
        onAsked: figure => root.asked(figure)
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
