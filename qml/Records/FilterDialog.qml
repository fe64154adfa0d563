// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What a list is narrowed to, and its order. Every choice shows at once in the list behind.
AppDialog {
    id: root

    required property RecordListModel records

    title: qsTr("Filter and sort")

    FieldEditor {
        Layout.fillWidth: true
        name: "filter-period"
        kind: "choice"
        label: qsTr("When it happened")
        value: root.records.period
        choices: [{
                "code": "this-month",
                "label": qsTr("this month")
            }, {
                "code": "this-year",
                "label": qsTr("this year")
            }, {
                "code": "last-year",
                "label": qsTr("last year")
            }]
        onEdited: value => root.records.period = value ?? ""
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.width < Theme.dialog ? 1 : 2
        columnSpacing: Theme.wide
        rowSpacing: Theme.wide

        FilterDay {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            records: root.records
            name: "filter-from"
            label: qsTr("From")
            day: root.records.from
            onPicked: day => root.records.from = day
        }

        FilterDay {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            records: root.records
            name: "filter-to"
            label: qsTr("To")
            day: root.records.to
            isTooEarly: root.records.from.length > 0 && root.records.to.length > 0 && root.records.to < root.records.from
            onPicked: day => root.records.to = day
        }
    }

    FieldEditor {
        Layout.fillWidth: true
        name: "filter-unit"
        kind: "org"
        label: qsTr("Where, with all below it")
        value: root.records.unit
        pickedLabel: root.records.unit.length > 0 ? root.records.unitLabel : qsTr("any")
        look: words => root.records.unitsOf(words)
        onEdited: unit => root.records.unit = unit
    }

    Repeater {
        model: root.records.fields

        FieldEditor {
            required property var modelData
            readonly property var picked: root.records.chosen[modelData.name]

            Layout.fillWidth: true
            name: "filter-" + modelData.name
            kind: "choice"
            label: modelData.label
            value: picked?.code ?? ""
            pickedLabel: picked?.label ?? qsTr("any")
            look: words => root.records.choicesOf(modelData.name, words)
            onEdited: code => root.records.choose(modelData.name, code)
        }
    }

    FieldEditor {
        Layout.fillWidth: true
        name: "filter-order"
        kind: "choice"
        label: qsTr("Order")
        value: root.records.order
        choices: [{
                "code": "-updated",
                "label": qsTr("last changed first")
            }, {
                "code": "-happened_on",
                "label": qsTr("newest date first")
            }, {
                "code": "happened_on",
                "label": qsTr("oldest date first")
            }]
        onEdited: value => {
            if (value)
                root.records.order = value;
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "filter-close"
            width: Math.min(implicitWidth, parent.width)
            look: "primary"
            text: qsTr("Show the list")
            onClicked: root.close()
        }

        AppButton {
            objectName: "filter-reset"
            width: Math.min(implicitWidth, parent.width)
            enabled: root.records.filtered
            text: qsTr("Reset the filters")
            onClicked: root.records.resetFilters()
        }
    }
}
