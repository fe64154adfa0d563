// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What a reviewer has to know before the lines: which record, what was said of it, what came meanwhile.
ColumnLayout {
    id: root

    required property ReviewLook look
    required property RecordView record
    property string done: ""

    signal settle
    signal opened

    spacing: Theme.gap

    Notice {
        Layout.fillWidth: true
        objectName: "review-done"
        mood: root.look.pins.length > 0 ? "warning" : "good"
        text: root.done
    }

    AppText {
        Layout.fillWidth: true
        objectName: "review-title"
        text: root.record.found ? root.record.title : qsTr("This record is not on this computer.")
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }

    AppText {
        Layout.fillWidth: true
        text: Array.from([root.record.org, root.record.updated]).filter(part => part.length > 0).join("  ·  ")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "review-uncover"
            width: Math.min(implicitWidth, parent.width)
            visible: root.record.hasPersonal
            glyph: "eye"
            text: root.record.uncovered ? qsTr("Cover names and numbers") : qsTr("Show names and numbers")
            onClicked: root.record.uncovered = !root.record.uncovered
        }

        AppButton {
            objectName: "review-open"
            width: Math.min(implicitWidth, parent.width)
            glyph: "list"
            text: qsTr("Files and history")
            onClicked: root.opened()
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "review-conflict"
        mood: "danger"
        text: root.record.conflicts > 0 ? qsTr("Several people wrote here without seeing each other. It can be verified when that is settled. Fields: %1").arg(root.record.conflicts) : ""
        action: qsTr("Settle")
        onPressed: root.settle()
    }

    Notice {
        Layout.fillWidth: true
        objectName: "review-problem"
        mood: "danger"
        text: root.look.problem
    }

    Notice {
        Layout.fillWidth: true
        objectName: "review-moved"
        mood: "warning"
        text: {
            if (!root.look.moved)
                return "";
            return root.look.meanwhile.length > 0 ? qsTr("Somebody wrote here while you looked. See below what changed, then go on.") : qsTr("Somebody has judged or moved this record while you looked.");
        }
        action: qsTr("I have seen it")
        onPressed: root.look.lookAgain()
    }

    ChangeLines {
        Layout.fillWidth: true
        visible: root.look.moved && root.look.meanwhile.length > 0
        look: root.look
        changes: root.look.meanwhile
        name: "meanwhile"
    }

    AppText {
        Layout.fillWidth: true
        objectName: "review-before"
        visible: text.length > 0
        text: root.look.before
        color: Theme.softInk
    }

    Repeater {
        model: root.look.remarks

        Notice {
            required property var modelData
            required property int index

            Layout.fillWidth: true
            objectName: "review-said-" + index
            text: qsTr("%1 asked: %2").arg(modelData.by).arg((modelData.label.length > 0 ? modelData.label + qsTr(": ") : "") + modelData.text)
        }
    }
}
