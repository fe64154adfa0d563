// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// A sheet of paper on the ground: what belongs together.
Rectangle {
    id: root

    default property alias content: column.data
    property int padding: Theme.wide
    property alias spacing: column.spacing

    implicitWidth: column.implicitWidth + 2 * root.padding
    implicitHeight: column.implicitHeight + 2 * root.padding
    color: Theme.surface
    radius: Theme.radius
    border.width: Theme.border
    border.color: Theme.line

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.padding
        spacing: Theme.gap
    }
}
