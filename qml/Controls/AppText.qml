// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// Letters. Plain text always: what people wrote is never markup.
Text {
    id: root

    color: Theme.ink
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    elide: Text.ElideNone
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
}
