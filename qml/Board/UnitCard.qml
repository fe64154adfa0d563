// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// One unit: whether it has reported and is visited, its numbers, each the way to its records, and its lock.
Card {
    id: root

    required property string unit
    required property string name
    required property bool below
    required property int records
    required property int submitted
    required property int verified
    required property int returned
    required property string lastDay
    required property string heard
    required property string overdue
    required property var computers
    required property string silent
    required property string lock
    property int index: 0

    signal entered
    signal opened(string state, string label)

    readonly property var numbers: [{
            "state": "",
            "label": qsTr("records"),
            "value": root.records
        }, {
            "state": "submitted",
            "label": qsTr("submitted"),
            "value": root.submitted
        }, {
            "state": "verified",
            "label": qsTr("verified"),
            "value": root.verified
        }, {
            "state": "returned",
            "label": qsTr("returned"),
            "value": root.returned
        }]

    spacing: Theme.near

    GridLayout {
        Layout.fillWidth: true
        columns: root.width > Theme.twoColumnsFrom ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.tight

        AppText {
            Layout.fillWidth: true
            objectName: "unit-name-" + root.index
            text: root.name
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
        }

        AppButton {
            objectName: "enter-" + root.unit
            visible: root.below
            glyph: "next"
            text: qsTr("Its villages")
            Accessible.name: root.name + "：" + text
            onClicked: root.entered()
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "overdue-" + root.unit
        mood: "danger"
        text: root.overdue
    }

    Notice {
        Layout.fillWidth: true
        objectName: "silent-" + root.unit
        mood: root.overdue.length > 0 ? "warning" : "danger"
        text: root.silent
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        Repeater {
            model: root.numbers

            AppButton {
                required property var modelData

                objectName: "number-" + root.unit + "-" + (modelData.state.length > 0 ? modelData.state : "all")
                width: Math.min(implicitWidth, parent.width)
                enabled: modelData.value > 0
                text: modelData.label + " " + modelData.value
                Accessible.name: root.name + "：" + text
                onClicked: root.opened(modelData.state, modelData.label)
            }
        }
    }

    AppText {
        Layout.fillWidth: true
        text: {
            if (root.heard.length === 0)
                return qsTr("Nothing of it ever came here.");
            return qsTr("Last day recorded: %1").arg(root.lastDay.length > 0 ? root.lastDay : "–") + "  ·  " + qsTr("last heard of: %1").arg(root.heard);
        }
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    AppText {
        Layout.fillWidth: true
        objectName: "computers-" + root.unit
        visible: root.computers.length > 0
        text: qsTr("Computers, and when something was last written there: %1").arg(Array.from(root.computers).join(qsTr("; ")))
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    AppText {
        Layout.fillWidth: true
        objectName: "lock-" + root.unit
        visible: root.lock.length > 0
        text: root.lock
        color: Theme.warning
        font.pixelSize: Theme.small
    }
}
