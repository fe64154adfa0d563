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

    /// No room for both beside each other: the pill goes below.
    readonly property bool stacked: root.hasStatus && root.width < pill.implicitWidth + Theme.touch + 5 * Theme.display

    implicitHeight: grid.implicitHeight + Theme.near
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.border
        color: Theme.line
    }

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: root.mayGoBack ? Theme.tight : Theme.wide
        anchors.rightMargin: Theme.near
        columnSpacing: Theme.tight
        rowSpacing: 0

        IconButton {
            Layout.row: 0
            Layout.column: 0
            objectName: "back"
            visible: root.mayGoBack
            glyph: "back"
            color: Theme.ink
            text: qsTr("Back")
            onClicked: root.back()
        }

        AppText {
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.touch
            objectName: "page-title"
            text: root.title
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
            Accessible.role: Accessible.Heading
        }

        StatusPill {
            id: pill

            Layout.row: root.stacked ? 1 : 0
            Layout.column: root.stacked ? 0 : 2
            Layout.columnSpan: root.stacked ? 3 : 1
            Layout.alignment: root.stacked ? Qt.AlignLeft : Qt.AlignRight
            objectName: "pill"
            visible: root.hasStatus
            compact: root.width < Theme.twoColumnsFrom
            sync: root.sync
            onClicked: root.pressed()
        }
    }
}
