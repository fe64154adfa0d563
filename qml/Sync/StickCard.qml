// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Exchange with the district by stick: one sealed file there, one back.
Card {
    id: root

    required property StationSession session
    /// A file to read that somebody opened with this program; empty: none, or it was read.
    property url handed
    readonly property bool asked: String(root.handed).length > 0
    readonly property string handedName: decodeURIComponent(String(root.handed).replace(/^.*\//, ""))

    readonly property StickController stick: StickController {
        session: root.session
    }

    function ask(attachments: bool) {
        target.attachments = attachments;
        target.currentFile = root.stick.suggestedFile();
        target.open();
    }

    spacing: Theme.near

    AppText {
        Layout.fillWidth: true
        text: qsTr("Without a network: write what waits into a file on a stick, take it to the district, and read the answer here. The file is sealed: whoever carries it reads nothing.")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Notice {
        Layout.fillWidth: true
        objectName: "stick-told"
        mood: root.stick.troubled ? "warning" : "good"
        text: root.stick.told
    }

    Notice {
        Layout.fillWidth: true
        objectName: "stick-handed"
        mood: root.session.enrolled ? "calm" : "warning"
        text: {
            if (!root.asked)
                return "";
            return root.session.enrolled ? qsTr("You opened the file “%1”. Read it as the district's answer?").arg(root.handedName) : qsTr("You opened the file “%1”, but this computer has not joined a district. Join first, then open the file again.").arg(root.handedName);
        }
        action: root.asked && root.session.enrolled ? qsTr("Read this file") : ""
        onPressed: {
            const file = root.handed;
            root.handed = "";
            root.stick.read([file]);
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: root.session.enrolled

        AppButton {
            objectName: "stick-write"
            width: Math.min(implicitWidth, parent.width)
            glyph: "up"
            enabled: !root.stick.running
            text: qsTr("Write records")
            onClicked: root.ask(false)
        }

        AppButton {
            objectName: "stick-write-all"
            width: Math.min(implicitWidth, parent.width)
            glyph: "up"
            enabled: !root.stick.running
            text: qsTr("Write records and attachments")
            onClicked: root.ask(true)
        }

        AppButton {
            objectName: "stick-read"
            width: Math.min(implicitWidth, parent.width)
            glyph: "down"
            enabled: !root.stick.running
            text: root.stick.running ? qsTr("At work…") : qsTr("Read the answer")
            onClicked: source.open()
        }
    }

    FileDialog {
        id: target

        property bool attachments: false

        title: qsTr("Where to write")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("Fayi exchange files (*.fayi)")]
        onAccepted: root.stick.write(target.selectedFile, target.attachments)
    }

    FileDialog {
        id: source

        title: qsTr("The answer, or all its parts")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Fayi exchange files (*.fayi)"), qsTr("All files (*)")]
        onAccepted: root.stick.read(source.selectedFiles)
    }
}
