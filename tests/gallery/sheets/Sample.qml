// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// A control in one state, under the name of the state.
ColumnLayout {
    id: root

    required property string name
    default property alias content: flow.data
    readonly property alias room: flow.width

    Layout.fillWidth: true
    spacing: Theme.tight

    AppText {
        text: root.name
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Flow {
        id: flow

        Layout.fillWidth: true
        spacing: Theme.gap
    }
}
