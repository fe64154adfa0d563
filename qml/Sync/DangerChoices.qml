// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What the danger zone has to offer: everything once more, and an empty place in which one begins anew.
ColumnLayout {
    id: root

    required property StationSession session
    required property SyncController sync
    required property DangerController danger
    property string told: ""
    /// What would be in the folder that is put beside and nowhere else; empty: nothing.
    readonly property string onlyHere: {
        const parts = [];
        if (root.danger.records > 0)
            parts.push(qsTr("records: %1").arg(root.danger.records));
        if (root.danger.files > 0)
            parts.push(qsTr("photos and files: %1 (%2)").arg(root.danger.files).arg(root.danger.filesSize));
        if (root.danger.refused > 0)
            parts.push(qsTr("changes that the district did not take: %1").arg(root.danger.refused));
        if (root.danger.forms > 0)
            parts.push(qsTr("forms with something unsaved: %1").arg(root.danger.forms));
        return parts.join(qsTr("; "));
    }
    readonly property string warning: {
        if (!root.danger.known)
            return qsTr("It could not be counted what was not sent yet.");
        return root.onlyHere.length > 0 ? qsTr("Not sent yet, of all who work here: %1. It stays in the folder that is put beside and does not reach the district from there by itself.").arg(root.onlyHere) : "";
    }

    signal fetchAsked

    spacing: Theme.near

    Heading {
        Layout.fillWidth: true
        visible: root.session.enrolled
        text: qsTr("Fetch everything once more")
    }

    AppText {
        Layout.fillWidth: true
        visible: root.session.enrolled
        text: qsTr("Where something seems to be missing that the district has. All records of your units come again, as with the first sync; what is here stays, and what waits goes as always. It takes as long and as much data as the first sync did.")
        color: Theme.softInk
    }

    Notice {
        Layout.fillWidth: true
        objectName: "danger-told"
        mood: "good"
        text: root.told
    }

    AppButton {
        objectName: "danger-fetch"
        visible: root.session.enrolled
        enabled: !root.sync.running && !root.danger.running
        glyph: "down"
        text: root.sync.running ? qsTr("Syncing…") : qsTr("Fetch everything once more")
        onClicked: root.fetchAsked()
    }

    Heading {
        Layout.fillWidth: true
        Layout.topMargin: Theme.near
        text: qsTr("Begin anew")
    }

    AppText {
        Layout.fillWidth: true
        text: root.session.enrolled ? qsTr("For a computer that changes hands or district. Everything of all who work here is put beside in a folder of its own; this computer then belongs to no district until somebody joins with a new one-time code. Tell the district if nobody shall send from it any more.") : qsTr("Everything of all who work here is put beside in a folder of its own, and the place is free for new records.")
        color: Theme.softInk
    }

    Notice {
        Layout.fillWidth: true
        objectName: "danger-only-here"
        mood: root.warning.length > 0 ? "warning" : "good"
        text: root.warning.length > 0 ? root.warning : qsTr("Everything that was written here is with the district.")
    }

    AppButton {
        objectName: "danger-anew"
        look: "danger"
        enabled: !root.danger.running
        text: root.danger.running ? qsTr("At work…") : qsTr("Begin anew…")
        onClicked: {
            root.danger.look();
            sure.open();
        }
    }

    AppDialog {
        id: sure

        title: qsTr("Put everything here beside and begin anew?")
        text: qsTr("Nothing is deleted: the folder %1 is kept beside its place, under its name with “-before” and the time. The window begins as on a new computer.").arg(root.session.folder)

        Notice {
            Layout.fillWidth: true
            objectName: "danger-sure-warning"
            mood: "danger"
            text: root.warning
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.near

            AppButton {
                objectName: "danger-anew-no"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Cancel")
                onClicked: sure.close()
            }

            AppButton {
                objectName: "danger-anew-yes"
                width: Math.min(implicitWidth, parent.width)
                look: "danger"
                text: qsTr("Put beside and begin anew")
                onClicked: {
                    sure.close();
                    root.danger.putAside();
                }
            }
        }
    }
}
