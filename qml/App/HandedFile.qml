// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// An exchange file that the program was started with. It is shown once, as soon as there is a store that can read it;
/// nothing is read unasked.
QtObject {
    id: root

    property url file

    function take(shell: var) {
        if (!shell.session.ready || String(root.file).length === 0)
            return;
        const file = root.file;
        root.file = "";
        shell.showHanded(file);
    }
}
