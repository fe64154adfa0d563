// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Fayi.Ui

/// No room on the disk: it is said in plain words, nothing typed is lost, and all goes on once there is room.
Desk {
    id: root

    PageCase {
        id: test

        name: "FullDisk"
        desk: root

        property string folder

        function init() {
            test.folder = root.hands.filledFolder(1);
            root.sit(test.folder);
            see("nav-home");
        }

        function cleanup() {
            root.hands.makeRoom();
        }

        function kept() {
            return root.hands.leftForms(test.folder, 1);
        }

        function saysFull(name) {
            tryVerify(() => root.item(name) !== null && root.item(name).text.includes("磁盘已满"), 5000, name + ": " + (root.item(name)?.text ?? "not there"));
        }

        function test_whatIsTypedIsKeptInTheFormAndOnTheDiskOnceThereIsRoom() {
            press("nav-outreach");
            press("new");
            root.hands.fillDisk(test.folder, 0);
            see("edit-theme").forceActiveFocus();
            for (const key of [Qt.Key_A, Qt.Key_B, Qt.Key_C])
                keyClick(key);
            saysFull("keep-problem");
            compare(see("edit-theme").text, "abc");
            compare(kept().length, 0);
            // It is tried again without another key.
            root.hands.makeRoom();
            tryVerify(() => kept().length === 1, 10000);
            compare(JSON.parse(kept()[0].fields).theme, "abc");
            tryVerify(() => hidden("keep-problem"));
            // The program ends without a word.
            root.sit(root.hands.newFolder());
            root.sit(test.folder);
            tryVerify(() => root.item("edit-theme")?.text === "abc");
        }

        function test_aKeyWhileItIsFullLosesNothing() {
            press("nav-outreach");
            press("new");
            write("edit-place", "村委会");
            tryVerify(() => kept().length === 1);
            root.hands.fillDisk(test.folder, 0);
            write("edit-theme", "写到一半盘满了");
            saysFull("keep-problem");
            root.hands.makeRoom();
            write("edit-speaker", "何志远");
            tryVerify(() => kept().length === 1 && JSON.parse(kept()[0].fields).speaker === "何志远", 10000);
            compare(JSON.parse(kept()[0].fields).theme, "写到一半盘满了");
        }

        function test_aSaveSaysSoLeavesTheFormAndWorksOnceThereIsRoom() {
            press("nav-outreach");
            press("new");
            write("edit-theme", "盘满时保存");
            root.hands.fillDisk(test.folder, 0);
            press("save");
            saysFull("form-notice");
            verify(root.shell.page.dirty);
            compare(root.shell.page.form.recordId, "");
            compare(see("edit-theme").text, "盘满时保存");
            compare(root.colleague.count(test.folder, "outreach"), 1);
            root.hands.makeRoom();
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            compare(root.colleague.count(test.folder, "outreach"), 2);
            compare(JSON.parse(root.hands.stored(test.folder, root.shell.page.form.recordId, "theme")), "盘满时保存");
        }

        function test_anEditOfARecordChangesNothingUntilThereIsRoom() {
            press("nav-outreach");
            press("row-0");
            press("edit");
            const id = root.shell.page.form.recordId;
            const before = root.hands.stored(test.folder, id, "theme");
            write("edit-theme", "改到一半");
            root.hands.fillDisk(test.folder, 0);
            press("save");
            saysFull("form-notice");
            compare(root.hands.stored(test.folder, id, "theme"), before);
            root.hands.makeRoom();
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            compare(JSON.parse(root.hands.stored(test.folder, id, "theme")), "改到一半");
        }

        function attachments(id) {
            return JSON.parse(root.hands.stored(test.folder, id, "attachments") || "null") ?? [];
        }

        function test_aFileThatHasNoRoomIsSaidAndIsAddedOnceThereIs_data() {
            return [{
                    "tag": "no room for the file",
                    "fill": () => root.hands.fillDiskForFiles(4096)
                }, {
                    "tag": "no room for the record",
                    "fill": () => root.hands.fillDisk(test.folder, 0)
                }];
        }

        function test_aFileThatHasNoRoomIsSaidAndIsAddedOnceThereIs(row) {
            const photo = root.hands.table(root.hands.newShelf(), "笔录.txt", "双方自愿达成协议。".repeat(2000));
            press("nav-outreach");
            press("row-0");
            press("tab-attachments");
            const id = root.shell.page.recordId;
            row.fill();
            root.shell.page.attachments.add(["file://" + photo]);
            saysFull("attachment-problem");
            compare(attachments(id).length, 0);
            root.hands.makeRoom();
            root.shell.page.attachments.add(["file://" + photo]);
            tryVerify(() => attachments(id).length === 1, 10000);
            see("attachment-0");
            tryVerify(() => hidden("attachment-problem"));
        }
    }
}
