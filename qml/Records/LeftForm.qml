// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What is to be said of a form that was left unsaved: that it is back, what has no place in it any more, that the disk
/// takes nothing.
ColumnLayout {
    id: root

    required property RecordForm form

    visible: root.form.takenBack.length > 0 || root.form.unfit.length > 0 || root.form.keepProblem.length > 0
    spacing: Theme.gap

    Notice {
        Layout.fillWidth: true
        objectName: "form-back"
        text: root.form.takenBack.length > 0 ? qsTr("You left this unsaved, last at %1. Here it is again; save it, or go back and throw it away.").arg(root.form.takenBack) : ""
    }

    Notice {
        Layout.fillWidth: true
        objectName: "keep-problem"
        mood: "danger"
        text: root.form.keepProblem.length > 0 ? qsTr("What you type cannot be kept on the disk before you save: %1").arg(root.form.keepProblem) : ""
    }

    Card {
        Layout.fillWidth: true
        objectName: "form-unfit"
        visible: root.form.unfit.length > 0

        AppText {
            Layout.fillWidth: true
            text: qsTr("The form has changed since. What you wrote here has no place in it any more; take over what is still needed:")
        }

        Repeater {
            model: root.form.unfit

            ColumnLayout {
                id: one

                required property var modelData
                required property int index

                Layout.fillWidth: true
                spacing: Theme.hair

                AppText {
                    Layout.fillWidth: true
                    text: one.modelData.label
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                }

                AppTextArea {
                    Layout.fillWidth: true
                    objectName: "unfit-" + one.index
                    label: one.modelData.label
                    given: one.modelData.text
                    readOnly: true
                }
            }
        }

        AppButton {
            objectName: "unfit-understood"
            text: qsTr("I have read it")
            onClicked: root.form.dismissUnfit()
        }
    }
}
