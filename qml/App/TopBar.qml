// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Sync
import Fayi.Theme
import Fayi.Ui

/// Where one is, the way back, and the status pill.
Rectangle {
    id: root

    required property string title
    required property bool mayGoBack
    required property SyncController sync
    required property int troubles
    /// The width there will be; known before the layout has run, so that the height never follows the layout.
    required property real room
    /// Without a store there is nothing to tell.
    property bool hasStatus: true
    /// lock, people, or nothing: how one leaves the computer to others, where the rail does not say it.
    property string door: ""

    signal back
    /// The pill was pressed, with what came of it: at once, and again if it came to nothing.
    signal pressed(string answer)
    signal doorPressed

    /// No room for both beside each other: the pill goes below.
    readonly property bool stacked: root.hasStatus && root.room < pill.implicitWidth + Theme.touch + 5 * Theme.display

    Layout.fillWidth: true
    implicitHeight: Theme.touch + Theme.near + (root.stacked ? pill.height + Theme.tight : 0)
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.border
        color: Theme.line
    }

    RowLayout {
        x: root.mayGoBack ? Theme.tight : Theme.wide
        y: Theme.tight
        width: (root.stacked || !root.hasStatus ? root.width : pill.x) - x - Theme.near
        height: Theme.touch
        spacing: Theme.tight

        IconButton {
            objectName: "back"
            visible: root.mayGoBack
            glyph: "back"
            color: Theme.ink
            text: qsTr("Back")
            onClicked: root.back()
        }

        AppText {
            Layout.fillWidth: true
            objectName: "page-title"
            text: root.title
            font.pixelSize: Theme.heading
            Layout.fillHeight: true
            font.weight: Font.DemiBold
            verticalAlignment: Text.AlignVCenter
            clip: true
            // As many lines of as small a size as the bar has room for.
            fontSizeMode: Text.Fit
            minimumPixelSize: Math.round(font.pixelSize / 2)
            Accessible.role: Accessible.Heading
        }

        IconButton {
            objectName: "door"
            visible: root.door.length > 0
            glyph: root.door
            text: root.door === "lock" ? qsTr("Lock") : qsTr("Switch user")
            onClicked: root.doorPressed()
        }
    }

    StatusPill {
        id: pill

        x: root.stacked ? Theme.near : root.width - width - Theme.near
        y: root.stacked ? Theme.touch + Theme.tight : Theme.tight
        objectName: "pill"
        visible: root.hasStatus
        room: root.room - 2 * Theme.near
        compact: root.room < Theme.twoColumnsFrom
        sync: root.sync
        troubles: root.troubles
        onClicked: root.pressed(pill.press())
        onMissed: words => root.pressed(words)
    }
}
