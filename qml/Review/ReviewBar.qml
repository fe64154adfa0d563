// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The two answers, and the way to the records before and after.
Rectangle {
    id: root

    required property ReviewModel queue
    required property ReviewLook look
    required property int margin
    readonly property int row: {
        root.queue.count;
        return root.queue.rowOf(root.look.recordId);
    }
    readonly property bool wide: root.width > Theme.railFrom

    readonly property string toReturn: root.look.pins.length > 0 ? qsTr("Return (%1)…").arg(root.look.pins.length) : qsTr("Return…")

    signal stepped(int by)
    signal verified
    signal returned

    implicitHeight: grid.implicitHeight + 2 * Theme.near
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.border
        color: Theme.line
    }

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        columns: root.wide ? 5 : 3
        columnSpacing: root.wide ? Theme.gap : Theme.tight
        rowSpacing: Theme.tight

        IconButton {
            objectName: "review-previous"
            glyph: "back"
            idle: root.row <= 0
            text: qsTr("Previous (Ctrl+Up)")
            onClicked: root.stepped(-1)
        }

        IconButton {
            objectName: "review-next"
            glyph: "next"
            idle: root.row >= root.queue.count - 1
            text: qsTr("Next (Ctrl+Down)")
            onClicked: root.stepped(1)
        }

        AppText {
            Layout.fillWidth: true
            objectName: "review-place"
            visible: root.wide
            text: root.row >= 0 ? qsTr("%1 of %2").arg(root.row + 1).arg(root.queue.total) + "  ·  " + qsTr("Ctrl+↑ ↓ previous, next · Ctrl+Enter verify · Ctrl+R return") : ""
            color: Theme.softInk
            font.pixelSize: Theme.small
        }

        AppButton {
            Layout.fillWidth: !root.wide
            objectName: "review-return"
            visible: root.look.mayReturn
            enabled: !root.look.moved
            glyph: root.wide ? "undo" : ""
            text: root.wide ? root.toReturn : root.toReturn.replace("…", "")
            onClicked: root.returned()
        }

        AppButton {
            Layout.fillWidth: !root.wide
            Layout.columnSpan: root.wide ? 1 : 3
            objectName: "review-verify"
            visible: root.look.mayVerify
            enabled: !root.look.moved && root.look.pins.length === 0
            look: "primary"
            glyph: "check"
            text: qsTr("Verify")
            onClicked: root.verified()
        }
    }
}
