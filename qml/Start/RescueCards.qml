// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The two ways on from damaged data, and where these are kept afterwards.
ColumnLayout {
    id: root

    required property StationSession session
    readonly property alias rescue: controller
    readonly property bool isDone: controller.kept.length > 0

    spacing: Theme.wide

    RescueController {
        id: controller

        session: root.session
    }

    Notice {
        Layout.fillWidth: true
        objectName: "rescue-problem"
        mood: "danger"
        text: controller.problem.length > 0 ? qsTr("That did not work, and everything is where it was: %1").arg(controller.problem) : ""
    }

    Card {
        Layout.fillWidth: true
        visible: root.isDone
        spacing: Theme.near

        AppText {
            Layout.fillWidth: true
            objectName: "rescue-done"
            text: controller.restored ? qsTr("The backup is restored.") : qsTr("The place is free for new records.")
            font.weight: Font.DemiBold
        }

        AppText {
            Layout.fillWidth: true
            objectName: "rescue-kept"
            text: qsTr("The damaged data are kept in the folder %1. Leave it there until nothing is missed.").arg(controller.kept)
            wrapMode: Text.WrapAnywhere
        }

        AppButton {
            objectName: "rescue-go-on"
            look: "primary"
            text: qsTr("Go on")
            onClicked: controller.goOn()
        }
    }

    Card {
        Layout.fillWidth: true
        visible: !root.isDone
        spacing: Theme.near

        Heading {
            Layout.fillWidth: true
            text: qsTr("With a backup file")
        }

        AppText {
            Layout.fillWidth: true
            text: qsTr("The records come back as they were on the day of the backup. What was sent to the district after it comes back with the next sync.")
            color: Theme.softInk
        }

        AppButton {
            objectName: "rescue-restore"
            look: "primary"
            enabled: !controller.running
            text: controller.running ? qsTr("At work…") : qsTr("Choose the backup file")
            onClicked: backup.open()
        }
    }

    Card {
        Layout.fillWidth: true
        visible: !root.isDone
        spacing: Theme.near

        Heading {
            Layout.fillWidth: true
            text: qsTr("Without a backup")
        }

        AppText {
            Layout.fillWidth: true
            text: qsTr("The damaged data are put beside, and this computer begins anew. Join the district again with a new one-time code: what was sent there comes back by itself.")
            color: Theme.softInk
        }

        AppButton {
            objectName: "rescue-anew"
            enabled: !controller.running
            text: qsTr("Begin anew")
            onClicked: controller.startAnew()
        }
    }

    FileDialog {
        id: backup

        title: qsTr("The backup file")
        fileMode: FileDialog.OpenFile
        nameFilters: [qsTr("All files (*)")]
        onAccepted: controller.restore(backup.selectedFile)
    }
}
