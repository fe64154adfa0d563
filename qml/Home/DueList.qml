// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Ui

/// What laws and local rules want done soon, with the rule.
Card {
    id: root

    required property DueModel due

    signal opened(string recordId)

    padding: 0
    spacing: 0

    Repeater {
        model: root.due

        ListDelegate {
            required property string recordId
            required property string when
            required property int index
            required title
            required word
            required standing

            Layout.fillWidth: true
            objectName: "due-" + index
            inCard: true
            last: index === root.due.count - 1 && root.due.more === 0
            secondary: when
            onClicked: if (recordId.length > 0)
                root.opened(recordId)
        }
    }

    MoreRows {
        Layout.fillWidth: true
        objectName: "due-more"
        more: root.due.more
        note: root.due.moreOverdue > 0 ? qsTr("Overdue among them: %1").arg(root.due.moreOverdue) : ""
        onClicked: root.due.showMore()
    }
}
