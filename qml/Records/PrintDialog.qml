// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The forms of a record: one press makes the PDF and hands it to the printer, or opens it; another one makes a
/// Word document of it.
AppDialog {
    id: root

    required property PaperPrinter printer
    required property PrintQueue queue

    /// A paper that nobody can print is not counted as one.
    function print(form: string) {
        if (root.queue.onPaper && root.queue.copiesProblem.length > 0)
            return;
        if (!root.printer.print(form))
            return;
        root.queue.send(root.printer.fileName);
        if (!root.queue.onPaper)
            root.printer.open();
    }

    /// Nothing of it goes to a printer: it is edited first.
    function writeDocument(form: string) {
        root.queue.forget();
        if (root.printer.writeDocument(form))
            root.printer.open();
    }

    title: qsTr("Print")
    text: qsTr("The form is filled with this record: as a PDF, for a printer or to be opened, or as a Word document, to be edited. A draft is marked as one, and so is a reprint.")
    onAboutToShow: {
        root.printer.clear();
        root.queue.look();
    }

    Notice {
        Layout.fillWidth: true
        objectName: "print-none"
        text: root.queue.none
    }

    FieldEditor {
        Layout.fillWidth: true
        visible: root.queue.places.length > 1
        name: "printer"
        kind: "choice"
        label: qsTr("Where to")
        value: root.queue.place
        choices: root.queue.places
        onEdited: value => {
            if (value !== undefined)
                root.queue.place = value;
        }
    }

    FieldEditor {
        Layout.fillWidth: true
        visible: root.queue.onPaper
        name: "copies"
        kind: "integer"
        label: qsTr("Copies")
        value: root.queue.copies
        problem: root.queue.copiesProblem
        onEdited: value => root.queue.copies = value
    }

    FieldEditor {
        Layout.fillWidth: true
        visible: root.queue.onPaper
        name: "sides"
        kind: "choice"
        label: qsTr("Sides of the paper")
        value: root.queue.bothSides
        choices: [{
                "code": false,
                "label": qsTr("One side")
            }, {
                "code": true,
                "label": qsTr("Both sides")
            }]
        onEdited: value => {
            if (value !== undefined)
                root.queue.bothSides = value;
        }
    }

    Repeater {
        model: root.printer.forms

        GridLayout {
            id: row

            required property var modelData

            Layout.fillWidth: true
            columns: paper.implicitWidth + word.implicitWidth + columnSpacing > width ? 1 : 2
            columnSpacing: Theme.near
            rowSpacing: Theme.near

            AppButton {
                id: paper

                Layout.fillWidth: true
                objectName: "print-" + row.modelData.code
                glyph: "printer"
                enabled: !root.queue.running
                text: row.modelData.label
                onClicked: root.print(row.modelData.code)
            }

            AppButton {
                id: word

                Layout.fillWidth: row.columns === 1
                objectName: "document-" + row.modelData.code
                glyph: "pencil"
                enabled: !root.queue.running
                text: qsTr("As a Word document")
                Accessible.name: qsTr("%1, as a Word document").arg(row.modelData.label)
                onClicked: root.writeDocument(row.modelData.code)
            }
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "print-done"
        mood: "good"
        text: root.printer.fileName.length > 0 ? qsTr("Saved: %1").arg(root.printer.fileName) : ""
        action: qsTr("Open")
        onPressed: root.printer.open()
    }

    Notice {
        Layout.fillWidth: true
        objectName: "print-unopened"
        mood: "warning"
        text: root.printer.unopened
    }

    Notice {
        Layout.fillWidth: true
        objectName: "print-handed"
        mood: root.queue.refused ? "danger" : "good"
        text: root.queue.running ? qsTr("Handing it to the printer…") : root.queue.told
        action: root.queue.refused && root.printer.printable ? qsTr("Send it again") : ""
        onPressed: root.queue.send(root.printer.fileName)
    }

    Notice {
        Layout.fillWidth: true
        objectName: "print-notes"
        mood: "warning"
        text: root.printer.notes
    }

    Notice {
        Layout.fillWidth: true
        objectName: "print-problem"
        mood: "danger"
        text: root.printer.problem
    }

    AppButton {
        objectName: "print-close"
        text: qsTr("Close")
        onClicked: root.close()
    }
}
