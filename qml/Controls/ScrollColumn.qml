// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// A column that scrolls, no wider than is good to read. What gets the keyboard comes into sight by itself.
Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property int limit: Theme.column
    property int margin: root.width > Theme.railFrom ? Theme.far : Theme.gap

    /// Moves no further than needed for the item to be seen.
    function reveal(item) {
        sight.reveal(item);
    }

    /// The same once the layout has settled.
    function revealSoon(item) {
        settling.target = item;
    }

    /// A screenful up or down, as far as there is more. False: that key is for something else.
    function turn(key: int): bool {
        const screens = key === Qt.Key_PageDown ? 1 : key === Qt.Key_PageUp ? -1 : 0;
        root.contentY = Math.max(0, Math.min(root.contentHeight - root.height, root.contentY + screens * (root.height - Theme.far)));
        return screens !== 0;
    }

    Component.onCompleted: {
        for (let one = root.parent; one; one = one.parent)
            if (one instanceof AppPage)
                one.column = root;
    }
    Keys.onPressed: event => event.accepted = root.turn(event.key)
    contentWidth: width
    contentHeight: column.height + 2 * root.margin
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    FocusSight {
        id: sight

        view: root
    }

    ColumnLayout {
        id: column

        x: Math.max(root.margin, (root.width - width) / 2)
        y: root.margin
        width: Math.min(root.width - 2 * root.margin, root.limit)
        spacing: Theme.wide
    }

    Timer {
        id: settling

        property Item target: null

        running: settling.target !== null
        interval: 0
        onTriggered: {
            root.reveal(settling.target);
            settling.target = null;
        }
    }

    AppScrollBar {
        id: bar

        parent: root
        x: root.width - width
        height: root.height
        orientation: Qt.Vertical
        size: root.visibleArea.heightRatio
        position: root.visibleArea.yPosition
        onPositionChanged: if (bar.pressed)
            root.contentY = bar.position * root.contentHeight
    }
}
