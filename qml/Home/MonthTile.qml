// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme

/// A number with what it counts; press it for its records.
T.Button {
    id: root

    required property string label
    required property double records
    /// Of these, how many still have to be submitted.
    required property double open
    /// As wide as it may become; a longer label takes several lines.
    required property real most

    readonly property string rest: root.open > 0 ? qsTr("to be submitted: %1").arg(root.open) : ""

    implicitWidth: Math.max(2 * Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.gap
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: Array.from([root.label + " " + root.records, root.rest]).filter(part => part.length > 0).join("，")
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Column {
        spacing: Theme.hair

        AppText {
            text: root.records
            font.pixelSize: Theme.display
            font.weight: Font.DemiBold
            color: Theme.accent
            Accessible.ignored: true
        }

        AppText {
            text: root.label
            width: Math.min(implicitWidth, root.most - root.leftPadding - root.rightPadding)
            Accessible.ignored: true
        }

        AppText {
            visible: root.rest.length > 0
            text: root.rest
            wrapMode: Text.NoWrap
            color: Theme.warning
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : (root.hovered ? Theme.sunken : Theme.surface)
        border.width: Theme.border
        border.color: Theme.strongLine

        FocusRing {
            control: root
            anchors.fill: parent
        }
    }
}
