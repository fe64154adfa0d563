// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// What a page has and seldom shows, a dialog most of all: made when it is asked for first.
Loader {
    id: root

    /// What was to be made; there from now on.
    function get(): var {
        root.active = true;
        return root.item;
    }

    active: false
    visible: false  // a dialog is none of its page's items: the layout leaves no room
}
