// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The report of what this computer holds, for a year or any period.
AppPage {
    id: root

    required property StationSession session
    /// This person looks after what others record.
    property bool mayReview: false
    readonly property alias model: figures

    signal opened(string figure, string from, string to)
    signal assessmentAsked
    signal boardAsked
    signal months(string figure, string from, string to)

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
            visible: root.session.enrolled
            spacing: Theme.near

            AppButton {
                objectName: "to-assessment"
                glyph: "person"
                text: qsTr("Appraisal")
                onClicked: root.assessmentAsked()
            }

            AppButton {
                objectName: "to-board"
                visible: root.mayReview
                glyph: "list"
                text: qsTr("Units")
                onClicked: root.boardAsked()
            }
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.near

            Repeater {
                model: 3

                Chip {
                    required property int index
                    readonly property int year: figures.thisYear() - index

                    objectName: "year-" + index
                    text: String(year)
                    checked: figures.from === year + "-01-01" && figures.to === year + "-12-31"
                    onClicked: figures.showYear(year)
                }
            }
        }

        GridLayout {
            Layout.fillWidth: true
            columns: scroll.width > Theme.twoColumnsFrom ? 2 : 1
            columnSpacing: Theme.wide
            rowSpacing: Theme.near

            FieldEditor {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                name: "from"
                kind: "date"
                label: qsTr("From")
                value: figures.from
                onEdited: value => figures.from = value
            }

            FieldEditor {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                name: "to"
                kind: "date"
                label: qsTr("To")
                value: figures.to
                onEdited: value => figures.to = value
            }
        }

        Notice {
            Layout.fillWidth: true
            mood: "warning"
            text: figures.problem
        }

        GridLayout {
            Layout.fillWidth: true
            columns: scroll.width > Theme.twoColumnsFrom ? 2 : 1
            columnSpacing: Theme.wide
            rowSpacing: Theme.wide

            Repeater {
                model: figures

                FigureCard {
                    onOpened: root.opened(figureId, figures.from, figures.to)
                    onMonthsAsked: root.months(figureId, figures.from, figures.to)
                }
            }
        }
    }
}
