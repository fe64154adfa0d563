// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What must be mended, in the reviewer's words.
AppDialog {
    id: root

    required property RecordView record
    property string field: ""

    signal confirmed(string remark, string field)

    title: qsTr("Return this record")
    text: qsTr("Say what must be mended; its author sees it with the record.")
    onAboutToShow: {
        remark.text = "";
        root.field = "";
    }

    AppText {
        Layout.fillWidth: true
        Layout.bottomMargin: -Theme.near
        text: remark.label
        color: Theme.softInk
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    AppTextArea {
        id: remark

        Layout.fillWidth: true
        objectName: "remark"
        label: qsTr("Remark")
    }

    AppText {
        Layout.fillWidth: true
        Layout.bottomMargin: -Theme.near
        text: about.label
        color: Theme.softInk
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    OptionPicker {
        id: about

        Layout.fillWidth: true
        objectName: "remark-field"
        label: qsTr("Field it is about")
        look: words => root.record.fieldsNamed(words)
        code: root.field
        text: {
            const fields = root.record.fieldsNamed("");
            for (let i = 0; i < fields.length; ++i)
                if (fields[i].code === root.field)
                    return fields[i].label;
            return qsTr("the record as a whole");
        }
        onPicked: code => root.field = code
    }

    Flow {
        Layout.fillWidth: true
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
                root.confirmed(remark.text, root.field);
                root.close();
            }
        }
    }
}
