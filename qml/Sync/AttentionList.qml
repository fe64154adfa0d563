// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What waits for a person: refused, returned, in conflict.
Card {
    id: root

    required property AttentionModel attention

    signal opened(string recordId)
    signal settle(string recordId)

    padding: 0
    spacing: 0

    AppText {
        Layout.fillWidth: true
        Layout.margins: Theme.wide
        visible: root.attention.count === 0
        text: qsTr("Nothing needs your attention.")
        color: Theme.softInk
    }

    Repeater {
        model: root.attention

        ListDelegate {
            required property string kind
            required property string recordId
            required property string reason
            required property int index

            Layout.fillWidth: true
            objectName: "attention-" + index
            secondary: reason
            word: kind
            onClicked: kind === "conflict" ? root.settle(recordId) : root.opened(recordId)
        }
    }
}
