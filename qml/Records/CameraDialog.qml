// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// A camera: look, take, use; page after page with one key. Each photo that is used is saved at once.
AppDialog {
    id: root

    required property CameraController camera
    required property AttachmentsModel files
    /// Which paper of the dossier they are; empty: none of them.
    property string paper: ""
    /// Files of the record before.
    property int before: 0
    readonly property int added: root.files.count - root.before

    function use() {
        root.files.addPhoto(root.camera, root.paper);
        root.goOn();
    }

    function goOn() {
        root.camera.goOn();
        take.forceActiveFocus();
    }

    title: qsTr("Take photos")
    width: Math.min(Theme.viewfinder, (T.Overlay.overlay?.width ?? Theme.viewfinder) - 2 * Theme.gap)
    onOpened: {
        root.before = root.files.count;
        root.camera.start();
    }
    onClosed: root.camera.stop()

    ChoiceChips {
        Layout.fillWidth: true
        visible: root.camera.names.length > 1
        objectName: "camera-choice"
        label: qsTr("Which camera")
        choices: Array.from(root.camera.names).map((name, index) => ({
                        "code": index,
                        "label": name
                    }))
        value: root.camera.chosen
        onPicked: value => {
            if (value !== undefined)
                root.camera.chosen = value;
        }
    }

    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(width * 3 / 4, (T.Overlay.overlay?.height ?? Theme.viewfinder) / 2)
        radius: Theme.radius
        color: Theme.sunken
        border.width: root.camera.held ? Theme.ring : Theme.border
        border.color: root.camera.held ? Theme.accent : Theme.line
        Accessible.role: Accessible.Graphic
        Accessible.name: root.camera.held ? qsTr("The photo that was taken") : qsTr("What the camera sees")

        CameraView {
            anchors.fill: parent
            anchors.margins: Theme.ring
            objectName: "camera-view"
            camera: root.camera
        }

        AppText {
            anchors.centerIn: parent
            visible: root.camera.open && root.camera.blank && root.camera.problem.length === 0
            text: qsTr("One moment…")
            color: Theme.softInk
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "camera-problem"
        mood: "danger"
        text: root.camera.problem
    }

    Notice {
        Layout.fillWidth: true
        objectName: "camera-not-kept"
        mood: "danger"
        text: root.files.problem
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        AppButton {
            id: take

            objectName: "camera-take"
            width: Math.min(implicitWidth, parent.width)
            visible: !root.camera.held
            look: "primary"
            glyph: "camera"
            focus: true
            enabled: root.camera.seeing
            text: qsTr("Take")
            onClicked: {
                root.camera.take();
                keep.forceActiveFocus();
            }
        }

        AppButton {
            id: keep

            objectName: "camera-use"
            width: Math.min(implicitWidth, parent.width)
            visible: root.camera.held
            look: "primary"
            glyph: "check"
            enabled: !root.files.running
            text: root.files.running ? qsTr("At work…") : qsTr("Use it")
            onClicked: root.use()
        }

        AppButton {
            objectName: "camera-again"
            width: Math.min(implicitWidth, parent.width)
            visible: root.camera.held
            text: qsTr("Take again")
            onClicked: root.goOn()
        }

        AppButton {
            objectName: "camera-turn"
            width: Math.min(implicitWidth, parent.width)
            glyph: "turn"
            enabled: root.camera.seeing
            text: qsTr("Turn")
            onClicked: root.camera.turn()
        }

        AppButton {
            objectName: "camera-restart"
            width: Math.min(implicitWidth, parent.width)
            visible: root.camera.problem.length > 0
            text: qsTr("Try again")
            onClicked: root.camera.start()
        }

        AppButton {
            objectName: "camera-close"
            width: Math.min(implicitWidth, parent.width)
            text: root.added > 0 ? qsTr("Done") : qsTr("Cancel")
            onClicked: root.close()
        }
    }

    AppText {
        Layout.fillWidth: true
        objectName: "camera-used"
        visible: root.added > 0
        text: qsTr("Added: %1").arg(root.added)
        color: Theme.softInk
        Accessible.role: Accessible.StaticText
    }
}
