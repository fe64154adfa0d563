// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls
import Fayi.Theme

/// A short answer that goes away by itself.
Notice {
    id: root

    function show(text: string) {
        root.text = text;
        timer.restart();
    }

    Timer {
        id: timer

        interval: Theme.toastTime
        onTriggered: root.text = ""
    }
}
