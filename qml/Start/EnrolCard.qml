// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Server and one-time code: typed, or out of the invitation that the district sent.
Card {
    id: root

    required property StationSession session
    property string stationName: ""
    /// Where an invitation may be dropped.
    property Item landing: root
    readonly property alias invitation: reader
    /// The address that an invitation said; empty: none was read.
    property string invited: ""

    signal enrolled

    /// An invitation that was pasted into a field is taken apart; anything else stays in it.
    function take(field: FieldEditor, value: var) {
        if (!reader.readText(value ?? ""))
            field.value = value;
    }

    EnrolController {
        id: controller

        session: root.session
        onEnrolled: root.enrolled()
    }

    InvitationReader {
        id: reader

        session: root.session
        onRunningChanged: if (reader.running)
            root.invited = ""
        onFound: (address, digits) => {
            server.value = address;
            code.value = digits;
            root.invited = address;
        }
    }

    DropArea {
        Layout.preferredHeight: 0
        parent: root.landing
        anchors.fill: parent
        enabled: !reader.running && !controller.running
        keys: ["text/uri-list"]
        onDropped: drop => {
            if (!drop.hasUrls)
                return;
            reader.readFile(drop.urls[0]);
            drop.accept(Qt.CopyAction);
        }
    }

    Shortcut {
        // The linter of Qt 6.4 does not know this enumeration.
        // qmllint disable unqualified
        sequences: [StandardKey.Paste]
        // qmllint enable unqualified
        enabled: reader.canPaste && !reader.running
        onActivated: reader.paste()
    }

    Heading {
        Layout.fillWidth: true
        text: qsTr("Join a district")
    }

    AppText {
        Layout.fillWidth: true
        text: qsTr("The district gives you its server address and a code that works once, or an invitation with both: a picture with a QR code, or a text. Choose it, drop it here, or paste it.")
        color: Theme.softInk
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "invitation-open"
            width: Math.min(implicitWidth, parent.width)
            enabled: !reader.running
            text: reader.running ? qsTr("Reading…") : qsTr("Open an invitation…")
            onClicked: source.open()
        }

        AppButton {
            objectName: "invitation-paste"
            width: Math.min(implicitWidth, parent.width)
            visible: reader.canPaste
            enabled: !reader.running
            look: "quiet"
            glyph: "paste"
            text: qsTr("Paste")
            Accessible.name: qsTr("Paste an invitation")
            onClicked: reader.paste()
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "invitation-told"
        mood: reader.problem.length > 0 ? "warning" : "good"
        text: {
            if (reader.problem.length > 0)
                return reader.problem;
            return root.invited.length > 0 ? qsTr("Server and code are filled in. Is %1 the address of your district? Then press Join.").arg(root.invited) : "";
        }
    }

    FieldEditor {
        id: server

        Layout.fillWidth: true
        name: "server"
        kind: "text"
        label: qsTr("Server address")
        hint: qsTr("for example https://fayi.example.gov.cn")
        value: root.session.server
        onEdited: value => root.take(server, value)
    }

    FieldEditor {
        id: code

        Layout.fillWidth: true
        name: "code"
        kind: "text"
        label: qsTr("One-time code")
        onEdited: value => root.take(code, value)
    }

    FieldEditor {
        id: certificate

        Layout.fillWidth: true
        name: "certificate"
        kind: "text"
        label: qsTr("Certificate file (only if the district gave you one)")
        onEdited: value => certificate.value = value
    }

    Notice {
        Layout.fillWidth: true
        objectName: "enrol-problem"
        mood: "danger"
        text: controller.problem
    }

    AppButton {
        objectName: "enrol"
        look: "primary"
        enabled: !controller.running
        text: controller.running ? qsTr("Asking the district…") : qsTr("Join")
        onClicked: controller.enrol(server.text, code.text, certificate.text, root.stationName)
    }

    FileDialog {
        id: source

        title: qsTr("The invitation")
        fileMode: FileDialog.OpenFile
        nameFilters: [qsTr("Invitations (*.png *.jpg *.jpeg *.txt)"), qsTr("All files (*)")]
        onAccepted: reader.readFile(source.selectedFile)
    }
}
