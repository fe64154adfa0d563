// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Server and one-time code.
Card {
    id: root

    required property StationSession session
    property string stationName: ""

    signal enrolled

    EnrolController {
        id: controller

        session: root.session
        onEnrolled: root.enrolled()
    }

    Heading {
        Layout.fillWidth: true
        text: qsTr("Join a district")
    }

    AppText {
        Layout.fillWidth: true
        text: qsTr("The district gives you its server address and a code that works once.")
        color: Theme.softInk
    }

    FieldEditor {
        id: server

        Layout.fillWidth: true
        name: "server"
        kind: "text"
        label: qsTr("Server address")
        hint: qsTr("for example https://fayi.example.gov.cn")
        value: root.session.server
        onEdited: value => server.value = value
    }

    FieldEditor {
        id: code

        Layout.fillWidth: true
        name: "code"
        kind: "text"
        label: qsTr("One-time code")
        onEdited: value => code.value = value
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
}
