// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What is seldom needed and cannot be taken back with a button. Closed until the person has shown their PIN.
Card {
    id: root

    required property StationSession session
    required property SyncController sync
    required property DangerController danger
    /// closed, asks (for the PIN, or for one to be set), open
    property string stage: "closed"
    readonly property alias pins: controller
    property string told: ""

    signal settingsAsked

    function begin() {
        pin.value = "";
        controller.look(root.session.seat);
        root.stage = "asks";
    }

    function enter() {
        controller.enter(root.session.seat, pin.text);
        pin.value = "";
    }

    function fetchOnceMore() {
        root.told = "";
        if (root.danger.readAnew() && root.sync.syncNow())
            root.told = qsTr("Everything comes once more with the sync that has begun. What you see stays as it is meanwhile.");
    }

    spacing: Theme.near

    PinController {
        id: controller

        session: root.session
        onDone: {
            root.told = "";
            root.danger.look();
            root.stage = "open";
        }
    }

    Heading {
        Layout.fillWidth: true
        text: qsTr("Danger zone")
    }

    AppText {
        Layout.fillWidth: true
        text: qsTr("Begin anew on this computer, or fetch everything from the district once more. It is seldom needed, and opens with your PIN only. Nothing here deletes anything.")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Notice {
        Layout.fillWidth: true
        objectName: "danger-no-pin"
        text: root.stage === "asks" && !root.session.hasPin ? qsTr("You have no PIN yet. Set one in the settings first, under “My PIN”; then come back here.") : ""
    }

    FieldEditor {
        id: pin

        Layout.fillWidth: true
        visible: root.stage === "asks" && root.session.hasPin
        name: "danger-pin"
        kind: "secret"
        label: qsTr("My PIN")
        onEdited: value => pin.value = value
        onAccepted: root.enter()
    }

    Notice {
        Layout.fillWidth: true
        objectName: "danger-problem"
        mood: "danger"
        text: root.stage === "asks" ? controller.problem : root.stage === "open" ? root.danger.problem : ""
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "danger-open"
            width: Math.min(implicitWidth, parent.width)
            visible: root.stage === "closed"
            glyph: "lock"
            text: qsTr("Open…")
            Accessible.name: qsTr("Open the danger zone")
            onClicked: root.begin()
        }

        AppButton {
            objectName: "danger-settings"
            width: Math.min(implicitWidth, parent.width)
            visible: root.stage === "asks" && !root.session.hasPin
            text: qsTr("To the settings")
            onClicked: root.settingsAsked()
        }

        AppButton {
            objectName: "danger-enter"
            width: Math.min(implicitWidth, parent.width)
            visible: pin.visible
            enabled: !controller.running && controller.waitSeconds === 0
            text: controller.running ? qsTr("Checking…") : qsTr("Open")
            onClicked: root.enter()
        }

        AppButton {
            objectName: "danger-close"
            width: Math.min(implicitWidth, parent.width)
            visible: root.stage !== "closed"
            look: "quiet"
            text: qsTr("Close")
            Accessible.name: qsTr("Close the danger zone")
            onClicked: root.stage = "closed"
        }
    }

    Loader {
        Layout.fillWidth: true
        active: root.stage === "open"
        visible: active
        // qmllint disable unqualified
        sourceComponent: DangerChoices {
            session: root.session
            sync: root.sync
            danger: root.danger
            told: root.told
            onFetchAsked: root.fetchOnceMore()
        }
        // qmllint enable unqualified
    }
}
