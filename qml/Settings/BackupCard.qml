// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// All records in one file, and back from one.
Card {
    id: root

    required property StationSession session
    required property BackupController backup
    readonly property alias restoring: restoring

    Component.onCompleted: root.backup.forget()

    Heading {
        Layout.fillWidth: true
        text: qsTr("Backup")
    }

    AppText {
        Layout.fillWidth: true
        text: qsTr("All records of this computer in one file, best on a stick or another disk. Photos and other attachments are not in it: those that the district has come back from there, the others lie in the data folder alone. The file is not encrypted: whoever has it can read the records.")
        color: Theme.softInk
    }

    AppText {
        Layout.fillWidth: true
        objectName: "backup-last"
        text: root.backup.lastMade.length > 0 ? qsTr("Last backup made here: %1").arg(root.backup.lastMade) : qsTr("No backup was made here yet.")
    }

    Notice {
        Layout.fillWidth: true
        objectName: "backup-told"
        mood: root.backup.failed ? "danger" : "good"
        text: root.backup.told
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "backup"
            width: Math.min(implicitWidth, parent.width)
            glyph: "up"
            enabled: !root.backup.running
            text: root.backup.running ? qsTr("At work…") : qsTr("Back up…")
            onClicked: {
                target.currentFile = root.backup.suggestedFile();
                target.open();
            }
        }

        AppButton {
            objectName: "restore"
            width: Math.min(implicitWidth, parent.width)
            look: "quiet"
            glyph: "down"
            enabled: !root.backup.running
            text: qsTr("Restore from a backup…")
            onClicked: source.open()
        }
    }

    AppText {
        Layout.fillWidth: true
        objectName: "backup-kept"
        visible: root.backup.kept.length > 0
        wrapMode: Text.Wrap
        text: qsTr("Kept here from before:") + "\n" + Array.from(root.backup.kept).join("\n")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    FileDialog {
        id: target

        title: qsTr("Where to write the backup")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("Backups (*.db)")]
        onAccepted: root.backup.write(target.selectedFile)
    }

    FileDialog {
        id: source

        title: qsTr("The backup")
        fileMode: FileDialog.OpenFile
        nameFilters: [qsTr("Backups (*.db)"), qsTr("All files (*)")]
        onAccepted: restoring.ask(source.selectedFile)
    }

    RestoreDialog {
        id: restoring

        session: root.session
        backup: root.backup
    }
}
