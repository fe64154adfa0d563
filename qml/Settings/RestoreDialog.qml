// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Before a backup takes the place of the records: what happens, and whether it is really this person who wants it.
AppDialog {
    id: root

    required property StationSession session
    required property BackupController backup
    property url file
    readonly property alias pins: controller
    readonly property string fileName: decodeURIComponent(String(root.file).replace(/^.*\//, ""))

    function ask(file: url) {
        root.file = file;
        pin.value = "";
        root.backup.forget();
        controller.look(root.session.seat);
        root.open();
    }

    function confirm() {
        if (!root.session.hasPin) {
            root.backup.restore(root.file);
            return;
        }
        controller.enter(root.session.seat, pin.text);
        pin.value = "";
    }

    title: qsTr("Put this backup in place of the records here?")
    text: qsTr("The records become as they were when “%1” was written. What is here now is not deleted: it is kept in a folder beside the data folder. What was written since then is only there; what the district already has comes back with the next sync. Everybody signs in anew, with the PIN of then.").arg(root.fileName)

    PinController {
        id: controller

        session: root.session
        onDone: root.backup.restore(root.file)
    }

    FieldEditor {
        id: pin

        Layout.fillWidth: true
        visible: root.session.hasPin
        name: "restore-pin"
        kind: "secret"
        label: qsTr("My PIN")
        onEdited: value => pin.value = value
        onAccepted: root.confirm()
    }

    Notice {
        Layout.fillWidth: true
        objectName: "restore-problem"
        mood: "danger"
        text: controller.problem.length > 0 ? controller.problem : root.backup.failed ? root.backup.told : ""
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "restore-no"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Cancel")
            enabled: !root.backup.running
            onClicked: root.close()
        }

        AppButton {
            objectName: "restore-yes"
            width: Math.min(implicitWidth, parent.width)
            look: "danger"
            enabled: !root.backup.running && !controller.running && controller.waitSeconds === 0
            text: root.backup.running || controller.running ? qsTr("At work…") : qsTr("Restore")
            onClicked: root.confirm()
        }
    }
}
