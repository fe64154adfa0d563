// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// My PIN on this computer: set, change, remove it; and after how long it locks.
Card {
    id: root

    required property StationSession session
    readonly property alias pins: controller
    property string done: ""

    signal lock

    function clear() {
        for (const field of [before, pin, again])
            field.value = "";
    }

    PinController {
        id: controller

        session: root.session
        onChanged: if (controller.running || controller.problem.length > 0)
            root.done = ""
        onDone: {
            root.clear();
            root.done = root.session.hasPin ? qsTr("The PIN is set.") : qsTr("There is no PIN any more.");
        }
    }

    Heading {
        Layout.fillWidth: true
        text: qsTr("My PIN")
    }

    AppText {
        Layout.fillWidth: true
        text: qsTr("It keeps others who use this computer from working under your name. It stays on this computer and encrypts nothing: whoever can open the data folder can read the records.")
        color: Theme.softInk
    }

    FieldEditor {
        id: before

        Layout.fillWidth: true
        visible: root.session.hasPin
        name: "old-pin"
        kind: "secret"
        label: qsTr("PIN of now")
        onEdited: value => before.value = value
    }

    FieldEditor {
        id: pin

        Layout.fillWidth: true
        name: "new-pin"
        kind: "secret"
        label: qsTr("New PIN")
        hint: qsTr("At least 4 characters; six digits or more are better.")
        onEdited: value => pin.value = value
    }

    FieldEditor {
        id: again

        Layout.fillWidth: true
        name: "pin-again"
        kind: "secret"
        label: qsTr("New PIN once more")
        onEdited: value => again.value = value
    }

    Notice {
        Layout.fillWidth: true
        objectName: "pin-told"
        mood: controller.problem.length > 0 ? "danger" : "good"
        text: controller.problem.length > 0 ? controller.problem : root.done
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "pin-set"
            width: Math.min(implicitWidth, parent.width)
            look: "primary"
            glyph: "lock"
            enabled: !controller.running
            text: controller.running ? qsTr("Checking…") : root.session.hasPin ? qsTr("Change PIN") : qsTr("Set a PIN")
            onClicked: controller.change(before.text, pin.text, again.text)
        }

        AppButton {
            objectName: "pin-remove"
            width: Math.min(implicitWidth, parent.width)
            visible: root.session.hasPin
            enabled: !controller.running
            text: qsTr("Remove PIN")
            onClicked: controller.remove(before.text)
        }

        AppButton {
            objectName: "lock-now"
            width: Math.min(implicitWidth, parent.width)
            visible: root.session.hasPin
            look: "quiet"
            text: qsTr("Lock now")
            onClicked: root.lock()
        }
    }

    FieldEditor {
        Layout.fillWidth: true
        name: "idle"
        kind: "choice"
        label: qsTr("Lock when nobody is at the computer")
        value: root.session.idleMinutes
        choices: Array.from([0, 5, 15, 30]).map(minutes => ({
                        "code": minutes,
                        "label": minutes === 0 ? qsTr("never") : qsTr("after %1 minutes").arg(minutes)
                    }))
        onEdited: value => {
            if (value !== undefined)
                root.session.idleMinutes = value;
        }
    }
}
