// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// A report before it is handed in: what to look at first, the files, closing it, and what was closed before.
AppPage {
    id: root

    required property StationSession session
    /// {report,unit,from,to}
    required property var question
    readonly property alias report: report

    signal closedAsked(real number)

    chapter: "figures"
    title: qsTr("Write the report")

    ReportController {
        id: report

        session: root.session
        question: root.question
    }

    ScrollColumn {
        anchors.fill: parent

        AppText {
            Layout.fillWidth: true
            objectName: "report-title"
            text: report.title
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        AppText {
            Layout.fillWidth: true
            visible: report.office.length > 0
            text: report.office
            color: Theme.softInk
        }

        AppText {
            Layout.fillWidth: true
            objectName: "report-counting"
            visible: report.counting && !report.known
            text: qsTr("Counting…")
            color: Theme.softInk
        }

        ReportFaults {
            Layout.fillWidth: true
            visible: report.known
            report: report
        }

        ReportFiles {
            Layout.fillWidth: true
            report: report
        }

        AppButton {
            objectName: "report-close"
            visible: report.mayClose
            enabled: !report.working
            glyph: "lock"
            text: qsTr("Close the report…")
            onClicked: closing.open()
        }

        Heading {
            Layout.fillWidth: true
            visible: report.known
            text: qsTr("Closed reports")
        }

        AppText {
            Layout.fillWidth: true
            objectName: "none-closed"
            visible: report.known && report.closed.length === 0
            text: qsTr("No report was closed on this computer yet.")
            color: Theme.softInk
        }

        Repeater {
            model: report.closed

            ListDelegate {
                required property var modelData
                required property int index

                Layout.fillWidth: true
                objectName: "closed-" + index
                title: modelData.label
                secondary: modelData.who
                onClicked: root.closedAsked(modelData.number)
            }
        }
    }

    AppDialog {
        id: closing

        title: qsTr("Close this report?")
        text: qsTr("%1: its numbers are kept as they are now, with the version of each record behind them. Records can be changed afterwards as before; the closed report then shows what is otherwise. To keep records from changing, lock the period.").arg(report.title)

        Flow {
            Layout.fillWidth: true
            spacing: Theme.near

            AppButton {
                objectName: "close-no"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Cancel")
                onClicked: closing.close()
            }

            AppButton {
                objectName: "close-yes"
                width: Math.min(implicitWidth, parent.width)
                look: "primary"
                glyph: "lock"
                text: qsTr("Close the report")
                onClicked: {
                    closing.close();
                    report.close();
                }
            }
        }
    }
}
