// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// A report as it was closed, beside today: which figures and which records are otherwise now.
AppPage {
    id: root

    required property StationSession session
    required property real number
    readonly property alias report: report

    signal opened(string recordId)

    /// What was, and what is.
    function cells(): var {
        const out = [];
        for (const one of Array.from(report.differences))
            out.push(one.label, one.then, one.now);
        return out;
    }

    chapter: "figures"
    title: qsTr("Closed report")

    ReportController {
        id: report

        session: root.session
        question: ({
                "number": root.number
            })
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
            objectName: "closed-by"
            text: report.known ? (report.office.length > 0 ? report.office + "  ·  " : "") + report.closedBy : report.counting ? qsTr("Counting…") : ""
            color: Theme.softInk
        }

        ReportFiles {
            Layout.fillWidth: true
            report: report
        }

        Heading {
            Layout.fillWidth: true
            visible: report.known
            text: qsTr("Otherwise today")
        }

        Notice {
            Layout.fillWidth: true
            objectName: "closed-same"
            mood: "good"
            text: report.known && report.differences.length === 0 ? qsTr("Every figure is today what it was when the report was closed.") : ""
        }

        Card {
            Layout.fillWidth: true
            visible: report.differences.length > 0

            GridLayout {
                Layout.fillWidth: true
                columns: 3
                columnSpacing: Theme.wide
                rowSpacing: Theme.near

                Repeater {
                    model: [qsTr("Figure"), qsTr("When closed"), qsTr("Today")]

                    AppText {
                        required property string modelData
                        required property int index

                        Layout.fillWidth: true
                        Layout.preferredWidth: index === 0 ? 2 : 1
                        text: modelData
                        color: Theme.softInk
                        font.weight: Font.DemiBold
                    }
                }

                Repeater {
                    model: root.cells()

                    AppText {
                        required property string modelData
                        required property int index

                        Layout.fillWidth: true
                        Layout.preferredWidth: index % 3 === 0 ? 2 : 1
                        objectName: "difference-" + index
                        text: modelData
                    }
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            objectName: "closed-changed"
            mood: "warning"
            text: report.changedRecords > 0 ? qsTr("Records behind it that were changed since, or are gone: %1").arg(report.changedRecords) : ""
        }

        Repeater {
            model: report.records

            ListDelegate {
                required property var modelData
                required property int index

                Layout.fillWidth: true
                objectName: "changed-" + index
                title: modelData.title
                secondary: modelData.secondary
                word: modelData.word
                standing: modelData.standing
                onClicked: root.opened(modelData.recordId)
            }
        }

        Heading {
            Layout.fillWidth: true
            visible: report.known
            text: qsTr("What it said then")
        }

        ReportFaults {
            Layout.fillWidth: true
            visible: report.known
            report: report
        }
    }
}
