// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What was remarked and is open: first what a return asks to mend, each remark with the way to its field. Where nothing
/// is open, what was said before, until the record is verified; after that it stands in its tab alone.
ColumnLayout {
    id: root

    required property RecordView record
    readonly property var asked: Array.from(root.record.remarks).filter(one => one.asked)
    readonly property var open: root.asked.concat(Array.from(root.record.remarks).filter(one => one.open && !one.asked))
    readonly property bool holds: root.record.verified.length > 0 && !root.record.changedSinceVerified

    signal mend(string path)

    spacing: Theme.near
    visible: said.count > 0

    Heading {
        Layout.fillWidth: true
        objectName: "to-mend"
        visible: root.asked.length > 0
        text: qsTr("To be mended (%1)").arg(root.asked.length)
    }

    Repeater {
        id: said

        model: root.open.length > 0 ? root.open : root.holds ? [] : root.record.remarks

        Notice {
            required property var modelData
            required property int index

            Layout.fillWidth: true
            objectName: "said-" + index
            mood: modelData.asked ? "warning" : "calm"
            text: (modelData.field.length > 0 ? modelData.field + qsTr(": ") : "") + modelData.text + "\n" + modelData.by + " · " + modelData.when
            action: modelData.asked && root.record.mayEdit ? qsTr("Mend this") : ""
            onPressed: root.mend(modelData.path)
        }
    }
}
