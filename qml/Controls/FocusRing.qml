// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// Shows where the keyboard is. Fills the control that has the focus.
Rectangle {
    id: root

    required property Item control

    anchors.fill: root.control
    anchors.margins: -Theme.ring
    visible: root.control.activeFocus
    color: "transparent"
    radius: Theme.radius + Theme.ring
    border.width: Theme.ring
    border.color: Theme.focus
    Accessible.ignored: true
}
