// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Records
import Fayi.Ui

/// One line of a record under review: what stands there, and a place for a remark.
ColumnLayout {
    id: root

    required property ReviewLook look
    required property string rowKind
    required property string path
    required property string label
    required property string text
    required property bool isCovered
    required property bool inConflict
    required property bool isMerged
    required property bool isWide
    readonly property bool isChanged: Array.from(root.look.changes).some(one => one.field === root.path)

    /// The person asks to see what is covered.
    signal revealed

    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Layout.alignment: Qt.AlignTop
    spacing: 0

    RecordLine {
        rowKind: root.rowKind
        path: root.path
        label: root.label + (root.isChanged ? " · " + qsTr("changed") : "")
        text: root.text
        isCovered: root.isCovered
        inConflict: root.inConflict
        isMerged: root.isMerged
        remark: ""
        isWide: root.isWide
        onRevealed: root.revealed()
    }

    PinBox {
        Layout.fillWidth: true
        visible: root.rowKind === "field" && root.look.mayReturn
        look: root.look
        field: root.path
        label: root.label
    }
}
