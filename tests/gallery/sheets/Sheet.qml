// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

/// One page of the gallery: samples below one another. `focused` has the keyboard, for only one thing can.
AppPage {
    id: root

    default property alias content: column.content
    property Item focused: null

    Component.onCompleted: if (root.focused)
        root.focused.forceActiveFocus(Qt.TabFocusReason)

    ScrollColumn {
        id: column

        anchors.fill: parent
    }
}
