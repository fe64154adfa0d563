// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// One column of a file: its heading, the first thing in it, and the field it fills.
Item {
    id: root

    required property ImportModel ledger
    required property int index
    required property string heading
    required property string sample
    required property string field
    required property string label
    /// Written by this program: nothing to choose.
    required property bool ours

    visible: !root.ours
    height: root.ours ? 0 : line.implicitHeight

    FieldEditor {
        id: line

        width: root.width
        name: "column-" + root.index
        kind: "choice"
        label: root.sample.length > 0 ? qsTr("%1 (for example %2)").arg(root.heading).arg(root.sample) : root.heading
        value: root.field
        pickedLabel: root.field.length > 0 ? root.label : qsTr("(not imported)")
        look: words => root.ledger.fields(words)
        onEdited: value => root.ledger.setField(root.index, value ?? "")
    }
}
