// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// What the advisor objects to, as they said it.
AppDialog {
    id: root

    signal confirmed(string words)

    title: qsTr("The advisor objects")
    text: qsTr("Write down what the advisor says, in their words. The appraisal can then be worked out again; its history keeps both.")
    onAboutToShow: words.text = ""
    onOpened: words.forceActiveFocus()

    AppTextArea {
        id: words

        Layout.fillWidth: true
        objectName: "appeal-words"
        label: qsTr("Appeal")
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        AppButton {
            objectName: "appeal-cancel"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Cancel")
            onClicked: root.close()
        }

        AppButton {
            objectName: "appeal-confirm"
            width: Math.min(implicitWidth, parent.width)
            look: "primary"
            enabled: words.text.trim().length > 0
            text: qsTr("Write it down")
            onClicked: {
                root.close();
                root.confirmed(words.text);
            }
        }
    }
}
