// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Every record type by its group, and how many records there are.
AppPage {
    id: root

    required property TypesModel types

    signal created(string type)
    signal listed(string type)
    /// A table is to become records.
    signal importAsked

    chapter: "types"
    title: qsTr("All records")

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.near

        AppButton {
            objectName: "types-import"
            glyph: "down"
            text: qsTr("Import a table")
            onClicked: root.importAsked()
        }

        // A layout of Qt 6.4 does not hear of all that grows in it; a column does.
        Column {
            id: lines

            Layout.fillWidth: true
            spacing: Theme.near

            Repeater {
                model: root.types

                Column {
                    id: one

                    required property string name
                    required property string label
                    required property string mark
                    required property string group
                    required property bool first
                    required property bool mayCreate
                    required property double records

                    width: lines.width
                    spacing: Theme.near

                    Heading {
                        width: one.width
                        topPadding: Theme.gap
                        visible: one.first && one.group.length > 0
                        text: one.group
                    }

                    TypeLine {
                        width: one.width
                        name: one.name
                        label: one.label
                        mark: one.mark
                        mayCreate: one.mayCreate
                        records: one.records
                        onCreated: root.created(one.name)
                        onListed: root.listed(one.name)
                    }
                }
            }
        }
    }
}
