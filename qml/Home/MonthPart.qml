// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// This month: what was written of each kind, each number with its records, and which villages still wait.
Column {
    id: root

    required property MonthModel month

    signal behind(string title, var rows)
    signal visit

    spacing: Theme.gap

    Heading {
        width: root.width
        text: root.month.title
    }

    Flow {
        width: root.width
        spacing: Theme.near
        visible: root.month.count > 0

        Repeater {
            model: root.month

            MonthTile {
                required property string name

                objectName: "month-" + name
                most: root.width
                onClicked: {
                    const rows = root.month.recordsOf(name);
                    if (rows)
                        root.behind(root.month.title + " · " + label, rows);
                }
            }
        }
    }

    AppText {
        width: root.width
        objectName: "month-nothing"
        visible: root.month.known && root.month.count === 0
        text: qsTr("Nothing is on record for this month yet.")
        color: Theme.softInk
    }

    Notice {
        width: root.width
        objectName: "month-waiting"
        text: root.month.waiting > 0 ? qsTr("No visit on record yet: %1").arg(root.month.waitingNames) : ""
        action: qsTr("Log a visit")
        onPressed: root.visit()
    }

    Notice {
        width: root.width
        objectName: "month-visited"
        mood: "good"
        text: root.month.allVisited ? qsTr("Every village has a visit on record this month.") : ""
    }
}
