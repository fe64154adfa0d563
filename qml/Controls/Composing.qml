// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick

/// Words that are still being chosen with an input method. Most of these take the keys that choose for themselves; from
/// one that does not, they end the choice and do nothing else: no submit, no way back.
QtObject {
    function takes(field: var, event: var): bool {
        if (field.preeditText.length === 0)
            return false;
        switch (event.key) {
        case Qt.Key_Return:
        case Qt.Key_Enter:
            Qt.inputMethod.commit();
            return true;
        case Qt.Key_Escape:
            Qt.inputMethod.reset();
            return true;
        default:
            return false;
        }
    }
}
