// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Fayi.Theme

/// Several lines to write in; grows with what is written. `given` is what the model holds.
T.TextArea {
    id: root

    required property string label
    property string given: ""
    property bool faulty: false

    signal written(string text)

    implicitWidth: Theme.popup
    implicitHeight: Math.max(Theme.textArea, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: Theme.gap
    bottomPadding: Theme.gap
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    selectByMouse: true
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    Accessible.role: Accessible.EditableText
    Accessible.name: root.label
    // The tabulator leaves the field, as in every other one.
    Keys.onTabPressed: root.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: root.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onPressed: event => event.accepted = Composing.takes(root, event) || (event.matches(StandardKey.Undo) && !root.canUndo && Steps.undo(root))
    onGivenChanged: if (root.text !== root.given)
        root.text = root.given
    onTextChanged: if (root.text !== root.given)
        root.written(root.text)
    Component.onCompleted: if (root.given.length > 0)
        root.text = root.given

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: root.activeFocus ? Theme.ring : Theme.border
        border.color: root.activeFocus ? Theme.focus : (root.faulty ? Theme.danger : Theme.strongLine)
    }
}
