// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What a record is to be taken for before it is read: void, restricted, maybe entered twice, in a locked period.
Column {
    id: root

    required property RecordView record
    readonly property bool isVoid: Object.keys(root.record.voided).length > 0
    readonly property bool isRestricted: Object.keys(root.record.restricted).length > 0

    signal opened(string recordId)
    signal liftAsked

    /// Who decided it, when and why.
    function decided(what: var): string {
        return qsTr("%1 · %2: %3").arg(what.by).arg(what.when).arg(what.reason);
    }

    spacing: Theme.gap
    visible: root.isVoid || root.isRestricted || warned.count > 0

    Notice {
        width: root.width
        objectName: "void-notice"
        mood: "danger"
        text: root.isVoid ? qsTr("Void: kept, counted nowhere, closed to every change.") + "\n" + root.decided(root.record.voided) : ""
    }

    Notice {
        width: root.width
        objectName: "restricted-notice"
        mood: "warning"
        text: root.isRestricted ? qsTr("Restricted (PIPL article 47): kept and counted; no change, print or export until that is lifted.") + "\n" + root.decided(root.record.restricted) : ""
        action: root.record.mayLift ? qsTr("Lift…") : ""
        onPressed: root.liftAsked()
    }

    Repeater {
        id: warned

        model: root.record.warnings

        Notice {
            required property var modelData
            required property int index

            width: root.width
            objectName: "warning-" + index
            mood: modelData.mood
            text: modelData.text
            action: modelData.record.length > 0 ? qsTr("Open the other one") : ""
            onPressed: root.opened(modelData.record)
        }
    }
}
