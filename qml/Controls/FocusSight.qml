// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// Brings what gets the keyboard into sight, in a view that scrolls up and down, and keeps it there while what
/// stands above it grows or shrinks. Who scrolls it out of sight on purpose is left alone.
QtObject {
    id: root

    required property Flickable view
    /// Of what else has the keyboard somebody else takes care.
    property Item within: root.view.contentItem
    readonly property Item focusItem: root.view.Window.activeFocusItem
    /// Only what the tabulator led to: below a mouse nothing moves by itself.
    readonly property var control: root.focusItem
    readonly property bool byTab: [Qt.TabFocusReason, Qt.BacktabFocusReason].includes(root.control?.focusReason)
    property bool isSeen

    /// Moves no further than needed for the item to be seen.
    function reveal(item: Item) {
        const at = item.mapToItem(root.view.contentItem, 0, 0).y;
        const above = at - Theme.far * 2;
        const below = at + item.height + Theme.far;
        if (above < root.view.contentY)
            root.view.contentY = Math.max(root.view.originY, above);
        else if (below > root.view.contentY + root.view.height)
            root.view.contentY = Math.max(root.view.originY, Math.min(above, below - root.view.height, root.view.originY + root.view.contentHeight - root.view.height));
    }

    function holds(item: Item): bool {
        for (let one = item; one; one = one.parent)
            if (one === root.within)
                return true;
        return false;
    }

    /// Whether all of what has the keyboard, or its top where it is taller than the view, is in sight.
    function looksSeen(): bool {
        if (!root.focusItem || !root.holds(root.focusItem))
            return false;
        const top = root.focusItem.mapToItem(root.view.contentItem, 0, 0).y - root.view.contentY;
        return top >= 0 && top + Math.min(root.focusItem.height, root.view.height) <= root.view.height;
    }

    onFocusItemChanged: {
        root.isSeen = root.focusItem !== null && root.holds(root.focusItem);
        if (root.isSeen)
            root.reveal(root.focusItem);
    }

    readonly property Timer moved: Timer {
        id: moved

        interval: 0
        onTriggered: if (root.isSeen && !root.looksSeen())
            root.reveal(root.focusItem)
    }
    readonly property Connections moving: Connections {
        target: root.view

        function onContentYChanged() {
            root.isSeen = root.looksSeen();
        }
        function onContentHeightChanged() {
            if (root.isSeen && root.byTab)
                moved.restart();
        }
    }
}
