// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The way to the district, step by step: where it breaks, and what helps.
Card {
    id: root

    required property StationSession session

    readonly property LinkTestModel steps: LinkTestModel {
        session: root.session
    }

    spacing: Theme.near

    AppText {
        Layout.fillWidth: true
        text: qsTr("Tries the name, the connection, encryption, sign-in, the clock and the speed, and says what helps where it breaks. It carries about 64 KB.")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Repeater {
        model: root.steps

        GridLayout {
            id: line

            required property int index
            required property string step
            required property string verdict
            required property string found
            required property string advice

            readonly property bool wide: root.width > Theme.twoColumnsFrom
            readonly property color ink: line.verdict === "failed" ? Theme.danger : (line.verdict === "ok" ? Theme.good : Theme.softInk)

            Layout.fillWidth: true
            objectName: "link-step-" + line.index
            columnSpacing: Theme.near
            rowSpacing: Theme.tight
            Accessible.role: Accessible.ListItem
            Accessible.name: line.step + qsTr(": ") + line.found

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.row: 0
                Layout.column: 0
                name: line.verdict === "failed" ? "close" : (line.verdict === "ok" ? "check" : "next")
                color: line.ink
            }

            AppText {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: line.wide ? root.width * 0.3 : -1
                Layout.fillWidth: !line.wide
                Layout.row: 0
                Layout.column: 1
                text: line.step
            }

            AppText {
                Layout.fillWidth: true
                Layout.row: line.wide ? 0 : 1
                Layout.column: line.wide ? 2 : 1
                visible: line.found.length > 0
                text: line.found
                color: line.ink
            }

            AppText {
                Layout.row: 2
                Layout.column: 1
                Layout.columnSpan: line.wide ? 2 : 1
                Layout.fillWidth: true
                objectName: "link-advice"
                visible: line.advice.length > 0
                text: line.advice
            }
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "link-problem"
        mood: "warning"
        text: root.steps.problem
    }

    AppButton {
        objectName: "link-test"
        glyph: "link"
        enabled: !root.steps.running
        text: root.steps.running ? qsTr("Trying…") : (root.steps.count > 0 ? qsTr("Try again") : qsTr("Check the link"))
        onClicked: root.steps.start()
    }
}
