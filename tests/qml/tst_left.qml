// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest

/// What is typed and not saved is on the disk within a second, and comes back where it was.
Desk {
    id: root

    PageCase {
        id: test

        name: "LeftForms"
        desk: root

        property string folder

        function init() {
            test.folder = root.hands.filledFolder(1);
            root.sit(test.folder);
            see("nav-home");
        }

        function begin(type) {
            press("nav-" + type);
            press("new");
        }

        function kept() {
            return root.hands.leftForms(test.folder, 1);
        }

        /// The program ends without a word, and is started again.
        function restart() {
            root.sit(root.hands.newFolder());
            root.sit(test.folder);
        }

        function test_everyKeyIsOnTheDiskWithinASecond() {
            begin("outreach");
            compare(kept().length, 0);
            const theme = see("edit-theme");
            theme.forceActiveFocus();
            const start = Date.now();
            keyClick(Qt.Key_A);
            while (Date.now() - start < 1000 && kept().length === 0)
                wait(20);
            const took = Date.now() - start;
            verify(took < 1000, took + " ms");
            // Keys that go on do not put it off.
            for (let i = 0; i < 20; ++i) {
                keyClick(Qt.Key_B);
                wait(50);
            }
            verify(JSON.parse(kept()[0].fields).theme.length > 10, kept()[0].fields);
        }

        function test_itComesBackInTheSameFieldAtTheSamePlace() {
            begin("outreach");
            write("edit-place", "村委会");
            root.shell.page.form.set("attendance", "三十多");
            const theme = see("edit-theme");
            settle(theme);
            theme.forceActiveFocus();
            keyClick(Qt.Key_A);
            keyClick(Qt.Key_B);
            keyClick(Qt.Key_C);
            theme.cursorPosition = 1;
            tryVerify(() => kept().length === 1 && JSON.parse(kept()[0].fields).theme === "abc", 1000);
            wait(400);
            restart();
            see("form-back");
            compare(see("edit-theme").text, "abc");
            compare(see("edit-place").text, "村委会");
            compare(see("edit-attendance").text, "三十多");
            tryVerify(() => see("edit-theme").activeFocus);
            compare(see("edit-theme").cursorPosition, 1);
            verify(root.shell.page.dirty);
        }

        function test_savingTakesItOutOfTheJournal() {
            begin("outreach");
            write("edit-theme", "存下的");
            tryVerify(() => kept().length === 1, 1000);
            press("save");
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            compare(kept().length, 0);
            restart();
            see("all-types");
            verify(hidden("edit-theme"));
        }

        function test_anEditOfARecordComesBackToThatRecord() {
            press("nav-outreach");
            press("row-0");
            press("edit");
            const id = root.shell.page.form.recordId;
            write("edit-theme", "改到一半");
            tryVerify(() => kept().length === 1, 1000);
            restart();
            compare(see("edit-theme").text, "改到一半");
            compare(root.shell.page.form.recordId, id);
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            compare(JSON.parse(root.hands.stored(test.folder, id, "theme")), "改到一半");
        }

        function test_whatIsTypedBackIsNoLongerKept() {
            begin("outreach");
            write("edit-theme", "x");
            tryVerify(() => kept().length === 1, 1000);
            write("edit-theme", "");
            tryVerify(() => kept().length === 0, 2000);
        }

        function test_whatANewerDefinitionHasNoPlaceForIsListed() {
            begin("outreach");
            write("edit-theme", "还在");
            tryVerify(() => kept().length === 1, 1000);
            root.sit(root.hands.newFolder());
            root.hands.ageForms(test.folder, 1);
            root.sit(test.folder);
            compare(see("edit-theme").text, "还在");
            see("form-unfit");
            const unfit = root.shell.page.form.unfit;
            compare(unfit.length, 2);
            verify(unfit.some(one => one.label === "天气" && one.text === "小雨"), JSON.stringify(unfit));
            press("save");
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            see("form-unfit");
            press("unfit-understood");
            tryVerify(() => hidden("form-unfit"));
            tryVerify(() => kept().length === 0, 2000);
        }

        function test_aTagBeforeEnterIsKeptToo() {
            begin("outreach");
            root.shell.page.form.setPending("tags", "半个词");
            tryVerify(() => kept().length === 1, 1000);
            restart();
            see("edit-theme");
            compare(root.shell.page.form.pendingAt("tags"), root.shell.page.form.rowOf("tags") >= 0 ? "半个词" : "");
        }

        function test_pickersListsAndDatesAreTakenBackStepByStep() {
            begin("contract-review");
            const form = root.shell.page.form;
            write("edit-contract_name", "鱼塘承包合同");
            press("add-findings");
            choose("is_template", "true");
            form.set("received_on", "2026-03-05");
            const rows = form.rowCount();
            press("undo");
            verify(see("edit-received_on").text !== "2026-03-05");
            press("undo");
            press("undo");
            tryVerify(() => form.rowCount() < rows);
            compare(see("edit-contract_name").text, "鱼塘承包合同");
            see("save").forceActiveFocus();
            keyClick(Qt.Key_Z, Qt.ControlModifier);
            tryCompare(see("edit-contract_name"), "text", "");
            verify(see("undo").idle);
        }

        function test_aTextTakesBackItsOwnFirst() {
            begin("outreach");
            const theme = see("edit-theme");
            settle(theme);
            theme.forceActiveFocus();
            keyClick(Qt.Key_A);
            keyClick(Qt.Key_Z, Qt.ControlModifier);
            tryCompare(theme, "text", "");
            tryVerify(() => !root.shell.page.dirty);
        }
    }
}
