// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest

/// Chinese is written with an input method: letters that are still being chosen from are not typed, and the keys that
/// choose do nothing else.
Desk {
    id: root

    PageCase {
        id: test

        name: "Composing"
        desk: root

        property string folder

        function init() {
            test.folder = root.hands.sharedFolder();
            root.hands.setPin(test.folder, 1);
            root.sit(test.folder);
            press("seat-1");
            see("nav-home");
        }

        function compose(letters) {
            root.hands.compose(root, letters);
        }

        function commit(words) {
            root.hands.commit(root, words);
        }

        function enter(name) {
            const item = see(name);
            reveal(item);
            item.forceActiveFocus();
            tryVerify(() => item.activeFocus);
            return item;
        }

        function begin() {
            press("nav-outreach");
            press("new");
            see("edit-theme");
        }

        function kept() {
            return Array.from(root.hands.leftForms(test.folder, 2));
        }

        function test_aFormTakesWhatWasChosenAndNotWhatIsBeingChosen_data() {
            return [{
                    "tag": "theme",
                    "words": "民法典进院坝"
                }, {
                    "tag": "summary",
                    "words": "讲解继承编，发放手册。"
                }];
        }

        function test_aFormTakesWhatWasChosenAndNotWhatIsBeingChosen(row) {
            begin();
            const form = root.shell.page.form;
            const editor = enter("edit-" + row.tag);
            compose("min'fa");
            compare(editor.preeditText, "min'fa");
            compare(editor.text, "");
            verify(!form.dirty);
            // Longer than the journal waits.
            wait(800);
            compare(kept().length, 0);
            compose("");
            compare(editor.text, "");
            verify(!form.dirty);
            compose("minfadian");
            commit(row.words);
            compare(editor.text, row.words);
            compare(editor.preeditText, "");
            tryVerify(() => kept().length === 1);
            compare(JSON.parse(kept()[0].fields)[row.tag], row.words);
            // And more behind it, of which only the first part is there if the program ends now.
            compose("hai'you");
            wait(800);
            compare(JSON.parse(kept()[0].fields)[row.tag], row.words);
            root.sit(root.hands.newFolder());
            root.sit(test.folder);
            press("seat-1");
            tryVerify(() => root.item("edit-" + row.tag)?.text === row.words);
        }

        function test_enterAndEscapeWhileChoosingDoNothingElse() {
            begin();
            enter("edit-theme");
            compose("xuanchuan");
            const page = root.shell.page;
            for (const key of [Qt.Key_Return, Qt.Key_Enter, Qt.Key_Escape])
                keyClick(key);
            verify(root.shell.page === page);
            compare(see("edit-theme").text, "");
            commit("宣传");
            compare(see("edit-theme").text, "宣传");
            verify(root.shell.page === page);
        }

        function test_ctrlSWhileChoosingSavesOnlyWhatIsThere() {
            begin();
            enter("edit-theme");
            commit("普法");
            compose("jiangzuo");
            keyClick(Qt.Key_S, Qt.ControlModifier);
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            compare(JSON.parse(root.hands.stored(test.folder, root.shell.page.form.recordId, "theme")), "普法");
        }

        function test_theListSearchWaitsForTheWord() {
            press("nav-outreach");
            tryVerify(() => root.shell.page.model?.count === 1);
            enter("search");
            compose("pufa");
            wait(400);
            compare(root.shell.page.model.text, "");
            compare(root.shell.page.model.count, 1);
            keyClick(Qt.Key_Return);
            compare(root.shell.page.model.text, "");
            commit("普法");
            tryCompare(root.shell.page.model, "text", "普法");
            compose("qi");
            wait(400);
            compare(root.shell.page.model.text, "普法");
            commit("其他");
            tryCompare(root.shell.page.model, "text", "普法其他");
        }

        function test_aPickerSearchesForTheWordAndEnterPicksOnlyAfterIt() {
            press("nav-outreach");
            press("new");
            press("edit-village");
            const words = see("picker-words");
            tryVerify(() => words.activeFocus);
            const options = () => Array.from(root.shell.page.form.options("village", words.text)).length;
            const all = options();
            verify(all > 3);
            compose("shuanglong");
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Escape);
            verify(!hidden("picker-words"));
            compare(words.text, "");
            commit("没有这个地方");
            compare(words.text, "没有这个地方");
            compare(options(), 0);
        }

        function test_aTagIsEnteredByTheEnterAfterTheWord() {
            begin();
            const form = root.shell.page.form;
            const tags = see("edit-co_organisers");
            enter("edit-co_organisers");
            compose("xiangcun");
            keyClick(Qt.Key_Return);
            compare(form.pendingAt("co_organisers"), "");
            verify(!form.dirty);
            commit("乡村");
            compare(form.pendingAt("co_organisers"), "乡村");
            verify(!form.dirty);
            keyClick(Qt.Key_Return);
            tryVerify(() => form.dirty);
            compare(see("edit-co_organisers").text, "");
            tryVerify(() => kept().length === 1);
            compare(JSON.parse(kept()[0].fields).co_organisers[0], "乡村");
        }

        function test_aDateIsReadWhenItIsWrittenOut() {
            begin();
            const form = root.shell.page.form;
            const date = enter("edit-happened_on");
            date.text = "";
            compose("sanyue");
            compare(date.text, "");
            verify(hidden("problem-happened_on"));
            commit("3月5日");
            compare(date.text, "3月5日");
            enter("edit-theme");
            const row = form.rowOf("happened_on");
            verify(/-03-05$/.test(form.data(form.index(row, 0), Qt.UserRole + 7)), form.data(form.index(row, 0), Qt.UserRole + 7));
        }

        function test_aPinIsNoWordAndIsNeverShownWhileItIsTyped() {
            root.session.lock();
            press("seat-0");
            const pin = see("edit-pin");
            tryVerify(() => pin.activeFocus);
            for (const hint of [Qt.ImhHiddenText, Qt.ImhSensitiveData, Qt.ImhNoPredictiveText])
                verify((pin.inputMethodHints & hint) !== 0, "hint " + hint);
            compose("2468");
            compare(pin.text, "");
            compare(pin.color.a, 0);
            keyClick(Qt.Key_Return);
            verify(hidden("pin-problem"));
            commit("246810");
            compare(pin.text, "246810");
            verify(!pin.displayText.includes("2"), pin.displayText);
            verify(pin.color.a > 0);
            keyClick(Qt.Key_Return);
            see("nav-home");
        }
    }
}
