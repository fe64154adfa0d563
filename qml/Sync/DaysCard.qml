// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// When something went to the district and came from it, day by day, and when it did not.
Card {
    id: root

    required property SyncDaysModel days

    AppText {
        Layout.fillWidth: true
        visible: root.days.count === 0
        text: root.days.problem.length > 0 ? root.days.problem : qsTr("No sync yet.")
        color: Theme.softInk
    }

    Repeater {
        model: root.days

        ColumnLayout {
            id: line

            required property int index
            required property string day
            required property string tries
            required property string carried
            required property string problem

            Layout.fillWidth: true
            objectName: "sync-day-" + line.index
            spacing: Theme.tight
            Accessible.role: Accessible.ListItem
            Accessible.name: Array.from([line.day, line.tries, line.carried, line.problem]).filter(part => part.length > 0).join(". ")

            AppText {
                Layout.fillWidth: true
                text: line.day + "  ·  " + line.tries
                font.weight: Font.DemiBold
            }

            AppText {
                Layout.fillWidth: true
                text: line.carried
                color: Theme.softInk
                font.pixelSize: Theme.small
            }

            AppText {
                Layout.fillWidth: true
                visible: line.problem.length > 0
                text: qsTr("Last time it did not work: %1").arg(line.problem)
                color: Theme.warning
                font.pixelSize: Theme.small
            }
        }
    }

    AppButton {
        objectName: "sync-days-more"
        visible: root.days.more
        text: qsTr("Earlier days")
        onClicked: root.days.showMore()
    }
}
