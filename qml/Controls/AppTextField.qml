// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Fayi.Theme

/// One line to write in. `given` is what the model holds; typing never disturbs it by itself.
T.TextField {
    id: root

    /// What it is called, for those who do not see it.
    required property string label
    property string given: ""
    property string suffix: ""
    property bool faulty: false

    implicitWidth: Theme.popup
    implicitHeight: Math.max(Theme.touch, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap
    rightPadding: Theme.gap + (unit.visible ? unit.implicitWidth + Theme.near : 0)
    topPadding: Theme.near
    bottomPadding: Theme.near
    verticalAlignment: TextInput.AlignVCenter
    // Letters that are being chosen are drawn as they are, in a secret too: there they are not seen.
    color: root.echoMode !== TextInput.Normal && root.preeditText.length > 0 ? "transparent" : Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    selectByMouse: true
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    placeholderTextColor: Theme.softInk
    Accessible.role: Accessible.EditableText
    Accessible.name: root.label
    Keys.onPressed: event => event.accepted = Composing.takes(root, event) || (event.matches(StandardKey.Undo) && !root.canUndo && Steps.undo(root))
    onGivenChanged: if (root.text !== root.given)
        root.text = root.given
    Component.onCompleted: if (root.given.length > 0)
        root.text = root.given

    AppText {
        anchors.fill: parent
        anchors.leftMargin: root.leftPadding
        anchors.rightMargin: root.rightPadding
        visible: root.length === 0 && root.preeditText.length === 0
        text: root.placeholderText
        color: Theme.softInk
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        // Large letters of a hint that a narrow field has no room for.
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.round(font.pixelSize / 2)
        Accessible.ignored: true
    }

    AppText {
        id: unit

        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        visible: root.suffix.length > 0
        text: root.suffix
        color: Theme.softInk
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: root.activeFocus ? Theme.ring : Theme.border
        border.color: root.activeFocus ? Theme.focus : (root.faulty ? Theme.danger : Theme.strongLine)
    }
}
