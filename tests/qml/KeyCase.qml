// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A test case of somebody who has a keyboard and nothing else. The verbs are those of every page case; here they press
/// keys, and what Tab does not lead to, or nobody sees when it has the keyboard, is not there for them.
PageCase {
    id: root

    readonly property Sight sight: Sight {
    }
    /// Presses of Tab that the longest page and the rail beside it take.
    readonly property int patience: 150

    /// What has the keyboard.
    function focused() {
        return root.desk.Window.activeFocusItem;
    }

    function isWithin(item, whole) {
        for (let one = item; one; one = one.parent)
            if (one === whole)
                return true;
        return false;
    }

    /// The keyboard is in that item: in the control that it is, or in one of its parts.
    function isAt(item) {
        return item !== null && root.isWithin(root.focused(), item);
    }

    /// It is in a list, and not in what stands above its rows.
    function isAmongRows(list) {
        return root.isAt(list) && !root.isAt(list.headerItem);
    }

    /// Presses Tab until that is so. False: it leads there nowhere.
    function tabUntil(isThere) {
        for (let presses = 0; presses < root.patience; ++presses) {
            if (isThere.call(null))
                return true;
            keyClick(Qt.Key_Tab);
        }
        return false;
    }

    /// With Tab alone, to where a person sees that they are.
    function go(name) {
        root.see(name);
        verify(root.tabUntil(() => root.isAt(root.desk.item(name))), name + ": Tab does not lead there");
        root.seen(name);
    }

    /// The same to a part of something: one of its chips, its button.
    function goIn(whole, part) {
        const find = () => root.desk.hands.find(root.desk.item(whole), part);
        tryVerify(() => find() !== null, 5000, part + " is not in " + whole);
        verify(root.tabUntil(() => root.isAt(find())), part + " in " + whole + ": Tab does not lead there");
        root.seen(part);
    }

    function seen(name) {
        tryVerify(() => root.sight.isClear(root.focused()), 2000, name + " has the keyboard and is not seen");
    }

    /// To a list, and with the arrow through its rows.
    function goRow(list, row) {
        root.see(row);
        verify(root.tabUntil(() => root.isAmongRows(root.desk.item(list))), list + ": Tab does not lead there");
        root.arrowTo(row, Qt.Key_Down);
    }

    function arrowTo(row, key) {
        for (let presses = 0; presses < root.patience && !root.isAt(root.desk.item(row)); ++presses)
            keyClick(key);
        verify(root.isAt(root.desk.item(row)), row + ": the arrow does not lead there");
        root.seen(row);
    }

    function enter() {
        keyClick(Qt.Key_Return);
    }

    function back() {
        keyClick(Qt.Key_Escape);
    }

    function press(name) {
        root.go(name);
        root.enter();
    }

    function pressIn(whole, part) {
        root.goIn(whole, part);
        root.enter();
    }

    function openRow(list, row) {
        root.goRow(list, row);
        root.enter();
    }

    /// Letters of the keyboard as they are, all others as an input method brings them.
    function type(text) {
        for (const part of text.match(/[ -~]+|[^ -~]+/g) ?? []) {
            if (/[ -~]/.test(part)) {
                Array.from(part).forEach(letter => keyClick(letter));
            } else {
                root.desk.hands.compose(root.desk, "pin'yin");
                root.desk.hands.commit(root.desk, part);
            }
        }
    }

    /// In place of what stands there.
    function write(name, text) {
        root.go(name);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(Qt.Key_Delete);
        root.type(text);
    }

    /// Opens a picker, looks for these words and takes the row of that code.
    function find(picker, words, code) {
        root.press(picker);
        tryVerify(() => root.isAt(root.desk.item("picker-words")), 5000, "the picker takes the keyboard");
        root.type(words);
        const row = "option-" + code;
        root.see(row);
        root.arrowTo(row, Qt.Key_Down);
        root.enter();
        tryVerify(() => root.hidden("picker-words"));
    }

    function pick(field, code) {
        root.find("edit-" + field, "", code);
    }

    /// One of several words side by side.
    function choose(field, code) {
        root.goIn("edit-" + field, "choice-" + code);
        keyClick(Qt.Key_Space);
    }
}
