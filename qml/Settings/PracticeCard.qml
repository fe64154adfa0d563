// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Trying things out with samples, apart from the real records: in, out, and away with them.
Card {
    id: root

    required property StationSession session
    readonly property bool practising: root.session.practising

    /// The window goes there; what is unsaved is asked about before.
    signal asked(var action)

    Heading {
        Layout.fillWidth: true
        text: qsTr("Practice")
    }

    AppText {
        Layout.fillWidth: true
        text: root.practising ? qsTr("You are practising now: these records are samples. None of them goes to the district, and your real records are not touched.") : qsTr("A place with samples to try everything in. It is kept apart from your real records, marked on every page, and nothing of it ever goes to the district.")
        color: Theme.softInk
    }

    Notice {
        Layout.fillWidth: true
        objectName: "practice-problem"
        mood: "danger"
        text: root.session.problem
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "practise"
            width: Math.min(implicitWidth, parent.width)
            visible: !root.practising
            glyph: "pencil"
            text: root.session.hasPractice ? qsTr("Practise on") : qsTr("Practise with samples")
            onClicked: root.asked(() => root.session.practise())
        }

        AppButton {
            objectName: "practice-end"
            width: Math.min(implicitWidth, parent.width)
            visible: root.session.mayEndPractice
            look: "primary"
            glyph: "back"
            text: qsTr("Leave practice")
            onClicked: root.asked(() => root.session.endPractice())
        }

        AppButton {
            objectName: "practice-away"
            width: Math.min(implicitWidth, parent.width)
            visible: root.session.mayEndPractice || (!root.practising && root.session.hasPractice)
            look: "danger"
            glyph: "trash"
            text: qsTr("Throw the samples away…")
            onClicked: sure.open()
        }
    }

    AppDialog {
        id: sure

        title: qsTr("Throw the samples away?")
        text: qsTr("Everything that was written while practising is gone for good. Your real records are not touched. Practising again begins with fresh samples.")

        Flow {
            Layout.fillWidth: true
            spacing: Theme.near

            AppButton {
                objectName: "away-no"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Cancel")
                onClicked: sure.close()
            }

            AppButton {
                objectName: "away-yes"
                width: Math.min(implicitWidth, parent.width)
                look: "danger"
                text: qsTr("Throw away")
                onClicked: {
                    sure.close();
                    root.asked(() => root.session.throwPracticeAway());
                }
            }
        }
    }
}
