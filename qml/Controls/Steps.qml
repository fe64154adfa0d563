// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick

/// Where a text has nothing of its own to take back, the form around it may have.
QtObject {
    /// False: there is no form around it.
    function undo(item: var): bool {
        for (let one = item.parent; one; one = one.parent)
            if (typeof one.undoStep === "function") {
                one.undoStep();
                return true;
            }
        return false;
    }
}
