// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Fayi.Theme

/// A button that shows a drawing alone; `text` is what it is called.
T.Button {
    id: root

    required property string glyph
    property color color: Theme.softInk
    /// There is nothing for it to do now: pale, but it keeps the keyboard.
    property bool idle: false

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    hoverEnabled: true
    opacity: root.idle ? 0.45 : 1
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.glyph
            color: root.color
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : (root.hovered ? Theme.sunken : "transparent")

        FocusRing {
            control: root
            anchors.fill: parent
        }
    }
}
