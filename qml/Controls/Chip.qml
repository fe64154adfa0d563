// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Theme

/// One of several words to choose from; a tick says that it is chosen, not the colour alone.
T.Button {
    id: root

    property string glyph: root.checked ? "check" : ""

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: Theme.tight
    bottomPadding: Theme.tight
    hoverEnabled: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.checked
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: 0

        Item {
            Layout.fillWidth: true
        }

        Icon {
            Layout.rightMargin: Theme.tight
            visible: root.glyph.length > 0
            name: root.glyph
            size: Theme.smallIcon
            color: root.checked ? Theme.accent : Theme.softInk
        }

        AppText {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            text: root.text
            color: root.checked ? Theme.accent : Theme.ink
            Accessible.ignored: true
        }

        Item {
            Layout.fillWidth: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.checked ? Theme.accentSoft : (root.down ? Theme.pressed : (root.hovered ? Theme.sunken : Theme.surface))
        border.width: Theme.border
        border.color: root.checked ? Theme.accent : Theme.strongLine

        FocusRing {
            control: root
            anchors.fill: parent
        }
    }
}
