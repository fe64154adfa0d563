// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Which report, of which unit, of which days.
ColumnLayout {
    id: root

    required property FiguresModel figures

    spacing: Theme.gap

    Flow {
        Layout.fillWidth: true
        visible: reportChips.count > 1
        spacing: Theme.near

        Repeater {
            id: reportChips

            model: root.figures.reports

            Chip {
                required property var modelData

                objectName: "report-" + modelData.code
                width: Math.min(implicitWidth, root.width)
                text: modelData.label
                checked: root.figures.report === modelData.code
                onClicked: root.figures.report = modelData.code
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        Repeater {
            model: root.figures.periods

            Chip {
                required property var modelData

                objectName: modelData.name
                width: Math.min(implicitWidth, parent.width)
                text: modelData.label
                checked: root.figures.from === modelData.from && root.figures.to === modelData.to
                onClicked: root.figures.show(modelData.from, modelData.to)
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.width > Theme.twoColumnsFrom ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.near

        FieldEditor {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            name: "from"
            kind: "date"
            label: qsTr("From")
            value: root.figures.from
            onEdited: value => root.figures.from = value
        }

        FieldEditor {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            name: "to"
            kind: "date"
            label: qsTr("To")
            value: root.figures.to
            onEdited: value => root.figures.to = value
        }
    }

    FieldEditor {
        Layout.fillWidth: true
        visible: root.figures.severalUnits
        name: "figures-unit"
        kind: "org"
        label: qsTr("Unit, with all below it")
        value: root.figures.unit
        pickedLabel: root.figures.unitLabel
        hint: root.figures.unit.length > 0 ? qsTr("By the unit that a record is filed with.") : ""
        look: words => root.figures.unitOptions(words)
        onEdited: value => root.figures.unit = value ?? ""
    }
}
