// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// There are data on this computer and they cannot be opened: what is wrong, what is not lost, and the ways on. None of
/// them writes into these data.
AppPage {
    id: root

    required property StationSession session
    required property Preferences preferences
    readonly property bool isDamaged: root.session.trouble === "damaged"
    readonly property alias cards: rescueCards
    readonly property bool isNewer: root.session.trouble === "newer"

    signal closeAsked

    chapter: "trouble"
    title: root.isNewer ? qsTr("Update needed") : qsTr("Data cannot be opened")

    ScrollColumn {
        anchors.fill: parent

        GridLayout {
            Layout.fillWidth: true
            columns: root.width > Theme.railFrom ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.near

            Heading {
                Layout.fillWidth: true
                objectName: "trouble-what"
                text: {
                    if (rescueCards.isDone)
                        return qsTr("The damaged records are out of the way.");
                    if (root.isDamaged)
                        return qsTr("The records on this computer cannot be read: their file is damaged.");
                    return root.isNewer ? qsTr("This program is older than the records on this computer.") : qsTr("The records on this computer cannot be opened now.");
                }
            }

            LanguageButton {
                preferences: root.preferences
            }
        }

        AppText {
            Layout.fillWidth: true
            visible: !rescueCards.isDone
            text: {
                if (root.isDamaged)
                    return qsTr("That happens when the power fails or a disk grows old. It is nobody's fault.");
                return root.isNewer ? qsTr("A newer version of Fayi wrote them. This one (%1) does not know all that is in them, so it leaves them alone.").arg(Qt.application.version) : qsTr("Perhaps another program is using them, or the folder does not belong to you, or its disk is not there.");
            }
            color: Theme.softInk
        }

        Card {
            Layout.fillWidth: true
            visible: !rescueCards.isDone
            spacing: Theme.near

            Heading {
                Layout.fillWidth: true
                text: qsTr("What is not lost")
            }

            AppText {
                Layout.fillWidth: true
                text: root.isDamaged ? qsTr("What was sent to the district is safe there. The damaged file is kept, whatever you choose below: nothing is deleted, and an expert may save more of it. What was written after the last backup and was not sent yet may be missing afterwards.") : qsTr("Nothing is lost. Nothing in these records was changed.")
            }

            AppText {
                Layout.fillWidth: true
                objectName: "trouble-where"
                text: qsTr("The records are in the folder %1").arg(root.session.folder)
                wrapMode: Text.WrapAnywhere
                color: Theme.softInk
                font.pixelSize: Theme.small
            }

            AppText {
                Layout.fillWidth: true
                objectName: "trouble-why"
                visible: !root.isNewer && text.length > 0
                text: root.session.problem.length > 0 ? qsTr("For whoever helps you: %1").arg(root.session.problem) : ""
                wrapMode: Text.WrapAnywhere
                color: Theme.softInk
                font.pixelSize: Theme.small
            }
        }

        RescueCards {
            id: rescueCards

            Layout.fillWidth: true
            visible: root.isDamaged
            session: root.session
        }

        Card {
            Layout.fillWidth: true
            visible: !root.isDamaged
            spacing: Theme.near

            Heading {
                Layout.fillWidth: true
                text: qsTr("What to do")
            }

            AppText {
                Layout.fillWidth: true
                text: root.isNewer ? qsTr("Close this program. Ask the district for the newest version of Fayi, or take it from where you got this one, and install it over this one. Then open it: all records are there.") : qsTr("Close other windows of Fayi, look whether the disk or the network folder is connected, then try again. If it stays like this, restart the computer, or ask whoever looks after it.")
            }

            AppButton {
                objectName: "trouble-close"
                visible: root.isNewer
                look: "primary"
                text: qsTr("Close the program")
                onClicked: root.closeAsked()
            }

            AppButton {
                objectName: "trouble-again"
                visible: !root.isNewer
                look: "primary"
                text: qsTr("Try again")
                onClicked: root.session.reopen()
            }
        }
    }
}
