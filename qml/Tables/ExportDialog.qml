// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The list that is shown, as a file: which kind of file, and whether it may tell who people are, which wants a reason.
AppDialog {
    id: root

    required property StationSession session
    /// What is shown.
    required property RecordListModel records
    required property string what
    readonly property alias controller: controller
    property string ending: "xlsx"
    property bool named: false
    readonly property var covered: controller.covered(root.records.type)

    function begin() {
        controller.forget();
        root.named = false;
        reason.value = "";
        root.open();
    }

    title: qsTr("Export: %1").arg(root.what)
    text: root.records.filtered ? qsTr("The records that the filters leave, all of them, go into a file. It is written into the ledger of exports.") : qsTr("All records of this list go into a file. It is written into the ledger of exports.")

    ExportController {
        id: controller

        session: root.session
    }

    FieldEditor {
        Layout.fillWidth: true
        name: "export-ending"
        kind: "choice"
        label: qsTr("Kind of file")
        value: root.ending
        choices: [{
                "code": "xlsx",
                "label": qsTr("Workbook (.xlsx)")
            }, {
                "code": "csv",
                "label": qsTr("Text table (.csv)")
            }]
        onEdited: value => {
            if (value)
                root.ending = value;
        }
    }

    FieldEditor {
        Layout.fillWidth: true
        name: "export-named"
        kind: "choice"
        label: qsTr("Who people are")
        value: root.named
        choices: [{
                "code": false,
                "label": qsTr("covered or left out")
            }, {
                "code": true,
                "label": qsTr("in the file")
            }]
        hint: root.named || root.covered.length === 0 ? "" : qsTr("Covered or left out: %1").arg(Array.from(root.covered).join(qsTr(", ")))
        onEdited: value => {
            if (value !== undefined)
                root.named = value;
        }
    }

    FieldEditor {
        id: reason

        Layout.fillWidth: true
        visible: root.named
        name: "export-reason"
        kind: "text"
        isRequired: true
        label: qsTr("Reason")
        hint: qsTr("Who asked, and what for. It stays in the ledger for three years.")
        onEdited: value => reason.value = value
    }

    Notice {
        Layout.fillWidth: true
        objectName: "export-told"
        mood: controller.problem.length > 0 ? "danger" : "good"
        text: {
            if (controller.problem.length > 0)
                return controller.problem;
            if (controller.file.length === 0)
                return "";
            const kept = controller.restricted > 0 ? qsTr(" Left out because their use is restricted: %1.").arg(controller.restricted) : "";
            return qsTr("Saved, %1 records: %2").arg(controller.records).arg(controller.file) + kept;
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "export-run"
            width: Math.min(implicitWidth, parent.width)
            look: "primary"
            glyph: "down"
            enabled: !controller.running && (!root.named || reason.text.trim().length > 0)
            text: controller.running ? qsTr("Writing…") : qsTr("Export")
            onClicked: controller.exportList(root.records.type, root.records.conditions(), root.records.text, root.records.fileOrder(), root.ending, root.named ? reason.text : "")
        }

        AppButton {
            objectName: "export-close"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Close")
            onClicked: root.close()
        }
    }
}
