// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What may be done with a record; only what this person may do now is there.
Flow {
    id: root

    required property RecordView record
    required property Preferences preferences

    readonly property alias printer: paper
    readonly property alias queue: printers
    /// Steps that are seldom taken are shown.
    property bool more: false

    signal edit
    signal removed

    function askLift() {
        lifting.get().open();
    }

    spacing: Theme.near

    AppButton {
        objectName: "edit"
        width: Math.min(implicitWidth, parent.width)
        visible: root.record.mayEdit
        look: root.record.mayVerify ? "plain" : "primary"
        glyph: "pencil"
        text: qsTr("Edit")
        onClicked: root.edit()
    }

    AppButton {
        objectName: "record-submit"
        width: Math.min(implicitWidth, parent.width)
        visible: root.record.maySubmit
        glyph: "up"
        text: qsTr("Submit")
        onClicked: root.record.submit()
    }

    AppButton {
        objectName: "verify"
        width: Math.min(implicitWidth, parent.width)
        visible: root.record.mayVerify
        look: "primary"
        glyph: "check"
        text: qsTr("Verify")
        onClicked: root.record.verify()
    }

    AppButton {
        objectName: "return"
        width: Math.min(implicitWidth, parent.width)
        visible: root.record.mayReturn
        glyph: "undo"
        text: qsTr("Return…")
        onClicked: returning.get().open()
    }

    AppButton {
        objectName: "uncover"
        width: Math.min(implicitWidth, parent.width)
        visible: root.record.hasPersonal
        glyph: "eye"
        text: root.record.uncovered ? qsTr("Cover names and numbers") : qsTr("Show names and numbers")
        onClicked: root.record.uncovered = !root.record.uncovered
    }

    AppButton {
        objectName: "print"
        width: Math.min(implicitWidth, parent.width)
        visible: paper.forms.length > 0
        glyph: "printer"
        text: qsTr("Print…")
        onClicked: printing.get().open()
    }

    Repeater {
        model: root.record.numbers

        AppButton {
            required property var modelData

            objectName: "number-" + modelData.kind
            width: Math.min(implicitWidth, root.width)
            glyph: "plus"
            text: qsTr("Assign: %1").arg(modelData.label)
            onClicked: root.record.giveNumber(modelData.kind)
        }
    }

    AppButton {
        objectName: "more-steps"
        width: Math.min(implicitWidth, parent.width)
        visible: !root.more && (root.record.mayVoid || root.record.mayRestrict)
        glyph: "down"
        text: qsTr("More")
        onClicked: root.more = true
    }

    AppButton {
        objectName: "void"
        width: Math.min(implicitWidth, parent.width)
        visible: root.more && root.record.mayVoid
        look: "danger"
        glyph: "ban"
        text: qsTr("Make void…")
        onClicked: voiding.get().open()
    }

    AppButton {
        objectName: "restrict"
        width: Math.min(implicitWidth, parent.width)
        visible: root.more && root.record.mayRestrict
        glyph: "lock"
        text: qsTr("Restrict…")
        onClicked: restricting.get().open()
    }

    AppButton {
        objectName: "delete"
        width: Math.min(implicitWidth, parent.width)
        visible: root.record.mayDelete
        look: "danger"
        glyph: "trash"
        text: qsTr("Delete")
        onClicked: removing.get().open()
    }

    AppButton {
        objectName: "undelete"
        width: Math.min(implicitWidth, parent.width)
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

    PrintQueue {
        id: printers

        session: root.record.session
        preferences: root.preferences
    }

    OnDemand {
        id: printing

        sourceComponent: PrintDialog {
            printer: paper
            queue: printers
        }
    }

    OnDemand {
        id: returning

        sourceComponent: ReturnDialog {
            record: root.record
            onConfirmed: (remark, field) => root.record.giveBack(remark, field)
        }
    }

    OnDemand {
        id: voiding

        sourceComponent: WhyDialog {
            name: "void"
            title: qsTr("Make this record void?")
            text: qsTr("It is kept and shown with your reason and your name. It counts in no figure, nobody can change it any more, and this cannot be taken back. A number it has is not given again.")
            answer: qsTr("Make void")
            onConfirmed: reason => root.record.makeVoid(reason)
        }
    }

    OnDemand {
        id: restricting

        sourceComponent: WhyDialog {
            name: "restrict"
            title: qsTr("Restrict this record?")
            text: qsTr("For somebody who asked for erasure before the time of keeping is over (PIPL article 47). It is kept and counted, its names stay covered, and nobody can change, submit, verify, delete, print or export it until you or the district lift that.")
            answer: qsTr("Restrict")
            onConfirmed: reason => root.record.restrict(reason)
        }
    }

    OnDemand {
        id: lifting

        sourceComponent: AppDialog {
            title: qsTr("Lift the restriction?")
            text: qsTr("The record can be changed, printed and exported again. Its history keeps who restricted it and who lifted that.")

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                AppButton {
                    objectName: "lift-cancel"
                    width: Math.min(implicitWidth, parent.width)
                    text: qsTr("Cancel")
                    onClicked: lifting.item.close()
                }

                AppButton {
                    objectName: "lift-confirm"
                    width: Math.min(implicitWidth, parent.width)
                    look: "primary"
                    text: qsTr("Lift it")
                    onClicked: {
                        lifting.item.close();
                        root.record.lift();
                    }
                }
            }
        }
    }

    OnDemand {
        id: removing

        sourceComponent: AppDialog {
            title: qsTr("Delete this record?")
            text: qsTr("It goes to the recycle bin and can be taken out again.")

            Row {
                spacing: Theme.gap

                AppButton {
                    objectName: "delete-cancel"
                    text: qsTr("Cancel")
                    onClicked: removing.item.close()
                }

                AppButton {
                    objectName: "delete-confirm"
                    look: "danger"
                    text: qsTr("Delete")
                    onClicked: {
                        removing.item.close();
                        if (root.record.remove())
                            root.removed();
                    }
                }
            }
        }
    }
}
