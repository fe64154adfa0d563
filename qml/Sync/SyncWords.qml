// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Ui

/// The three facts of the sync in words, long and short.
QtObject {
    id: root

    required property SyncController sync

    readonly property bool waits: root.sync.waiting + root.sync.filesWaiting > 0
    readonly property string waiting: {
        if (!root.sync.known)
            return qsTr("cannot be read");
        if (!root.waits)
            return qsTr("nothing waits");
        if (root.sync.filesWaiting === 0)
            return qsTr("%1 waiting").arg(root.sync.waiting);
        return root.sync.waiting > 0 ? qsTr("%1 waiting, %2 of files").arg(root.sync.waiting).arg(root.sync.filesSize) : qsTr("%1 of files waiting").arg(root.sync.filesSize);
    }
    /// The same where there is little room: numbers alone.
    readonly property string waitingShort: !root.sync.known ? "?" : Array.from([root.sync.waiting > 0 || !root.waits ? String(root.sync.waiting) : "", root.sync.filesSize]).filter(part => part.length > 0).join(" · ")
    readonly property string last: !root.sync.known ? qsTr("cannot be read") : root.sync.lastSuccess.length > 0 ? root.sync.lastSuccess : qsTr("never yet")
    readonly property string link: {
        switch (root.sync.link) {
        case "none":
            return qsTr("no server");
        case "connecting":
            return qsTr("connecting");
        case "fine":
            return qsTr("fine");
        case "failing":
            return qsTr("not connected");
        default:
            return qsTr("not tried yet");
        }
    }
    /// In the place of all three while there are samples only.
    readonly property string practice: root.sync.practising ? qsTr("Practice: nothing is sent") : ""
    readonly property string whole: root.sync.practising ? root.practice : qsTr("To send: %1. Last sync: %2. Link: %3.").arg(root.waiting).arg(root.last).arg(root.link)

    /// What came of a sync that was asked for and did not get through.
    function missed(problem: string): string {
        return problem.length > 0 ? problem : qsTr("This sync did not get through. It is queued and runs by itself as soon as there is a link.");
    }

    /// Syncs now, and says what came of it: at once if there is a link.
    function press(recordsOnly = false): string {
        if (root.sync.practising)
            return qsTr("Practice: nothing is sent. What you write here stays with the samples.");
        if (!(recordsOnly ? root.sync.syncRecordsNow() : root.sync.syncNow()))
            return qsTr("There is no server yet. Everything you write is kept on this computer.");
        if (root.sync.link === "failing" || root.sync.problem.length > 0)
            return qsTr("Queued: it goes by itself as soon as there is a link.");
        return qsTr("Syncing…");
    }
}
