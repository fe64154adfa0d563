// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Fayi.Theme

/// Says how much there is, and where one stands.
T.ScrollBar {
    id: root

    implicitWidth: Theme.scrollBar
    implicitHeight: Theme.scrollBar
    padding: Theme.border
    minimumSize: 0.05
    Accessible.ignored: true

    contentItem: Rectangle {
        visible: root.size < 1
        radius: Theme.scrollBar
        color: root.pressed ? Theme.softInk : Theme.strongLine
        opacity: 0.6
    }
}
