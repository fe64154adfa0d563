// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Who is at the computer: its people, and the PIN of the one who has one.
AppPage {
    id: root

    required property StationSession session
    required property Preferences preferences
    /// Whose PIN is asked; 0: nobody was chosen.
    property var chosen: 0
    readonly property var one: Array.from(root.session.seats).find(seat => seat.number === root.chosen) ?? null
    readonly property alias pins: controller
    /// Their PIN is asked.
    property bool isAsked: root.one?.hasPin ?? false
    property bool isForgotten: false

    /// The person sits down, or is asked for their PIN.
    function choose(number: var) {
        root.isForgotten = false;
        pin.value = "";
        const free = Array.from(root.session.seats).some(seat => seat.number === number && !seat.hasPin);
        if (free && root.session.enter(number))
            return;
        root.chosen = number;
        controller.look(number);
        pin.take();
    }

    function enter() {
        controller.enter(root.chosen, pin.text);
        pin.value = "";
    }

    chapter: "sign-in"
    title: qsTr("Sign in")
    Component.onCompleted: {
        const only = Array.from(root.session.seats).find(seat => seat.number === root.chosen || root.session.seats.length === 1);
        if (only?.hasPin)
            root.choose(only.number);
    }

    PinController {
        id: controller

        session: root.session
        onChanged: if (!controller.running && controller.problem.length > 0)
            pin.take()
    }

    ScrollColumn {
        id: scroll

        anchors.fill: parent

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Heading {
                Layout.fillWidth: true
                text: qsTr("Who is working?")
            }

            LanguageButton {
                preferences: root.preferences
            }
        }

        Notice {
            Layout.fillWidth: true
            objectName: "sign-in-problem"
            mood: "danger"
            text: root.session.problem
        }

        Card {
            Layout.fillWidth: true
            padding: 0
            spacing: 0

            Repeater {
                id: people

                model: root.session.seats

                ListDelegate {
                    required property var modelData
                    required property int index

                    Layout.fillWidth: true
                    objectName: "seat-" + index
                    title: modelData.name
                    secondary: Array.from([modelData.office, modelData.hasPin ? qsTr("with a PIN") : qsTr("no PIN")]).filter(part => part.length > 0).join(" · ")
                    inCard: true
                    last: index === people.count - 1
                    onClicked: root.choose(modelData.number)
                }
            }
        }

        Card {
            Layout.fillWidth: true
            visible: root.isAsked

            FieldEditor {
                id: pin

                Layout.fillWidth: true
                name: "pin"
                kind: "secret"
                label: qsTr("PIN of %1").arg(root.one?.name ?? "")
                onEdited: value => pin.value = value
                onAccepted: root.enter()
            }

            Notice {
                Layout.fillWidth: true
                objectName: "pin-problem"
                mood: "danger"
                text: controller.problem
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.near

                AppButton {
                    objectName: "enter"
                    width: Math.min(implicitWidth, parent.width)
                    look: "primary"
                    enabled: !controller.running && controller.waitSeconds === 0
                    text: controller.running ? qsTr("Checking…") : qsTr("Sign in")
                    onClicked: root.enter()
                }

                AppButton {
                    objectName: "forgotten"
                    width: Math.min(implicitWidth, parent.width)
                    look: "quiet"
                    text: qsTr("PIN forgotten?")
                    onClicked: root.isForgotten = true
                }
            }

            Notice {
                Layout.fillWidth: true
                objectName: "no-way-back"
                mood: "warning"
                text: root.isForgotten && !root.session.enrolled ? qsTr("This computer has joined no district, and without one there is no way to replace a forgotten PIN. Nothing is lost: a PIN does not encrypt, so the records can still be read from the data folder with the command fayi-station.") : ""
            }

            Notice {
                Layout.fillWidth: true
                objectName: "way-back"
                text: root.isForgotten && root.session.enrolled ? qsTr("Ask the district for a one-time code for %1 and enter it here. The old PIN goes then; nothing else changes.").arg(root.one?.name ?? "") : ""
            }
        }

        EnrolCard {
            Layout.fillWidth: true
            visible: root.isForgotten && root.session.enrolled
            session: root.session
            stationName: root.session.stationName
            onEnrolled: {
                root.isForgotten = false;
                root.chosen = 0;
            }
        }
    }
}
