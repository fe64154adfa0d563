// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Language, light, size of text; the person at the desk; where the data are.
AppPage {
    id: root

    required property StationSession session
    required property Preferences preferences
    required property SyncController sync
    required property BackupController backup
    readonly property alias link: link.settings
    readonly property alias restoring: backupCard.restoring

    signal enrol
    signal lock
    signal switchUser
    signal helpAsked
    signal exportsAsked
    /// All pages are left before it is done.
    signal leaveAsked(var action)

    chapter: "settings"
    title: qsTr("Settings")

    ScrollColumn {
        anchors.fill: parent

        Card {
            Layout.fillWidth: true

            Heading {
                Layout.fillWidth: true
                text: qsTr("Display")
            }

            FieldEditor {
                Layout.fillWidth: true
                name: "language"
                kind: "choice"
                label: qsTr("Language")
                value: root.preferences.language
                choices: [{
                        "code": "zh",
                        "label": "中文"
                    }, {
                        "code": "en",
                        "label": "English"
                    }]
                onEdited: value => {
                    if (value)
                        root.preferences.language = value;
                }
            }

            FieldEditor {
                Layout.fillWidth: true
                name: "dark"
                kind: "choice"
                label: qsTr("Brightness")
                value: root.preferences.dark ? "dark" : "light"
                choices: [{
                        "code": "light",
                        "label": qsTr("Light")
                    }, {
                        "code": "dark",
                        "label": qsTr("Dark")
                    }]
                onEdited: value => {
                    if (value)
                        root.preferences.dark = value === "dark";
                }
            }

            FieldEditor {
                Layout.fillWidth: true
                name: "contrast"
                kind: "choice"
                label: qsTr("Contrast")
                value: root.preferences.contrast ? "high" : "normal"
                choices: [{
                        "code": "normal",
                        "label": qsTr("Normal")
                    }, {
                        "code": "high",
                        "label": qsTr("High")
                    }]
                onEdited: value => {
                    if (value)
                        root.preferences.contrast = value === "high";
                }
            }

            FieldEditor {
                Layout.fillWidth: true
                name: "text-scale"
                kind: "choice"
                label: qsTr("Size of text")
                value: root.preferences.textScale
                choices: Array.from([100, 125, 150, 175, 200]).map(percent => ({
                                "code": percent,
                                "label": percent + " %"
                            }))
                onEdited: value => {
                    if (value)
                        root.preferences.textScale = value;
                }
            }
        }

        Card {
            Layout.fillWidth: true

            Heading {
                Layout.fillWidth: true
                text: qsTr("People on this computer")
            }

            AppText {
                Layout.fillWidth: true
                objectName: "who"
                text: qsTr("Working now: %1").arg(root.session.person)
            }

            AppText {
                Layout.fillWidth: true
                visible: root.session.people.length > 1
                text: qsTr("All of them: %1").arg(Array.from(root.session.people).join(qsTr(", ")))
                color: Theme.softInk
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.near

                AppButton {
                    objectName: "switch-user"
                    width: Math.min(implicitWidth, parent.width)
                    visible: root.session.people.length > 1
                    glyph: "people"
                    text: qsTr("Switch user")
                    onClicked: root.switchUser()
                }

                AppButton {
                    objectName: "add-person"
                    width: Math.min(implicitWidth, parent.width)
                    glyph: "person"
                    visible: !root.session.practising
                    text: root.session.enrolled ? qsTr("Add a person to this computer") : qsTr("Join a district")
                    onClicked: root.enrol()
                }
            }
        }

        PinCard {
            Layout.fillWidth: true
            session: root.session
            onLock: root.lock()
        }

        BackupCard {
            id: backupCard

            Layout.fillWidth: true
            visible: !root.session.practising
            session: root.session
            backup: root.backup
        }

        LinkCard {
            id: link

            Layout.fillWidth: true
            visible: !root.session.practising
            session: root.session
            onTaken: root.sync.linkChanged()
        }

        PracticeCard {
            Layout.fillWidth: true
            session: root.session
            onAsked: action => root.leaveAsked(action)
        }

        Card {
            Layout.fillWidth: true

            Heading {
                Layout.fillWidth: true
                text: qsTr("Exports")
            }

            AppText {
                Layout.fillWidth: true
                text: qsTr("Lists that were taken out of this computer as files: who, when, what, why.")
                color: Theme.softInk
            }

            AppButton {
                objectName: "open-exports"
                glyph: "list"
                text: qsTr("What was exported")
                onClicked: root.exportsAsked()
            }
        }

        Card {
            Layout.fillWidth: true

            Heading {
                Layout.fillWidth: true
                text: qsTr("Help")
            }

            AppText {
                Layout.fillWidth: true
                text: qsTr("The guide tells of every page. F1 opens it where you are.")
                color: Theme.softInk
            }

            AppButton {
                objectName: "open-guide"
                glyph: "help"
                text: qsTr("Open the guide")
                onClicked: root.helpAsked()
            }
        }

        Card {
            Layout.fillWidth: true

            Heading {
                Layout.fillWidth: true
                text: qsTr("This computer")
            }

            AppText {
                Layout.fillWidth: true
                text: qsTr("Name: %1").arg(root.session.stationName)
            }

            AppText {
                Layout.fillWidth: true
                text: root.session.enrolled ? qsTr("District: %1 · server %2").arg(root.session.district).arg(root.session.server) : qsTr("Has not joined a district.")
            }

            AppText {
                Layout.fillWidth: true
                wrapMode: Text.WrapAnywhere
                text: qsTr("Data folder: %1").arg(root.session.folder)
                color: Theme.softInk
            }
        }
    }
}
