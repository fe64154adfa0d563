// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Another computer's records, or those of this one before it was set up anew, from a backup.
Card {
    id: root

    required property BackupController backup

    Heading {
        Layout.fillWidth: true
        text: qsTr("Go on from a backup")
    }

    AppText {
        Layout.fillWidth: true
        text: qsTr("Puts the records of a backup file onto this computer. Photos and other attachments are not in a backup: they come from the district when they are looked at.")
        color: Theme.softInk
    }

    Notice {
        Layout.fillWidth: true
        objectName: "restore-problem"
        mood: "danger"
        text: root.backup.failed ? root.backup.told : ""
    }

    Flow {
        Layout.fillWidth: true

        AppButton {
            objectName: "restore"
            width: Math.min(implicitWidth, parent.width)
            glyph: "down"
            enabled: !root.backup.running
            text: root.backup.running ? qsTr("At work…") : qsTr("Restore from a backup…")
            onClicked: source.open()
        }
    }

    AppText {
        Layout.fillWidth: true
        objectName: "start-kept"
        visible: root.backup.kept.length > 0
        wrapMode: Text.Wrap
        text: qsTr("Kept here from before:") + "\n" + Array.from(root.backup.kept).join("\n")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    FileDialog {
        id: source

        title: qsTr("The backup")
        fileMode: FileDialog.OpenFile
        nameFilters: [qsTr("Backups (*.db)"), qsTr("All files (*)")]
        onAccepted: root.backup.restore(source.selectedFile)
    }
}
