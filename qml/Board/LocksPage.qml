// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The months of a unit that are over: which are locked, what in them is not verified, and locking one.
AppPage {
    id: root

    required property StationSession session
    readonly property alias locks: model
    /// What the dialog asks about.
    property var asked: ({})
    property string openingFrom: ""

    /// The hub was asked: what it says comes with a sync.
    signal changed

    chapter: "lock"
    title: qsTr("Locked periods")

    LocksModel {
        id: model

        session: root.session
        onLocked: root.changed()
    }

    ScrollColumn {
        anchors.fill: parent

        AppText {
            Layout.fillWidth: true
            text: qsTr("What the district has reported does not change behind its back: no change to a record of a locked month is taken, whoever makes it. Locking needs a link to the district's server.")
            color: Theme.softInk
        }

        FieldEditor {
            Layout.fillWidth: true
            name: "lock-unit"
            kind: "choice"
            enabled: !model.asking
            label: qsTr("Unit, with all below it")
            value: model.unit
            pickedLabel: model.unitLabel
            look: words => Array.from(model.units).filter(unit => Finder.finds(unit.label, words))
            onEdited: value => model.unit = value ?? ""
        }

        Notice {
            Layout.fillWidth: true
            objectName: "lock-now"
            mood: "calm"
            text: {
                if (model.lockedUntil.length === 0)
                    return qsTr("No month of this unit is locked.");
                return model.lockedWith.length > 0 ? qsTr("Locked until %1, together with %2.").arg(model.lockedUntil).arg(model.lockedWith) : qsTr("Locked until %1.").arg(model.lockedUntil);
            }
        }

        Notice {
            Layout.fillWidth: true
            objectName: "lock-told"
            mood: model.problem.length > 0 ? "danger" : "good"
            text: model.problem.length > 0 ? model.problem : model.told
        }

        AppText {
            Layout.fillWidth: true
            visible: model.asking || (model.counting && model.count === 0)
            text: model.asking ? qsTr("Asking the district's server…") : qsTr("Counting…")
            color: Theme.softInk
        }

        Repeater {
            model: model

            LockMonth {
                Layout.fillWidth: true
                busy: model.asking
                mayLift: model.mayLift
                onLocked: {
                    root.asked = model.closing(index);
                    locking.open();
                }
                onOpened: {
                    root.openingFrom = month;
                    opening.day = model.dayBefore(index);
                    opening.open();
                }
            }
        }
    }

    AppDialog {
        id: locking

        title: qsTr("Lock up to %1?").arg(root.asked.day ?? "")
        text: qsTr("%1: all records up to that day, with everything before it. Nobody can change, verify or add to them afterwards.").arg(model.unitLabel)

        Notice {
            Layout.fillWidth: true
            objectName: "lock-unverified"
            mood: (root.asked.unverified ?? 0) > 0 ? "warning" : "good"
            text: {
                if ((root.asked.unverified ?? 0) === 0)
                    return qsTr("All %1 records of these months are verified.").arg(root.asked.records ?? 0);
                return qsTr("Not verified yet, and then never counted: %1 of %2 records (%3 submitted, %4 returned, %5 drafts).").arg(root.asked.unverified).arg(root.asked.records).arg(root.asked.submitted).arg(root.asked.returned).arg(root.asked.drafts);
            }
        }

        AppText {
            Layout.fillWidth: true
            text: qsTr("Counted here, as of the last sync. What other computers have not sent yet is refused later and stays with them.")
            color: Theme.softInk
            font.pixelSize: Theme.small
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.near

            AppButton {
                objectName: "lock-no"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Cancel")
                onClicked: locking.close()
            }

            AppButton {
                objectName: "lock-yes"
                width: Math.min(implicitWidth, parent.width)
                look: "danger"
                glyph: "lock"
                text: qsTr("Lock")
                onClicked: {
                    locking.close();
                    model.lock(root.asked.end);
                }
            }
        }
    }

    AppDialog {
        id: opening

        property string day: ""

        title: qsTr("Open %1 and later again?").arg(root.openingFrom)
        text: qsTr("%1: records from that month on can be changed again, and figures that were reported may change. Lock it again when the correction is made.").arg(model.unitLabel)

        Flow {
            Layout.fillWidth: true
            spacing: Theme.near

            AppButton {
                objectName: "open-no"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Cancel")
                onClicked: opening.close()
            }

            AppButton {
                objectName: "open-yes"
                width: Math.min(implicitWidth, parent.width)
                look: "danger"
                text: qsTr("Open again")
                onClicked: {
                    opening.close();
                    model.lock(opening.day);
                }
            }
        }
    }
}
