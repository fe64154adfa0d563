// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// One record type among many: press it for its records, or the plus for a new one.
Card {
    id: root

    required property string name
    required property string label
    required property string mark
    required property bool mayCreate
    required property double records

    signal created
    signal listed

    padding: 0

    RowLayout {
        Layout.fillWidth: true
        spacing: 0

        ListDelegate {
            Layout.fillWidth: true
            objectName: "list-" + root.name
            inCard: true
            last: true
            title: root.label
            secondary: root.records < 0 ? qsTr("how many records cannot be read") : qsTr("records: %1").arg(root.records)
            onClicked: root.listed()
        }

        IconButton {
            Layout.rightMargin: Theme.near
            objectName: "new-" + root.name
            visible: root.mayCreate
            glyph: "plus"
            text: qsTr("New: %1").arg(root.label)
            onClicked: root.created()
        }
    }
}
