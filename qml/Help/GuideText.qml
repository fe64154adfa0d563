// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Fayi.Theme

/// One chapter of the guide, a paragraph or item of a list at a time, with room between them. The only Markdown of the
/// window: it comes with the program, nobody typed it. (A layout of Qt 6.4 does not always hear of what a repeater takes
/// away; a column does.)
Column {
    id: root

    property string text: ""
    readonly property var blocks: root.text.split(/\n(?:\n|(?=- |\d+\. ))/).filter(block => block.trim().length > 0)

    spacing: Theme.gap

    Repeater {
        model: root.blocks

        Text {
            required property string modelData
            readonly property bool isItem: /^(- |\d+\. )/.test(modelData)

            width: root.width
            leftPadding: isItem ? Theme.wide : 0
            color: Theme.ink
            font.pixelSize: Theme.body
            textFormat: Text.MarkdownText
            wrapMode: Text.Wrap
            // A list of one item has too much room around it; a number would always be 1.
            text: modelData.replace(/^- /, "•  ").replace(/^(\d+)\. /, "$1\\.  ")
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.replace(/\*\*|`|^- /g, "")
        }
    }
}
