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
    property bool onlyRemarked: Object.keys(record.remarks).some(one => one.length > 0)
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

    /// Where the keyboard was when the form was left.
    function goOn() {
        const line = lines.itemAt(record.rowOf(record.focusPath));
        const editor = line ? root.seek(line, "edit-" + record.focusPath) : null;
        if (!editor)
            return;
        const cursor = record.cursor;
        editor.forceActiveFocus();
        if (editor.cursorPosition !== undefined)
            editor.cursorPosition = Math.min(cursor, editor.length);
        scroll.reveal(line);
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
        if (root.path.length > 0 || record.takenBack.length > 0)
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
        }
    }

    /// The lines have their places by then.
    Timer {
        id: laidOut

        interval: 0
        onTriggered: root.path.length > 0 ? root.toPath() : root.goOn()
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
