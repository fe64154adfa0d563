// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// One figure over the months of a year, beside the year before: as a chart, and as a table.
AppPage {
    id: root

    required property StationSession session
    required property string figure
    /// {report,unit,from,to}
    required property var question
    readonly property int year: Number(root.question.to.slice(0, 4))
    readonly property var months: look.months

    function cells(): var {
        const out = [];
        for (const one of Array.from(root.months))
            out.push(one.label, one.shownBefore.length > 0 ? one.shownBefore : "–", one.shown.length > 0 ? one.shown : "–");
        return out;
    }

    chapter: "figures"
    title: look.label

    FigureLook {
        id: look

        session: root.session
        question: Object.assign({
                "figure": root.figure,
                "what": "months"
            }, root.question)
    }

    ScrollColumn {
        anchors.fill: parent

        AppText {
            Layout.fillWidth: true
            text: root.title
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        AppText {
            Layout.fillWidth: true
            visible: look.problem.length === 0
            text: qsTr("Filled: %1. Outlined: %2. Only verified records count, by the day they happened.").arg(root.year).arg(root.year - 1)
            color: Theme.softInk
        }

        FigureLookState {
            Layout.fillWidth: true
            look: look
        }

        Card {
            Layout.fillWidth: true
            visible: look.problem.length === 0

            MonthChart {
                Layout.fillWidth: true
                objectName: "months"
                months: root.months
            }
        }

        Card {
            Layout.fillWidth: true
            visible: look.problem.length === 0

            GridLayout {
                Layout.fillWidth: true
                columns: 3
                columnSpacing: Theme.wide
                rowSpacing: Theme.near

                Repeater {
                    model: [qsTr("Month"), String(root.year - 1), String(root.year)]

                    AppText {
                        required property string modelData

                        Layout.fillWidth: true
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
                        objectName: "month-cell-" + index
                        text: modelData
                    }
                }
            }
        }
    }
}
