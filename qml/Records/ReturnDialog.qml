// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// What must be mended, in the reviewer's words.
AppDialog {
    id: root

    signal confirmed(string remark)

    title: qsTr("Return this record")
    text: qsTr("Say what must be mended; its author sees it with the record.")
    onAboutToShow: remark.text = ""

    AppTextArea {
        id: remark

        Layout.fillWidth: true
        objectName: "remark"
        label: qsTr("Remark")
    }

    RowLayout {
        Layout.alignment: Qt.AlignRight
        spacing: Theme.gap

        AppButton {
            objectName: "return-cancel"
            text: qsTr("Cancel")
            onClicked: root.close()
        }

        AppButton {
            objectName: "return-confirm"
            look: "primary"
            enabled: remark.text.trim().length > 0
            text: qsTr("Return")
            onClicked: {
                root.confirmed(remark.text);
                root.close();
            }
        }
    }
}
