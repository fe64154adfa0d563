// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What reviewers remarked. Of a returned record only what waits to be mended, each remark with the way to its
/// field; what was said before is in the history.
ColumnLayout {
    id: root

    required property RecordView record
    readonly property var open: Array.from(root.record.remarks).filter(one => one.open)

    signal mend(string path)

    spacing: Theme.near
    visible: said.count > 0

    Heading {
        Layout.fillWidth: true
        objectName: "to-mend"
        visible: root.open.length > 0
        text: qsTr("To be mended (%1)").arg(root.open.length)
    }

    Repeater {
        id: said

        model: root.record.word === "verified" ? [] : root.open.length > 0 ? root.open : root.record.remarks

        Notice {
            required property var modelData
            required property int index

            Layout.fillWidth: true
            objectName: "said-" + index
            mood: modelData.open ? "warning" : "calm"
            text: (modelData.field.length > 0 ? modelData.field + qsTr(": ") : "") + modelData.text + "\n" + modelData.by + " · " + modelData.when
            action: modelData.open && root.record.mayEdit ? qsTr("Mend this") : ""
            onPressed: root.mend(modelData.path)
        }
    }
}
