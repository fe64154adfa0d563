// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Writing a record: the form made from its definition, and two buttons. Saving never asks for more than there is.
AppPage {
    id: root

    required property StationSession session
    /// A new record of this type, or …
    property string type: ""
    /// … this one.
    property string recordId: ""
    /// … or what the district refused.
    property string change: ""
    /// The field to begin at.
    property string path: ""
    /// Of a returned record only what was remarked stands in the form, until somebody asks for all of it.
    property bool onlyRemarked: Object.keys(record.remarks).some(one => one.length > 0) && (root.path.length === 0 || root.path in record.remarks)
    readonly property alias form: record
    readonly property string told: record.problem.length > 0 ? record.problem : root.done
    /// On a low window the answer stands above the fields and not below them.
    readonly property bool isLow: root.height < 5 * Theme.textArea
    property string done: ""
    readonly property var focusItem: root.Window.activeFocusItem

    signal submitted(string recordId)
    signal mended(string recordId)

    function keep(): bool {
        root.forceActiveFocus();
        return record.save();
    }

    function discard() {
        record.discard();
    }

    function stow() {
        root.forceActiveFocus();
        record.stow();
    }

    function undoStep() {
        record.undo();
    }

    /// The editor of a field gets the keyboard.
    function enter(path: string): var {
        const line = lines.itemAt(record.rowOf(path));
        const editor = line ? root.seek(line, "edit-" + path) : null;
        if (!editor)
            return null;
        // Words side by side: the first of them.
        const first = editor.choices === undefined ? editor : editor.nextItemInFocusChain(true);
        first.forceActiveFocus(Qt.TabFocusReason);
        placed.line = line;
        placed.restart();
        return editor;
    }

    /// Where the keyboard was when the form was left.
    function goOn() {
        const cursor = record.cursor;
        const editor = root.enter(record.focusPath);
        if (editor && editor.cursorPosition !== undefined)
            editor.cursorPosition = Math.min(cursor, editor.length);
    }

    /// In a list: one more item like the last. False: the keyboard is in none.
    function again(): bool {
        const name = root.focusItem?.objectName ?? "";
        const end = name.startsWith("edit-") ? name.indexOf("/") : -1;
        if (end > 0)
            record.addAlike(name.slice(5, end));
        return end > 0;
    }

    function seek(item: var, name: string): var {
        if (item.objectName === name)
            return item;
        // A list of Qt 6.4 has no iterator of its own.
        for (const child of Array.from(item.children)) {
            const found = root.seek(child, name);
            if (found)
                return found;
        }
        return null;
    }

    function noteFocus() {
        const item = root.focusItem;
        if (item && item.objectName.startsWith("edit-"))
            record.noteFocus(item.objectName.slice(5), item.cursorPosition ?? 0);
    }

    function save() {
        const mending = record.mending;
        if (!root.keep())
            root.toFirstError();
        else if (mending)
            root.mended(record.recordId);
        else
            root.done = qsTr("Saved on this computer.");
    }

    function submit() {
        root.forceActiveFocus();
        if (record.submit())
            root.submitted(record.recordId);
        else
            root.toFirstError();
    }

    function begin() {
        if (root.change.length > 0)
            record.mend(root.change);
        else if (root.recordId.length > 0)
            record.open(root.recordId);
        else
            record.begin(root.type);
        laidOut.start();
    }

    function toPath() {
        for (let i = 0; i < lines.count; ++i) {
            const line = lines.itemAt(i) as FormLine;
            if (line && line.path === root.path)
                scroll.reveal(line);
        }
    }

    function toFirstError() {
        root.done = "";
        const line = record.firstError() >= 0 ? lines.itemAt(record.firstError()) : null;
        if (line)
            scroll.reveal(line);
    }

    chapter: "form"
    title: record.mending ? qsTr("Mend: %1").arg(record.typeLabel) : record.recordId.length > 0 ? qsTr("Edit: %1").arg(record.typeLabel) : qsTr("New: %1").arg(record.typeLabel)
    dirty: record.dirty
    Component.onCompleted: root.begin()
    onFocusItemChanged: root.noteFocus()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_S && event.modifiers === Qt.ControlModifier) {
            root.save();
            event.accepted = true;
        } else if (event.matches(StandardKey.Undo)) {
            record.undo();
            event.accepted = true;
        } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers & Qt.ControlModifier) {
            event.accepted = root.again();
        }
    }

    /// The lines have their places by then.
    Timer {
        id: laidOut

        interval: 0
        onTriggered: {
            if (root.path.length > 0)
                root.toPath();
            else if (record.takenBack.length > 0)
                root.goOn();
            else if (root.type.length > 0 && !record.dirty && !(root.focusItem?.objectName ?? "").startsWith("edit-"))
                root.enter(record.firstNeeded(""));
        }
    }

    // A line that just came has its place with the next frame.
    Timer {
        id: placed

        property var line: null

        interval: 60
        onTriggered: if (placed.line)
            scroll.reveal(placed.line)
    }

    Timer {
        id: added

        property string path: ""

        interval: 0
        onTriggered: root.enter(record.firstNeeded(added.path + "/"))
    }

    Connections {
        target: root.focusItem
        ignoreUnknownSignals: true

        function onCursorPositionChanged() {
            root.noteFocus();
        }
    }

    RecordForm {
        id: record

        session: root.session
        onItemAdded: path => {
            added.path = path;
            added.start();
        }
        onChanged: if (record.dirty)
            root.done = ""
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScrollColumn {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            objectName: "form-scroll"

            Notice {
                Layout.fillWidth: true
                objectName: "form-notice"
                mood: record.problem.length > 0 ? "danger" : "good"
                text: root.isLow ? root.told : ""
            }

            Notice {
                Layout.fillWidth: true
                objectName: "refusal-notice"
                mood: "danger"
                text: record.refusal.length > 0 ? qsTr("The district did not take this: %1").arg(record.refusal) : ""
            }

            LeftForm {
                Layout.fillWidth: true
                form: record
            }

            Notice {
                Layout.fillWidth: true
                objectName: "lock-notice"
                mood: "warning"
                text: record.lockNotice
            }

            RemarkNotice {
                Layout.fillWidth: true
                remarks: record.remarks
                only: root.onlyRemarked
                onAllAsked: root.onlyRemarked = false
            }

            AppText {
                Layout.fillWidth: true
                text: qsTr("Fields with * are needed to submit. Saving works at any time.")
                color: Theme.softInk
                font.pixelSize: Theme.small
            }

            GridLayout {
                id: grid

                Layout.fillWidth: true
                columns: scroll.width > Theme.twoColumnsFrom ? 2 : 1
                columnSpacing: Theme.far
                rowSpacing: Theme.gap

                Repeater {
                    id: lines

                    model: record

                    FormLine {
                        form: record
                        remark: rowKind === "field" || rowKind === "add" ? record.remarks[path] ?? "" : ""
                        visible: !root.onlyRemarked || remark.length > 0 || (problem.length > 0 && !isWarning)
                        Layout.columnSpan: isWide ? grid.columns : 1
                    }
                }
            }
        }

        FormBar {
            Layout.fillWidth: true
            form: record
            told: root.isLow ? "" : root.told
            margin: scroll.margin
            onSaved: root.save()
            onSubmitted: root.submit()
        }
    }
}
