// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// What every page of the window is: a title, the chapter of the guide that tells of it, and whether something on it would be lost by leaving.
FocusScope {
    id: root

    required property string title
    /// As docs/guide names it.
    property string chapter: ""
    property bool dirty: false
    /// What PageUp and PageDown scroll, wherever on the page the keyboard is; it says so itself.
    property ScrollColumn column: null

    /// Keeps what is unsaved; false: it could not be kept, and the page says why.
    function keep(): bool {
        return true;
    }

    /// What is unsaved is thrown away, and the person knows it.
    function discard() {
    }

    /// The page may go at any moment: what is unsaved is on the disk when this returns, to be taken back later.
    function stow() {
    }

    Accessible.role: Accessible.Pane
    Accessible.name: root.title
    // A page that was just opened has the keyboard itself, as a card has that a link led to: Tab goes on from there, and
    // not at the beginning of the window.
    Keys.onTabPressed: root.Window.activeFocusItem.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: root.Window.activeFocusItem.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onPressed: event => {
        if (!event.accepted && root.column?.turn(event.key))
            event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        z: -1
        color: Theme.ground
    }
}
