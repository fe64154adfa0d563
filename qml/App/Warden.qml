// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls
import Fayi.Ui

/// Who sits at the computer decides what the window shows: the first page, the list of its people, or the pages of one
/// of them. Nothing that is typed is lost on the way from one to the other.
QtObject {
    id: root

    required property StationSession session
    /// The page that is shown.
    required property AppPage page
    /// start: there is no store; trouble: there is, and it cannot be opened; sign-in: nobody sits here; else whose pages are shown.
    readonly property string phase: !root.session.ready ? (root.session.trouble.length > 0 ? "trouble-" + root.session.trouble : "start") : root.session.locked ? "sign-in" : "person-" + root.session.seat + (root.session.practising ? "-practice" : "")
    /// Milliseconds without a hand at the computer until it locks; 0: never.
    property int idleLimit: root.session.idleMinutes * 60000
    /// Who sat here last, to be asked for their PIN first; 0: somebody else shall choose.
    property var last: 0

    readonly property IdleWatch watch: IdleWatch {
        session: root.session
        limit: root.phase.startsWith("person") ? root.idleLimit : 0
        onIdle: root.lock()
    }

    /// Everything shown is of somebody else from now on.
    signal begun

    /// The same person goes on after their PIN.
    function lock() {
        root.leave(root.session.seat);
    }

    function switchUser() {
        root.leave(0);
    }

    function leave(last: var) {
        if (!root.phase.startsWith("person"))
            return;
        root.page?.stow();
        root.last = last;
        root.session.lock();
    }

    /// The window is up; before, it begins by itself.
    property bool isUp: false

    Component.onCompleted: root.isUp = true
    onPhaseChanged: if (root.isUp)
        root.begun()
}
