// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Whose sheet, of which village, by which rules, of which days.
ColumnLayout {
    id: root

    required property AssessmentModel sheet
    readonly property bool wide: root.width > Theme.twoColumnsFrom

    spacing: Theme.gap

    // No layout: one of Qt 6.4 keeps the room of what it no longer shows.
    Grid {
        id: choices

        readonly property int shown: Array.from([root.sheet.choosesPeople, root.sheet.villages.length > 0, root.sheet.packs.length > 0]).filter(isShown => isShown).length
        readonly property int across: root.wide ? Math.max(1, choices.shown) : 1
        readonly property real part: (choices.width - (choices.across - 1) * choices.columnSpacing) / choices.across

        Layout.fillWidth: true
        columns: choices.across
        columnSpacing: Theme.wide
        rowSpacing: Theme.near

        ChoicePicker {
            width: choices.part
            name: "sheet-person"
            label: qsTr("Advisor")
            visible: root.sheet.choosesPeople
            choices: root.sheet.people
            code: root.sheet.person
            onPicked: code => root.sheet.person = code
        }

        ChoicePicker {
            width: choices.part
            name: "sheet-village"
            label: qsTr("Village")
            choices: root.sheet.villages
            code: root.sheet.village
            onPicked: code => root.sheet.village = code
        }

        ChoicePicker {
            width: choices.part
            name: "sheet-pack"
            label: qsTr("Rules")
            choices: root.sheet.packs
            code: root.sheet.pack
            onPicked: code => root.sheet.pack = code
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        Chip {
            objectName: "sheet-so-far"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("This year so far")
            checked: root.sheet.from === root.sheet.thisYear() + "-01-01" && !root.sheet.to.endsWith("-12-31")
            onClicked: root.sheet.showThisYear()
        }

        Repeater {
            model: 2

            Chip {
                required property int index
                readonly property int year: root.sheet.thisYear() - index - 1

                objectName: "sheet-year-" + index
                width: Math.min(implicitWidth, parent.width)
                text: String(year)
                checked: root.sheet.from === year + "-01-01" && root.sheet.to === year + "-12-31"
                onClicked: root.sheet.showYear(year)
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.near

        FieldEditor {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            name: "sheet-from"
            kind: "date"
            label: qsTr("From")
            value: root.sheet.from
            onEdited: value => root.sheet.from = value
        }

        FieldEditor {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            name: "sheet-to"
            kind: "date"
            label: qsTr("To")
            value: root.sheet.to
            onEdited: value => root.sheet.to = value
        }
    }
}
