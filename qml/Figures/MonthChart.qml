// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Fayi.Controls
import Fayi.Theme

/// Twelve months as bars, each beside its month of the year before. What a bar says stands above it and below it in
/// words; the table beside the chart says all of it.
Item {
    id: root

    /// [{label,now,before,shown,shownBefore}]
    required property var months
    readonly property real most: Math.max(1, ...Array.from(root.months).map(one => Math.max(one.now ?? 0, one.before ?? 0)))
    readonly property int foot: metrics.height + Theme.tight
    readonly property real slot: root.width / Math.max(1, Array.from(root.months).length)

    function heightOf(value: var): real {
        return (value ?? 0) / root.most * (root.height - 2 * root.foot);
    }

    implicitHeight: 3 * Theme.textArea
    Accessible.role: Accessible.Chart
    Accessible.name: Array.from(root.months).map(one => one.label + qsTr(": ") + one.shown).join(qsTr(", "))

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.small
    }

    Rectangle {
        y: root.height - root.foot
        width: root.width
        height: Theme.border
        color: Theme.strongLine
    }

    Repeater {
        model: root.months

        Item {
            id: month

            required property var modelData
            required property int index
            readonly property real bar: root.slot * 0.34

            x: index * root.slot
            width: root.slot
            height: root.height

            Rectangle {
                objectName: "bar-before-" + month.index
                x: root.slot * 0.13
                y: root.height - root.foot - height
                width: month.bar
                height: root.heightOf(month.modelData.before)
                color: "transparent"
                border.width: Theme.border
                border.color: Theme.strongLine
            }

            Rectangle {
                objectName: "bar-" + month.index
                x: root.slot * 0.5
                y: root.height - root.foot - height
                width: month.bar
                height: root.heightOf(month.modelData.now)
                color: Theme.accent
            }

            AppText {
                x: 0
                y: root.height - root.foot - root.heightOf(month.modelData.now) - height - Theme.hair
                width: root.slot
                visible: (month.modelData.now ?? 0) > 0 && implicitWidth <= root.slot * 1.1
                horizontalAlignment: Text.AlignRight
                wrapMode: Text.NoWrap
                text: month.modelData.shown
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }

            AppText {
                y: root.height - height
                width: root.slot
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(font.pixelSize / 2)
                text: month.modelData.label
                color: Theme.softInk
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
