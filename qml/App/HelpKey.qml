// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Help

/// F1: the guide, at the chapter of the page that is shown. It lies on top, so that nothing typed below is left.
Item {
    id: root

    required property T.StackView stack
    required property Component help

    function open() {
        if (root.stack.currentItem as HelpPage)
            return;
        root.stack.push(root.help, {
                "at": (root.stack.currentItem as AppPage)?.chapter ?? ""
            });
        root.stack.currentItem.forceActiveFocus();
    }

    Shortcut {
        sequences: ["F1"]
        onActivated: root.open()
    }
}
