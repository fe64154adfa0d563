// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Always in sight: what waits, when it last worked, how the link is. Three facts, one beside the other; the
/// colour is that of the worst. A press syncs. Of samples it says instead that nothing is sent.
T.Button {
    id: root

    required property SyncController sync
    /// Records that wait for a person.
    required property int troubles
    /// Less room: numbers and drawings alone.
    property bool compact: false
    /// The width there is; where the facts need more they take two lines.
    property real room: Infinity

    readonly property color ink: {
        switch (root.sync.mood) {
        case "attention":
            return Theme.danger;
        case "waiting":
            return Theme.warning;
        default:
            return Theme.good;
        }
    }
    readonly property color ground: {
        switch (root.sync.mood) {
        case "attention":
            return Theme.dangerSoft;
        case "waiting":
            return Theme.warningSoft;
        default:
            return Theme.goodSoft;
        }
    }

    /// A sync that was asked for has ended without reaching the district.
    signal missed(string words)

    /// Syncs, and says what came of it.
    function press(): string {
        return told.press();
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + 2 * Theme.near)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    hoverEnabled: true
    text: told.whole
    Accessible.role: Accessible.Button
    Accessible.name: told.whole
    Accessible.description: root.sync.practising ? "" : qsTr("Press to sync now")
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    SyncWords {
        id: told

        sync: root.sync
    }

    Connections {
        target: root.sync

        function onMissed(problem: string) {
            root.missed(told.missed(problem));
        }
    }

    contentItem: PillFacts {
        sync: root.sync
        words: told
        troubles: root.troubles
        compact: root.compact
        room: root.room - root.leftPadding - root.rightPadding
        ink: root.ink
    }
    background: Rectangle {
        radius: root.height / 2
        color: root.down ? Theme.pressed : root.ground
        border.width: Theme.border
        border.color: root.hovered ? root.ink : "transparent"

        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.ring
            visible: root.activeFocus
            radius: height / 2
            color: "transparent"
            border.width: Theme.ring
            border.color: Theme.focus
        }
    }
}
