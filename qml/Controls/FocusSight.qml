// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// Brings what gets the keyboard into sight, in a view that scrolls up and down.
QtObject {
    id: root

    required property Flickable view
    /// Of what else has the keyboard somebody else takes care.
    property Item within: root.view.contentItem
    readonly property Item focusItem: root.view.Window.activeFocusItem

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

    onFocusItemChanged: if (root.focusItem && root.holds(root.focusItem))
        root.reveal(root.focusItem)
}
