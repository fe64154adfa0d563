// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// One record type: write a new one, or see those there are.
Card {
    id: root

    required property string name
    required property string label
    required property string mark
    required property bool mayCreate
    required property double records

    signal created
    signal listed

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        MarkBadge {
            mark: root.mark
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.hair

            AppText {
                Layout.fillWidth: true
                text: root.label
                font.weight: Font.DemiBold
            }

            AppText {
                Layout.fillWidth: true
                text: root.records < 0 ? qsTr("how many records cannot be read") : qsTr("records: %1").arg(root.records)
                color: Theme.softInk
                font.pixelSize: Theme.small
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "new-" + root.name
            width: Math.min(implicitWidth, parent.width)
            visible: root.mayCreate
            look: "primary"
            glyph: "plus"
            text: qsTr("New")
            Accessible.name: qsTr("New: %1").arg(root.label)
            onClicked: root.created()
        }

        AppButton {
            objectName: "list-" + root.name
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Show all")
            Accessible.name: qsTr("Show all: %1").arg(root.label)
            onClicked: root.listed()
        }
    }
}
