// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// One line of a sheet: what counts, what it came to, what is still missing, and the way to its records.
Card {
    id: root

    required property string line
    required property string label
    required property string rule
    required property string points
    required property string missing
    required property string evidence
    required property int records
    required property bool isManual
    required property int most
    required property int given
    property bool mayScore: false

    signal opened
    signal scored

    Layout.fillWidth: true
    spacing: Theme.near

    GridLayout {
        Layout.fillWidth: true
        columns: root.width > Theme.twoColumnsFrom ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.tight

        AppText {
            Layout.fillWidth: true
            text: root.line + "  " + root.label
            font.weight: Font.DemiBold
        }

        AppText {
            objectName: "points-" + root.line
            visible: root.most > 0
            text: root.points
            color: Theme.accent
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            Accessible.name: root.label + "：" + root.points
        }
    }

    AppText {
        Layout.fillWidth: true
        visible: root.rule.length > 0
        text: root.rule
        color: Theme.softInk
    }

    Notice {
        Layout.fillWidth: true
        objectName: "missing-" + root.line
        mood: root.isManual ? "calm" : "warning"
        text: root.missing
    }

    AppText {
        Layout.fillWidth: true
        visible: !root.isManual && root.missing.length === 0
        text: qsTr("Nothing is missing.")
        color: Theme.good
    }

    AppText {
        Layout.fillWidth: true
        text: root.evidence
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "evidence-" + root.line
            visible: !root.isManual
            enabled: root.records > 0
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Records behind it: %1").arg(root.records)
            Accessible.name: root.label + "：" + text
            onClicked: root.opened()
        }

        AppButton {
            objectName: "score-" + root.line
            visible: root.isManual && root.mayScore
            width: Math.min(implicitWidth, parent.width)
            glyph: "pencil"
            text: root.given >= 0 ? qsTr("Score again…") : qsTr("Score…")
            Accessible.name: root.label + "：" + text
            onClicked: root.scored()
        }
    }
}
