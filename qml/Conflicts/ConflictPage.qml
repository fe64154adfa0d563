// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The open conflicts of one record, one card a field. Works without a network; nothing that is not taken is lost.
AppPage {
    id: root

    required property StationSession session
    /// As it was opened; model.recordId follows when the store goes on under new names.
    required property string recordId
    readonly property alias model: conflicts

    signal opened(string recordId)

    chapter: "conflict"
    title: qsTr("Settle a conflict")

    ConflictModel {
        id: conflicts

        session: root.session
        recordId: root.recordId
    }

    ScrollColumn {
        anchors.fill: parent

        AppText {
            Layout.fillWidth: true
            text: conflicts.title
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        AppText {
            Layout.fillWidth: true
            visible: conflicts.count > 0
            text: qsTr("Several people wrote the same field without seeing each other. Choose what holds; what is not chosen stays in the history.")
            color: Theme.softInk
        }

        Notice {
            Layout.fillWidth: true
            objectName: "conflict-problem"
            mood: "danger"
            text: conflicts.unread ? qsTr("What is to be settled here cannot be shown: %1.").arg(conflicts.problem) : conflicts.problem
        }

        Repeater {
            model: conflicts

            ConflictCard {
                id: card

                Layout.fillWidth: true
                objectName: "conflict-" + field
                look: words => root.model.options(card.field, words)
                naming: code => root.model.labelOf(card.field, code)
                onRevealed: field => conflicts.reveal(field)
                onTake: version => conflicts.take(field, version)
                onWrite: value => conflicts.write(field, value)
            }
        }

        Notice {
            Layout.fillWidth: true
            objectName: "settled"
            mood: "good"
            text: conflicts.count === 0 && !conflicts.unread ? qsTr("Nothing is left to settle here.") : ""
            action: qsTr("To the record")
            onPressed: root.opened(conflicts.recordId)
        }
    }
}
