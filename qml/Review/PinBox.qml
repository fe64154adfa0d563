// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// A remark pinned to one field: a button until there is one to write.
ColumnLayout {
    id: root

    required property ReviewLook look
    required property string field
    required property string label
    property bool open: false

    readonly property string text: {
        root.look.pins;
        return root.look.pinned(root.field);
    }

    spacing: Theme.tight
    onFieldChanged: root.open = false

    AppButton {
        objectName: "pin-" + root.field
        visible: !root.open && root.text.length === 0
        look: "quiet"
        glyph: "pencil"
        text: qsTr("Pin a remark here")
        Accessible.name: qsTr("Pin a remark here: %1").arg(root.label)
        onClicked: {
            root.open = true;
            box.forceActiveFocus();
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: root.open || root.text.length > 0
        spacing: Theme.near

        AppTextArea {
            id: box

            Layout.fillWidth: true
            objectName: "remark-" + root.field
            label: qsTr("Remark: %1").arg(root.label)
            implicitHeight: Math.max(Theme.touch, contentHeight + topPadding + bottomPadding)
            given: root.text
            onWritten: text => root.look.pin(root.field, text)
        }

        IconButton {
            objectName: "unpin-" + root.field
            Layout.alignment: Qt.AlignTop
            glyph: "close"
            text: qsTr("Take the remark off: %1").arg(root.label)
            onClicked: {
                root.look.pin(root.field, "");
                box.text = "";
                root.open = false;
            }
        }
    }
}
