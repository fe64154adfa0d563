// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Theme

/// A button: `look` is primary (one a screen), plain, quiet (no border) or danger.
T.Button {
    id: root

    property string look: "plain"
    property string glyph: ""
    /// As wide as there is room, not only as its words.
    property bool wide: false
    readonly property bool inColumn: root.parent instanceof ColumnLayout

    readonly property bool filled: root.look === "primary"
    readonly property color ink: {
        if (root.filled)
            return Theme.accentInk;
        return root.look === "danger" ? Theme.danger : Theme.accent;
    }
    readonly property color ground: {
        if (root.filled)
            return root.down ? Theme.accentPressed : Theme.accent;
        if (root.down || root.hovered)
            return root.down ? Theme.pressed : Theme.sunken;
        return root.look === "quiet" ? "transparent" : Theme.surface;
    }

    // In a column that is narrower than its words these take more lines.
    Layout.fillWidth: root.inColumn
    Layout.maximumWidth: root.inColumn && !root.wide ? implicitWidth : Infinity
    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: root.look === "quiet" ? Theme.near : Theme.wide
    rightPadding: leftPadding
    topPadding: Theme.tight
    bottomPadding: Theme.tight
    opacity: root.enabled ? 1 : 0.45
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: 0

        Item {
            Layout.fillWidth: true
        }

        Icon {
            Layout.rightMargin: root.text.length > 0 ? Theme.near : 0
            visible: root.glyph.length > 0
            name: root.glyph
            color: root.ink
        }

        AppText {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            visible: root.text.length > 0
            text: root.text
            color: root.ink
            font.weight: root.filled ? Font.DemiBold : Font.Normal
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }

        Item {
            Layout.fillWidth: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.ground
        border.width: root.filled || root.look === "quiet" ? 0 : Theme.border
        border.color: root.look === "danger" ? Theme.danger : Theme.strongLine

        FocusRing {
            control: root
            anchors.fill: parent
        }
    }
}
