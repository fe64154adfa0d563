// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What can be done with a form, below it: take a step back, save, submit.
Rectangle {
    id: root

    required property RecordForm form
    /// What came of the last of these; empty: nothing to tell.
    required property string told
    required property real margin

    signal saved
    signal submitted

    implicitHeight: bar.implicitHeight + 2 * Theme.near
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.border
        color: Theme.line
    }

    ColumnLayout {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: root.margin
        spacing: Theme.near

        Notice {
            Layout.fillWidth: true
            objectName: "form-notice"
            mood: root.form.problem.length > 0 ? "danger" : "good"
            text: root.told
        }

        // A row: a layout of Qt 6.4 does not always hear of what appears in it.
        Item {
            Layout.fillWidth: true
            implicitHeight: buttons.implicitHeight

            AppText {
                anchors.left: parent.left
                anchors.right: buttons.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                opacity: root.width > Theme.twoColumnsFrom ? 1 : 0
                maximumLineCount: 1
                text: root.form.dirty ? qsTr("Not saved yet") : ""
                color: Theme.softInk
                font.pixelSize: Theme.small
            }

            Row {
                id: buttons

                anchors.right: parent.right
                spacing: Theme.gap

                IconButton {
                    objectName: "undo"
                    visible: root.width > 6 * Theme.touch
                    idle: !root.form.canUndo
                    glyph: "undo"
                    text: qsTr("Undo")
                    onClicked: root.form.undo()
                }

                AppButton {
                    objectName: "save"
                    look: root.form.maySubmit ? "plain" : "primary"
                    text: root.form.mending ? qsTr("Send again") : root.form.maySubmit ? qsTr("Save draft") : qsTr("Save")
                    onClicked: root.saved()
                }

                AppButton {
                    objectName: "submit"
                    visible: root.form.maySubmit
                    look: "primary"
                    text: qsTr("Submit")
                    onClicked: root.submitted()
                }
            }
        }
    }
}
