// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The report as a document and as a workbook, and what became of it.
ColumnLayout {
    id: root

    required property ReportController report

    spacing: Theme.gap

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "report-docx"
            width: Math.min(implicitWidth, root.width)
            visible: root.report.hasDocument
            enabled: !root.report.working
            look: "primary"
            glyph: "down"
            text: qsTr("Document (.docx)")
            onClicked: root.report.write("docx")
        }

        AppButton {
            objectName: "report-xlsx"
            width: Math.min(implicitWidth, root.width)
            enabled: root.report.known && !root.report.working
            glyph: "down"
            text: qsTr("Workbook (.xlsx)")
            onClicked: root.report.write("xlsx")
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "report-told"
        mood: root.report.problem.length > 0 ? "danger" : root.report.working ? "calm" : "good"
        text: {
            if (root.report.problem.length > 0)
                return root.report.problem;
            if (root.report.working)
                return qsTr("Working…");
            return root.report.file.length > 0 ? qsTr("Saved: %1").arg(root.report.file) : "";
        }
    }
}
