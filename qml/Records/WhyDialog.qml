// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// A step that stands in the record with its reason: nothing is done without one.
AppDialog {
    id: root

    /// Begins the names of its parts.
    required property string name
    required property string answer

    signal confirmed(string reason)

    onAboutToShow: why.text = ""
    onOpened: why.forceActiveFocus()

    AppText {
        Layout.fillWidth: true
        Layout.bottomMargin: -Theme.near
        text: why.label
        color: Theme.softInk
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    AppTextArea {
        id: why

        Layout.fillWidth: true
        objectName: root.name + "-reason"
        label: qsTr("Why")
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        AppButton {
            objectName: root.name + "-cancel"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Cancel")
            onClicked: root.close()
        }

        AppButton {
            objectName: root.name + "-confirm"
            width: Math.min(implicitWidth, parent.width)
            look: "danger"
            enabled: why.text.trim().length > 0
            text: root.answer
            onClicked: {
                root.close();
                root.confirmed(why.text);
            }
        }
    }
}
