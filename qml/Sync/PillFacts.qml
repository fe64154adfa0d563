// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The facts of the status pill beside each other; in two lines where the room is less than they need.
GridLayout {
    id: root

    required property SyncController sync
    required property SyncWords words
    required property int troubles
    /// Numbers and drawings alone.
    required property bool compact
    required property real room
    required property color ink

    readonly property real oneLine: Array.from([troubled, practice, waiting, last, link]).filter(fact => fact.visible).reduce((sum, fact) => sum + fact.implicitWidth + root.columnSpacing, -root.columnSpacing)

    component Fact: RowLayout {
        id: fact

        required property string glyph
        required property string words

        spacing: Theme.tight

        Icon {
            name: fact.glyph
            size: Theme.smallIcon
            color: root.ink
        }

        AppText {
            visible: fact.words.length > 0
            text: fact.words
            color: root.ink
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    columns: root.oneLine > root.room ? 2 : 5
    columnSpacing: root.compact ? Theme.near : Theme.gap
    rowSpacing: 0

    Fact {
        id: troubled

        visible: root.troubles > 0
        glyph: "warning"
        words: root.compact ? String(root.troubles) : qsTr("%1 to look at").arg(root.troubles)
    }

    Fact {
        id: practice

        objectName: "pill-practice"
        visible: root.sync.practising
        glyph: "pencil"
        words: root.compact ? qsTr("Practice") : root.words.practice
    }

    Fact {
        id: waiting

        objectName: "pill-waiting"
        visible: !root.sync.practising
        glyph: "up"
        words: root.compact ? root.words.waitingShort : root.words.waiting
    }

    Fact {
        id: last

        visible: !root.sync.practising && root.sync.known
        glyph: "clock"
        words: root.compact ? (root.sync.lastSuccess.split(" ")[1] ?? "–") : root.words.last
    }

    Fact {
        id: link

        visible: !root.sync.practising
        glyph: root.sync.link === "fine" || root.sync.link === "connecting" ? "link" : "close"
        words: root.compact ? "" : root.words.link
    }
}
