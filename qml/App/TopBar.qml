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
    /// Without a store there is nothing to tell.
    property bool hasStatus: true

    signal back
    signal pressed

    implicitHeight: Theme.touch + Theme.gap
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.border
        color: Theme.line
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root.mayGoBack ? Theme.tight : Theme.wide
        anchors.rightMargin: Theme.near
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
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
        }

        StatusPill {
            objectName: "pill"
            visible: root.hasStatus
            compact: root.width < Theme.twoColumnsFrom
            sync: root.sync
            onClicked: root.pressed()
        }
    }
}
