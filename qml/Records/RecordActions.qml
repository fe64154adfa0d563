// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What may be done with a record; only what this person may do now is there.
Flow {
    id: root

    required property RecordView record

    readonly property alias printer: paper

    signal edit
    signal removed

    spacing: Theme.near

    AppButton {
        objectName: "edit"
        visible: root.record.mayEdit
        look: root.record.mayVerify ? "plain" : "primary"
        glyph: "pencil"
        text: qsTr("Edit")
        onClicked: root.edit()
    }

    AppButton {
        objectName: "record-submit"
        visible: root.record.maySubmit
        glyph: "up"
        text: qsTr("Submit")
        onClicked: root.record.submit()
    }

    AppButton {
        objectName: "verify"
        visible: root.record.mayVerify
        look: "primary"
        glyph: "check"
        text: qsTr("Verify")
        onClicked: root.record.verify()
    }

    AppButton {
        objectName: "return"
        visible: root.record.mayReturn
        glyph: "undo"
        text: qsTr("Return…")
        onClicked: returning.open()
    }

    AppButton {
        objectName: "uncover"
        visible: root.record.hasPersonal
        glyph: "eye"
        text: root.record.uncovered ? qsTr("Cover names and numbers") : qsTr("Show names and numbers")
        onClicked: root.record.uncovered = !root.record.uncovered
    }

    AppButton {
        objectName: "print"
        visible: paper.forms.length > 0
        glyph: "printer"
        text: qsTr("Print…")
        onClicked: printing.open()
    }

    AppButton {
        objectName: "delete"
        visible: root.record.mayDelete
        look: "danger"
        glyph: "trash"
        text: qsTr("Delete")
        onClicked: removing.open()
    }

    AppButton {
        objectName: "undelete"
        visible: root.record.deleted
        look: "primary"
        glyph: "undo"
        text: qsTr("Take out of the recycle bin")
        onClicked: root.record.restore()
    }

    PaperPrinter {
        id: paper

        session: root.record.session
        recordId: root.record.recordId
    }

    PrintDialog {
        id: printing

        printer: paper
    }

    ReturnDialog {
        id: returning

        record: root.record
        onConfirmed: (remark, field) => root.record.giveBack(remark, field)
    }

    AppDialog {
        id: removing

        title: qsTr("Delete this record?")
        text: qsTr("It goes to the recycle bin and can be taken out again.")

        Row {
            spacing: Theme.gap

            AppButton {
                objectName: "delete-cancel"
                text: qsTr("Cancel")
                onClicked: removing.close()
            }

            AppButton {
                objectName: "delete-confirm"
                look: "danger"
                text: qsTr("Delete")
                onClicked: {
                    removing.close();
                    if (root.record.remove())
                        root.removed();
                }
            }
        }
    }
}
