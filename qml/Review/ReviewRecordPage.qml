// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// One record that waits for a look: what was said before, what changed since, its lines, and the two answers.
/// After either the next one opens.
AppPage {
    id: root

    required property StationSession session
    required property ReviewModel queue
    required property string recordId
    readonly property alias look: judge
    readonly property alias record: view
    /// All lines, or only what changed.
    property bool whole: judge.why === "new"
    property string done: ""
    /// The page is before the person's eyes, and no question over it.
    readonly property bool attends: root.visible && !returning.visible

    signal settle(string recordId)
    signal opened(string recordId)
    /// Nothing waits any more.
    signal finished

    function show(recordId: string) {
        root.recordId = recordId;
        root.whole = Qt.binding(() => judge.why === "new");
        scroll.contentY = 0;
        root.forceActiveFocus();
    }

    function step(by: int) {
        const next = root.queue.idAt(root.queue.rowOf(judge.recordId) + by);
        if (next.length > 0)
            root.leaveFor(() => root.show(next));
    }

    /// Remarks that were not sent are not lost by a step aside.
    function leaveFor(action: var) {
        if (root.keep())
            action();
    }

    function keep(): bool {
        if (judge.pins.length === 0)
            return true;
        root.done = qsTr("There are remarks here that were not sent: return the record, or take them off.");
        scroll.contentY = 0;
        return false;
    }

    /// The record that stands where this one stood.
    function goOn(row: int, said: string) {
        root.done = said;
        const next = root.queue.idAt(Math.min(Math.max(row, 0), root.queue.count - 1));
        if (next.length > 0)
            root.show(next);
        else
            root.finished();
    }

    function verify() {
        const row = root.queue.rowOf(judge.recordId);
        if (judge.pins.length > 0 || !judge.mayVerify || !judge.verify())
            return;
        if (judge.seenAll())
            root.goOn(row, qsTr("Verified. The next one is here."));
        else
            root.done = "";
    }

    function giveBack(remark: string) {
        const row = root.queue.rowOf(judge.recordId);
        if (judge.giveBack(remark))
            root.goOn(row, qsTr("Returned. The next one is here."));
    }

    chapter: "review"
    title: view.found ? qsTr("Review: %1").arg(view.typeLabel) : qsTr("Review")
    dirty: judge.pins.length > 0

    Shortcut {
        sequence: "Ctrl+Down"
        enabled: root.attends
        onActivated: root.step(1)
    }

    Shortcut {
        sequence: "Ctrl+Up"
        enabled: root.attends
        onActivated: root.step(-1)
    }

    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: root.attends
        onActivated: root.verify()
    }

    Shortcut {
        sequence: "Ctrl+R"
        enabled: root.attends && judge.mayReturn && !judge.moved
        onActivated: returning.open()
    }

    RecordView {
        id: view

        session: root.session
        recordId: root.recordId
    }

    ReviewLook {
        id: judge

        session: root.session
        recordId: root.recordId
        uncovered: view.uncovered
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScrollColumn {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            objectName: "review-scroll"

            ReviewHead {
                Layout.fillWidth: true
                look: judge
                record: view
                done: root.done
                onSettle: root.settle(view.recordId)
                onOpened: root.opened(view.recordId)
            }

            Card {
                Layout.fillWidth: true
                objectName: "review-changes"
                visible: judge.why !== "new"

                Heading {
                    Layout.fillWidth: true
                    text: judge.changes.length > 0 ? qsTr("Changed since then") : qsTr("Nothing changed since then")
                }

                ChangeLines {
                    Layout.fillWidth: true
                    look: judge
                    changes: judge.changes
                    mayPin: judge.mayReturn && !root.whole
                }

                AppButton {
                    objectName: "review-whole"
                    visible: !root.whole
                    glyph: "down"
                    text: qsTr("Show the whole record")
                    onClicked: root.whole = true
                }
            }

            Card {
                Layout.fillWidth: true
                objectName: "review-lines"
                visible: root.whole && view.found

                GridLayout {
                    id: grid

                    Layout.fillWidth: true
                    columns: scroll.width > Theme.twoColumnsFrom ? 2 : 1
                    columnSpacing: Theme.far
                    rowSpacing: Theme.gap

                    Repeater {
                        model: view

                        ReviewLine {
                            look: judge
                            onRevealed: view.reveal(path)
                            Layout.columnSpan: isWide ? grid.columns : 1
                        }
                    }
                }
            }
        }

        ReviewBar {
            Layout.fillWidth: true
            queue: root.queue
            look: judge
            margin: scroll.margin
            onStepped: by => root.step(by)
            onVerified: root.verify()
            onReturned: returning.open()
        }
    }

    ReviewReturnDialog {
        id: returning

        look: judge
        onConfirmed: remark => root.giveBack(remark)
    }
}
