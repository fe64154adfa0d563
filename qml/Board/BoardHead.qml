// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Which units of which year, when one counts as silent, and the board as a file.
ColumnLayout {
    id: root

    required property BoardModel board
    required property int refused

    signal troublesAsked

    spacing: Theme.gap

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        Repeater {
            model: root.board.path

            AppButton {
                required property var modelData
                required property int index

                objectName: "path-" + index
                width: Math.min(implicitWidth, parent.width)
                look: "quiet"
                glyph: index > 0 ? "next" : ""
                text: modelData.label
                Accessible.name: qsTr("Units of %1").arg(modelData.label)
                onClicked: root.board.unit = modelData.code
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        Repeater {
            model: 2

            Chip {
                required property int index
                readonly property int year: root.board.thisYear() - index

                objectName: "board-year-" + index
                width: Math.min(implicitWidth, parent.width)
                text: String(year)
                checked: root.board.year === year
                onClicked: root.board.year = year
            }
        }

        Repeater {
            model: [31, 62, 92]

            Chip {
                required property int modelData

                objectName: "silent-after-" + modelData
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("nothing for %1 days").arg(modelData)
                checked: root.board.silentDays === modelData
                onClicked: root.board.silentDays = modelData
            }
        }

        Chip {
            objectName: "only-overdue"
            width: Math.min(implicitWidth, parent.width)
            enabled: root.board.overdue > 0 || checked
            text: qsTr("Not reported: %1").arg(root.board.overdue)
            checked: root.board.onlyOverdue
            onClicked: root.board.onlyOverdue = !root.board.onlyOverdue
        }

        AppButton {
            objectName: "board-export"
            width: Math.min(implicitWidth, parent.width)
            enabled: root.board.count > 0 && !root.board.counting
            glyph: "down"
            text: qsTr("Save as a table")
            onClicked: root.board.exportTable()
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "board-exported"
        mood: root.board.exportProblem.length > 0 ? "danger" : "good"
        text: root.board.exportProblem.length > 0 ? root.board.exportProblem : root.board.file.length > 0 ? qsTr("Saved: %1").arg(root.board.file) : ""
    }

    Notice {
        Layout.fillWidth: true
        objectName: "board-problem"
        mood: "danger"
        text: root.board.problem
    }

    Notice {
        Layout.fillWidth: true
        objectName: "board-refused"
        mood: "warning"
        text: root.refused > 0 ? qsTr("On this computer needs attention: %1").arg(root.refused) : ""
        action: qsTr("Show")
        onPressed: root.troublesAsked()
    }
}
