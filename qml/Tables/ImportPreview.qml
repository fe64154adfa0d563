// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// The first records as they will be.
Card {
    id: root

    /// [{title,lines}]
    required property var records

    Heading {
        Layout.fillWidth: true
        text: qsTr("The first records, as they will be")
    }

    Column {
        id: column

        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.records

            Column {
                id: one

                required property var modelData
                required property int index

                width: column.width
                spacing: Theme.tight

                AppText {
                    width: one.width
                    objectName: "preview-" + one.index
                    text: one.modelData.title
                    font.weight: Font.DemiBold
                }

                AppText {
                    width: one.width
                    objectName: "preview-lines-" + one.index
                    text: Array.from(one.modelData.lines).join("\n")
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                }
            }
        }
    }
}
