// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme

/// One place to go to; `upright` with its word below the drawing, as in a bottom bar.
T.Button {
    id: root

    required property string glyph
    property bool upright: false
    property int count: 0
    /// How much smaller than usual the word is written.
    property real fit: 1

    readonly property color ink: root.checked ? Theme.accent : Theme.softInk

    implicitWidth: Theme.touch
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: root.upright ? Theme.hair : Theme.gap
    rightPadding: leftPadding
    topPadding: Theme.tight
    bottomPadding: Theme.tight
    hoverEnabled: true
    Accessible.role: Accessible.PageTab
    Accessible.name: root.text
    Accessible.selected: root.checked
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: GridLayout {
        columns: root.upright ? 1 : 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.hair

        Icon {
            Layout.alignment: root.upright ? Qt.AlignHCenter : Qt.AlignVCenter
            name: root.glyph
            color: root.ink
        }

        AppText {
            Layout.fillWidth: true
            text: root.text
            color: root.checked ? Theme.accent : Theme.ink
            font.pixelSize: root.upright ? Math.floor(Theme.small * root.fit) : Theme.body
            font.weight: root.checked ? Font.DemiBold : Font.Normal
            horizontalAlignment: root.upright ? Text.AlignHCenter : Text.AlignLeft
            elide: Text.ElideRight
            maximumLineCount: root.upright ? 1 : 2
            Accessible.ignored: true
        }

        Rectangle {
            visible: root.count > 0 && !root.upright
            implicitWidth: Math.max(children[0].implicitWidth + Theme.near, implicitHeight)
            implicitHeight: children[0].implicitHeight + Theme.tight
            radius: height / 2
            color: Theme.dangerSoft

            AppText {
                anchors.centerIn: parent
                text: root.count
                color: Theme.danger
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.checked && !root.upright ? Theme.accentSoft : (root.down || root.hovered ? Theme.sunken : "transparent")

        FocusRing {
            control: root
            anchors.fill: parent
        }
    }
}
