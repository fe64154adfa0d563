// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Where the appraisal of these days stands, and what may be done with it now.
Card {
    id: root

    required property AssessmentModel sheet

    signal opened(string recordId)
    signal appealed

    AppText {
        Layout.fillWidth: true
        objectName: "frozen-told"
        text: {
            if (root.sheet.frozen.length > 0)
                return qsTr("These days are frozen in an appraisal. Later edits of the records do not change it.");
            return root.sheet.mayFreeze ? qsTr("This sheet follows the records. Freezing writes it into an appraisal that no later edit changes.") : qsTr("This sheet follows the records: it changes as they are verified. Nothing is frozen yet.");
        }
    }

    StateTag {
        objectName: "frozen-word"
        word: root.sheet.frozenWord
    }

    Notice {
        Layout.fillWidth: true
        objectName: "frozen-differs"
        mood: "warning"
        text: root.sheet.differs
        action: root.sheet.mayScore ? qsTr("Work it out again") : ""
        onPressed: root.sheet.recompute()
    }

    Notice {
        Layout.fillWidth: true
        objectName: "frozen-appeal"
        text: root.sheet.appeal.length > 0 ? qsTr("The advisor objects: %1").arg(root.sheet.appeal) : ""
    }

    AppText {
        Layout.fillWidth: true
        objectName: "how-to-appeal"
        visible: root.sheet.own && root.sheet.frozen.length > 0 && !root.sheet.mayAppeal && root.sheet.appeal.length === 0
        text: qsTr("If you object to a line, tell your justice office: it writes your appeal into this appraisal, and it is worked out again.")
        color: Theme.softInk
    }

    Notice {
        Layout.fillWidth: true
        objectName: "sheet-refused"
        mood: "danger"
        text: root.sheet.refused
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "freeze"
            width: Math.min(implicitWidth, parent.width)
            visible: root.sheet.mayFreeze
            look: "primary"
            glyph: "check"
            text: qsTr("Freeze")
            onClicked: root.sheet.freeze()
        }

        AppButton {
            objectName: "open-appraisal"
            width: Math.min(implicitWidth, parent.width)
            visible: root.sheet.frozen.length > 0
            glyph: "list"
            text: qsTr("Open the appraisal")
            onClicked: root.opened(root.sheet.frozen)
        }

        AppButton {
            objectName: "appeal"
            width: Math.min(implicitWidth, parent.width)
            visible: root.sheet.mayAppeal
            glyph: "pencil"
            text: qsTr("The advisor objects…")
            onClicked: root.appealed()
        }
    }
}
