// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Everything that goes back with the record, before it goes.
AppDialog {
    id: root

    required property ReviewLook look
    readonly property bool ready: root.look.pins.length > 0 || whole.text.trim().length > 0

    signal confirmed(string remark)

    title: qsTr("Return this record")
    text: root.look.pins.length > 0 ? qsTr("Its author sees these remarks at their fields:") : qsTr("Say what must be mended; its author sees it with the record.")
    onAboutToShow: whole.text = ""
    onOpened: whole.forceActiveFocus()

    // The remarks go while the dialog is closed. A layout of Qt 6.4 that is hidden goes on with items that are gone by
    // then; a column does not.
    Column {
        id: pins

        Layout.fillWidth: true
        visible: root.look.pins.length > 0
        spacing: Theme.near

        Repeater {
            model: root.look.pins

            AppText {
                required property var modelData

                width: pins.width
                text: modelData.label + qsTr(": ") + modelData.text
            }
        }
    }

    AppText {
        Layout.fillWidth: true
        Layout.bottomMargin: -Theme.near
        text: whole.label
        color: Theme.softInk
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    AppTextArea {
        id: whole

        Layout.fillWidth: true
        objectName: "review-remark"
        label: root.look.pins.length > 0 ? qsTr("And of the record as a whole") : qsTr("Remark")
        Keys.onPressed: event => {
            if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers === Qt.ControlModifier && root.ready) {
                event.accepted = true;
                confirm.clicked();
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        AppButton {
            objectName: "review-return-cancel"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Cancel")
            onClicked: root.close()
        }

        AppButton {
            id: confirm

            objectName: "review-return-confirm"
            width: Math.min(implicitWidth, parent.width)
            look: "primary"
            enabled: root.ready
            text: qsTr("Return")
            onClicked: {
                root.close();
                root.confirmed(whole.text);
            }
        }
    }
}
