// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Theme

/// One record in a list: its title, one further line, its word, what it is to be taken for.
T.ItemDelegate {
    id: root

    required property string title
    property string secondary: ""
    property string word: ""
    /// Beside the word, where it says another thing: void, restricted.
    property string standing: ""
    readonly property string second: root.standing === root.word ? "" : root.standing
    property string glyph: ""
    /// On a card, whose corners are round and whose border stays in sight.
    property bool inCard: false
    /// No line below it.
    property bool last: false
    /// The word beside the title, or below it where there is no room.
    readonly property bool narrow: root.width < Theme.twoColumnsFrom

    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.wide
    rightPadding: Theme.wide
    topPadding: Theme.gap
    bottomPadding: Theme.gap
    hoverEnabled: true
    // A list is one stop of the tabulator, and the arrow leads through its rows; rows without a list are each a stop.
    focusPolicy: root.ListView.view ? Qt.ClickFocus : Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: Array.from([root.title, root.secondary, StateWords.label(root.word), StateWords.label(root.second)]).filter(part => part.length > 0).join("，")
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: GridLayout {
        columns: root.narrow ? 1 : 2
        columnSpacing: Theme.wide
        rowSpacing: Theme.near

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.tight

            AppText {
                Layout.fillWidth: true
                text: root.title
                font.weight: Font.DemiBold
                maximumLineCount: root.narrow ? 6 : 3
                elide: Text.ElideRight
                Accessible.ignored: true
            }

            AppText {
                Layout.fillWidth: true
                visible: root.secondary.length > 0
                text: root.secondary
                color: Theme.softInk
                font.pixelSize: Theme.small
                maximumLineCount: root.narrow ? 6 : 3
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }

        Grid {
            Layout.alignment: Qt.AlignVCenter
            columns: root.narrow || root.second.length === 0 ? 1 : 2  // an empty one would take its spacing
            spacing: Theme.near
            visible: root.word.length + root.second.length > 0

            StateTag {
                word: root.word
                Accessible.ignored: true
            }

            StateTag {
                objectName: "standing"
                word: root.second
                Accessible.ignored: true
            }
        }
    }
    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: root.inCard ? Theme.border : 0
            radius: root.inCard ? Theme.radius : 0
            color: root.down ? Theme.pressed : (root.hovered ? Theme.sunken : "transparent")
        }

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            visible: !root.last
            height: Theme.border
            color: Theme.line
        }

        Rectangle {
            anchors.fill: parent
            visible: root.activeFocus
            radius: root.inCard ? Theme.radius : 0
            color: "transparent"
            border.width: Theme.ring
            border.color: Theme.focus
        }
    }
}
