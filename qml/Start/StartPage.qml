// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The very first page: begin without a server, or join a district at once.
AppPage {
    id: root

    required property StationSession session
    required property Preferences preferences
    required property BackupController backup
    readonly property alias card: card

    chapter: "start"
    title: qsTr("Begin")

    ScrollColumn {
        id: scroll

        anchors.fill: parent

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            MarkBadge {
                mark: qsTr("Fa")
            }

            AppText {
                Layout.fillWidth: true
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(font.pixelSize / 2)
                text: qsTr("Fayi")
                font.pixelSize: Theme.display
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }

            LanguageButton {
                preferences: root.preferences
            }
        }

        AppText {
            Layout.fillWidth: true
            text: qsTr("Records of grassroots justice, with or without a network.")
            color: Theme.softInk
        }

        Notice {
            Layout.fillWidth: true
            objectName: "start-problem"
            mood: "danger"
            text: root.session.problem
        }

        GridLayout {
            Layout.fillWidth: true
            columns: scroll.width > Theme.railFrom ? 2 : 1
            columnSpacing: Theme.wide
            rowSpacing: Theme.wide

            Card {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1

                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Start without a server")
                }

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Write at once. Everything stays on this computer, and comes along when you join a district later.")
                    color: Theme.softInk
                }

                FieldEditor {
                    id: name

                    Layout.fillWidth: true
                    name: "station-name"
                    kind: "text"
                    label: qsTr("Name of this computer")
                    hint: qsTr("for example: Shuanglong office, desk 1")
                    onEdited: value => name.value = value
                }

                AppButton {
                    objectName: "start"
                    look: "primary"
                    text: qsTr("Start")
                    onClicked: root.session.startWithoutServer(name.text)
                }

                AppButton {
                    objectName: "start-practice"
                    look: "quiet"
                    text: qsTr("Try it with samples first")
                    onClicked: root.session.practise()
                }
            }

            EnrolCard {
                id: card

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                session: root.session
                stationName: name.text
                landing: root
            }
        }

        RestoreCard {
            Layout.fillWidth: true
            backup: root.backup
        }
    }
}
