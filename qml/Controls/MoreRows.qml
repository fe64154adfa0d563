// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// The end of a list that shows only its beginning: how much more there is, and the way to it.
Flow {
    id: root

    required property int more
    /// What is to be known of the rest before it is seen; mostly empty.
    property string note: ""
    signal clicked

    Layout.margins: visible ? Theme.gap : 0
    visible: root.more > 0
    spacing: Theme.gap

    AppButton {
        id: button

        objectName: root.objectName + "-button"
        width: Math.min(implicitWidth, parent.width)
        look: "quiet"
        glyph: "down"
        text: qsTr("Show more")
        Accessible.name: qsTr("Show more: %1").arg(root.more)
        onClicked: root.clicked()
    }

    AppText {
        width: Math.min(implicitWidth, root.width)
        height: Math.max(implicitHeight, button.height)
        objectName: root.objectName + "-rest"
        text: Array.from([qsTr("%1 more").arg(root.more), root.note]).filter(part => part.length > 0).join(" · ")
        color: root.note.length > 0 ? Theme.warning : Theme.softInk
        verticalAlignment: Text.AlignVCenter
    }
}
