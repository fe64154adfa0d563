// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The units of a district and what they have recorded; those first that have not reported.
AppPage {
    id: root

    required property StationSession session
    required property AttentionModel attention
    readonly property alias board: model

    signal behind(string title, var rows)
    signal troublesAsked
    signal locksAsked

    chapter: "board"
    title: qsTr("Units")

    BoardModel {
        id: model

        session: root.session
    }

    ScrollColumn {
        anchors.fill: parent

        AppText {
            Layout.fillWidth: true
            text: qsTr("What the units have recorded in %1").arg(model.year)
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        BoardHead {
            Layout.fillWidth: true
            board: model
            refused: root.attention.total
            onTroublesAsked: root.troublesAsked()
        }

        AppText {
            Layout.fillWidth: true
            objectName: "board-counting"
            visible: model.counting && model.count === 0
            text: qsTr("Counting…")
            color: Theme.softInk
        }

        Notice {
            Layout.fillWidth: true
            objectName: "all-reported"
            mood: "good"
            text: model.onlyOverdue && model.count === 0 && !model.counting ? qsTr("Every unit has reported within %1 days.").arg(model.silentDays) : ""
        }

        Repeater {
            model: model

            UnitCard {
                Layout.fillWidth: true
                onEntered: model.unit = unit
                onOpened: (state, label) => root.behind(name + " · " + label, model.recordsOf(unit, state))
            }
        }

        Heading {
            Layout.fillWidth: true
            text: qsTr("Locked periods")
        }

        AppText {
            Layout.fillWidth: true
            objectName: "how-locks"
            text: model.mayLock ? qsTr("See which months are locked, and lock the months that are reported.") : qsTr("The district locks the months it has reported. Until when a unit is locked stands beside it.")
            color: Theme.softInk
        }

        AppButton {
            objectName: "to-locks"
            visible: model.mayLock
            glyph: "lock"
            text: qsTr("Locked periods")
            onClicked: root.locksAsked()
        }
    }
}
