// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls
import Fayi.Theme

/// A short answer at the foot of the window, which goes away by itself.
Notice {
    id: root

    anchors.bottom: root.parent?.bottom
    anchors.horizontalCenter: root.parent?.horizontalCenter
    anchors.bottomMargin: Theme.touch + Theme.far
    width: Math.min(Theme.dialog, (root.parent?.width ?? Theme.dialog) - 2 * Theme.gap)

    function show(text: string) {
        root.text = text;
        timer.restart();
    }

    objectName: "toast"

    Timer {
        id: timer

        interval: Theme.toastTime
        onTriggered: root.text = ""
    }
}
