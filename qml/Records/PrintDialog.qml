// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The forms of a record: one press makes the PDF and opens it, for a printer or a reader of the person's own.
AppDialog {
    id: root

    required property PaperPrinter printer

    function openFile(): void {
        Qt.openUrlExternally(root.printer.file);
    }

    title: qsTr("Print")
    text: qsTr("The form is filled with this record and opens as a PDF. A draft is marked as one, and so is a reprint.")
    onAboutToShow: root.printer.clear()

    Repeater {
        model: root.printer.forms

        AppButton {
            required property var modelData

            Layout.fillWidth: true
            objectName: "print-" + modelData.code
            glyph: "printer"
            text: modelData.label
            onClicked: {
                if (root.printer.print(modelData.code))
                    root.openFile();
            }
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "print-done"
        mood: "good"
        text: root.printer.fileName.length > 0 ? qsTr("Saved: %1").arg(root.printer.fileName) : ""
        action: qsTr("Open")
        onPressed: root.openFile()
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
