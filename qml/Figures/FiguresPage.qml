// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// A report of what this computer holds: of which days and which unit, what it counts, what does not hold in it.
AppPage {
    id: root

    required property StationSession session
    /// This person looks after what others record.
    property bool mayReview: false
    readonly property alias model: figures

    signal opened(string figure, var question)
    signal assessmentAsked
    signal boardAsked
    signal reportAsked(var question)
    signal months(string figure, var question)

    /// Brings the card of a figure into sight and gives it the keyboard.
    function goTo(figure: string) {
        cards.itemAt(figures.rowOf(figure))?.forceActiveFocus();
    }

    chapter: "figures"
    title: qsTr("Figures")

    FiguresModel {
        id: figures

        session: root.session
    }

    ScrollColumn {
        id: scroll

        anchors.fill: parent

        AppText {
            Layout.fillWidth: true
            text: figures.title
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        AppText {
            Layout.fillWidth: true
            text: qsTr("Only verified records count, by the day they happened.")
            color: Theme.softInk
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.near

            AppButton {
                objectName: "to-assessment"
                width: Math.min(implicitWidth, parent.width)
                visible: root.session.enrolled
                glyph: "person"
                text: qsTr("Appraisal")
                onClicked: root.assessmentAsked()
            }

            AppButton {
                objectName: "to-board"
                width: Math.min(implicitWidth, parent.width)
                visible: root.session.enrolled && root.mayReview
                glyph: "list"
                text: qsTr("Units")
                onClicked: root.boardAsked()
            }

            AppButton {
                objectName: "to-report"
                width: Math.min(implicitWidth, parent.width)
                enabled: figures.count > 0
                glyph: "printer"
                text: qsTr("Write the report…")
                onClicked: root.reportAsked(figures.question)
            }
        }

        FigureChoices {
            Layout.fillWidth: true
            figures: figures
        }

        Notice {
            Layout.fillWidth: true
            objectName: "figures-problem"
            mood: "warning"
            text: figures.problem
        }

        AppText {
            Layout.fillWidth: true
            objectName: "figures-counting"
            visible: figures.counting && figures.count === 0
            text: qsTr("Counting…")
            color: Theme.softInk
        }

        Repeater {
            model: figures.broken

            FigureCheck {
                required property var modelData

                Layout.fillWidth: true
                check: modelData
                onAsked: figure => root.goTo(figure)
            }
        }

        GridLayout {
            Layout.fillWidth: true
            columns: scroll.width > Theme.twoColumnsFrom ? 2 : 1
            columnSpacing: Theme.wide
            rowSpacing: Theme.wide

            Repeater {
                id: cards

                model: figures

                FigureCard {
                    objectName: "figure-" + figureId
                    onOpened: root.opened(figureId, figures.question)
                    onMonthsAsked: root.months(figureId, figures.question)
                    onAsked: figure => root.goTo(figure)
                }
            }
        }
    }
}
