// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Whether a person sees a thing of the window.
QtObject {
    /// It is all there, or fills what cuts it off, and nothing lies over its middle.
    function isClear(item: Item): bool {
        const seen = seenOf(item);
        return seen.width > 0 && !isCovered(item, seen.x + seen.width / 2, seen.y + seen.height / 2);
    }

    /// What of it lies within all that cuts it off, as the window has it; nothing, where there is room for more.
    function seenOf(item: Item): rect {
        const whole = item.mapToItem(null, 0, 0, item.width, item.height);
        let seen = whole;
        for (let one = item.parent; one; one = one.parent) {
            if (!one.clip && one.parent)
                continue;
            const view = one.mapToItem(null, 0, 0, one.width, one.height);
            const left = Math.max(seen.left, view.left), right = Math.min(seen.right, view.right);
            const top = Math.max(seen.top, view.top), bottom = Math.min(seen.bottom, view.bottom);
            if (right - left < Math.min(whole.width, view.width) - 1 || bottom - top < Math.min(whole.height, view.height) - 1)
                return Qt.rect(0, 0, 0, 0);
            seen = Qt.rect(left, top, right - left, bottom - top);
        }
        return seen;
    }

    /// Something that is painted after it has a colour there.
    function isCovered(item: Item, x: real, y: real): bool {
        for (let one = item; one.parent; one = one.parent) {
            const beside = one.parent.children;
            let isLater = false;
            for (let i = 0; i < beside.length; ++i) {
                if (beside[i] === one)
                    isLater = true;
                else if ((beside[i].z > one.z || isLater && beside[i].z === one.z) && paints(beside[i], x, y))
                    return true;
            }
        }
        return false;
    }

    /// A rectangle of it has a colour there: what has none, and letters, cover nothing.
    function paints(item: Item, x: real, y: real): bool {
        if (!item.visible || item.opacity === 0)
            return false;
        const at = item.mapFromItem(null, x, y);
        const isThere = at.x >= 0 && at.y >= 0 && at.x < item.width && at.y < item.height;
        if (isThere && item instanceof Rectangle && item.color.a > 0)
            return true;
        const parts = item.children;
        for (let i = 0; i < parts.length && (isThere || !item.clip); ++i)
            if (paints(parts[i], x, y))
                return true;
        return false;
    }
}
