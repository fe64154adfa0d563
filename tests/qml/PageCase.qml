// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Fayi.Theme

/// A test case with the verbs of a person: look for, press, write.
TestCase {
    id: root

    required property Desk desk

    /// The visible thing of that name; the test fails if it does not come.
    function see(name) {
        tryVerify(() => root.desk.item(name) !== null, 5000, name + " is not there");
        return root.desk.item(name);
    }

    function hidden(name) {
        return root.desk.item(name) === null;
    }

    function press(name) {
        root.settle(root.see(name));
        mouseClick(root.see(name));
    }

    /// Lets the layout come to rest with the item in sight.
    function settle(item) {
        wait(30);
        root.reveal(item);
        wait(30);
    }

    /// Scrolls as a person would before pressing.
    function reveal(item) {
        for (let one = item.parent; one; one = one.parent)
            if (typeof one.reveal === "function")
                one.reveal(item);
    }

    function write(name, text) {
        const item = root.see(name);
        root.reveal(item);
        item.forceActiveFocus();
        item.text = text;
        if (typeof item.textEdited === "function")
            item.textEdited();
        if (typeof item.editingFinished === "function")
            item.editingFinished();
    }

    function pick(field, code) {
        root.press("edit-" + field);
        root.press("option-" + code);
    }

    function choose(field, code) {
        const chips = root.see("edit-" + field);
        root.settle(chips);
        const chip = root.desk.hands.find(chips, "choice-" + code);
        mouseClick(chip);
    }

    /// The page that `open` leads to, in a window of that size: nothing reaches beyond the sides, everything that can be
    /// pressed has a name and is large enough.
    function fits(row, open) {
        root.desk.sheetWidth = row.width;
        root.desk.sheetHeight = row.height;
        Theme.scale = row.scale;
        try {
            open();
            wait(100);
            compare(Array.from(root.desk.hands.beyondSides(root.desk.shell)).join(" | "), "");
            for (const control of Array.from(root.desk.hands.interactive(root.desk))) {
                verify(control.Accessible.name.length > 0, "no accessible name: " + control.objectName);
                if (control.height > 0 && control.objectName.length > 0)
                    verify(control.height >= 40, control.objectName + " is " + control.height + " high");
            }
        } finally {
            root.desk.sheetWidth = 1280;
            root.desk.sheetHeight = 800;
            Theme.scale = 100;
        }
    }

    /// Joins a hub from the settings, and waits until the first sync is through.
    function join(hub) {
        root.press("nav-settings");
        root.press("add-person");
        root.write("edit-server", hub.url);
        root.write("edit-code", hub.code);
        root.press("enrol");
        tryVerify(() => root.desk.session.enrolled, 20000);
        tryCompare(root.desk.shell.sync, "link", "fine", 20000);
    }

    when: windowShown
}
