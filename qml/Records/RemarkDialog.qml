// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Words about a record, or about a field of it.
AppDialog {
    id: root

    /// Begins the names of its parts.
    required property string name
    required property string answer
    required property RecordView record
    property string field: ""
    /// The field of the remark that is answered, and how it is called; empty: of none.
    property string about: ""
    property string aboutLabel: ""

    signal confirmed(string remark, string field)

    onAboutToShow: {
        remark.text = "";
        root.field = root.about;
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
        text: place.label
        color: Theme.softInk
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    OptionPicker {
        id: place

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
            return root.field.length > 0 ? root.aboutLabel : qsTr("the record as a whole");
        }
        onPicked: code => root.field = code
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
            look: "primary"
            enabled: remark.text.trim().length > 0
            text: root.answer
            onClicked: {
                root.confirmed(remark.text, root.field);
                root.close();
            }
        }
    }
}
