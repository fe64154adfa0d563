// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// One character that stands for a record type.
Rectangle {
    id: root

    required property string mark

    implicitWidth: Theme.badge
    implicitHeight: Theme.badge
    radius: Theme.radius
    color: Theme.accentSoft
    Accessible.ignored: true

    AppText {
        anchors.centerIn: parent
        text: root.mark
        color: Theme.accent
        font.pixelSize: Theme.mark
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
