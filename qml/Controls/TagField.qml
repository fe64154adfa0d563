// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// Words of one's own, one after the other; each can be taken away again.
ColumnLayout {
    id: root

    required property string label
    property string name: ""
    property var tags: []
    /// Letters of a word that was not entered yet.
    property string pending: ""

    signal changed(var tags)
    signal pended(string letters)

    function add() {
        const word = input.text.trim();
        const tags = Array.from(root.tags ?? []);
        if (word.length > 0 && !tags.includes(word))
            root.changed(tags.concat([word]));
        input.text = "";
        root.pended("");
    }

    spacing: Theme.near

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near
        visible: Array.from(root.tags ?? []).length > 0

        Repeater {
            model: Array.from(root.tags ?? [])

            Chip {
                required property string modelData

                text: modelData
                glyph: "close"
                Accessible.name: qsTr("Remove: %1").arg(modelData)
                onClicked: root.changed(Array.from(root.tags).filter(one => one !== modelData))
            }
        }
    }

    RowLayout {
        spacing: Theme.near

        AppTextField {
            id: input

            Layout.fillWidth: true
            objectName: root.name
            label: root.label
            placeholderText: qsTr("write a word, press Enter")
            given: root.pending
            onTextEdited: root.pended(text)
            onAccepted: root.add()
            onEditingFinished: root.add()
        }

        IconButton {
            objectName: root.name + "-add"
            glyph: "plus"
            text: qsTr("Add: %1").arg(root.label)
            onClicked: root.add()
        }
    }
}
