// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A ledger from a spreadsheet becomes records, or says why not.
Desk {
    id: root

    PageCase {
        name: "Import"
        desk: root

        readonly property string good: "活动名目,日期,参加人数,经办\n民法典进村,2026-03-01,30,张三\n反诈宣传,2026-03-02,40,李四\n"
        readonly property string bad: "活动主题,日期,参加人数\n民法典进村,2026-03-01,30\n坏日期,2026-02-30,20\n反诈宣传,2026-03-02,许多\n"
        property string shelf: ""

        function file(name, text) {
            return "file://" + root.hands.table(shelf, name, text);
        }

        /// At the import page of outreach records, over a store with three of them.
        function begin(text) {
            shelf = root.hands.newShelf();
            root.sit(root.hands.filledFolder(3));
            root.shell.goList("outreach");
            press("list-import");
            const model = root.shell.page.model;
            model.folder = shelf + "/表格";
            compare(model.type, "outreach");
            model.file = file("台账.csv", text);
            tryVerify(() => model.state === "read", 20000);
            return model;
        }

        function themes() {
            root.shell.goList("outreach");
            const list = root.shell.page.model;
            const out = [];
            for (let row = 0; row < list.count; ++row)
                out.push(list.titleAt(row));
            return out;
        }

        function test_columnsAreProposedChangedAndKnownTheNextTimeAndAllRowsBecomeRecords() {
            const model = begin(good);
            compare(model.good, 2);
            verify(see("left-out").text.includes("活动名目"), see("left-out").text);
            pick("column-0", "theme");
            tryVerify(() => model.state === "read" && model.preview[0].title.includes("民法典进村"), 20000);
            verify(see("preview-lines-0").text.includes("30"), see("preview-lines-0").text);
            press("import-all");
            tryCompare(model, "state", "done", 20000);
            compare(model.good, 2);
            press("show-made");
            see("found-1");
            press("found-0");
            tryVerify(() => root.shell.page.record !== undefined);
            root.shell.goBack();
            root.shell.goBack();
            compare(themes().filter(theme => /民法典进村|反诈宣传/.test(theme)).length, 2);
            press("list-import");
            const again = root.shell.page.model;
            again.file = file("下月.csv", good + "新的一场,2026-04-01,20,王五\n");
            tryVerify(() => again.state === "read", 20000);
            compare(again.preview.length, 3);
            compare(again.already, 2);
            see("import-already");
            press("import-all");
            tryCompare(again, "state", "done", 20000);
            press("show-list");
            compare(themes().filter(theme => theme.includes("新的一场")).length, 1);
            compare(themes().length, 6);
        }

        function test_aRowWithSomethingWrongKeepsAllOutUntilThePersonKnowinglyTakesAPart() {
            const model = begin(bad);
            compare(model.bad, 2);
            verify(see("row-problem-0").text.includes("3"), see("row-problem-0").text);
            see("row-problem-1");
            verify(hidden("import-all"));
            model.import(false);
            compare(model.state, "read");
            press("save-errors");
            verify(root.hands.sizeOf(model.errorFile) > 1000, model.errorProblem);
            see("errors-saved");
            press("import-good-only");
            press("part-no");
            compare(model.state, "read");
            press("import-good-only");
            press("part-yes");
            tryCompare(model, "state", "done", 20000);
            compare(model.good, 1);
            verify(see("import-bad").text.includes("2"));
            compare(themes().filter(theme => theme.includes("民法典进村")).length, 1);
            compare(themes().length, 4);
        }

        function test_aFileIsDroppedOntoThePage() {
            shelf = root.hands.newShelf();
            root.sit(root.hands.filledFolder(3));
            root.shell.goList("outreach");
            press("list-import");
            const model = root.shell.page.model;
            compare(model.fileName, "");
            const path = root.hands.table(shelf, "拖来的.csv", good);
            verify(root.hands.drop(see("import-choose"), path));
            tryVerify(() => model.state === "read", 20000);
            compare(model.fileName, "拖来的.csv");
            compare(model.good, 2);
            see("edit-column-0");
        }

        function test_aFileThatWentChangedOrIsNoTableIsSaidAndNothingIsWritten() {
            const model = begin(good);
            model.setField(0, "theme");
            tryVerify(() => model.state === "read" && model.preview[0].title.length > 0, 20000);
            // It has another row when it is imported, and that one is wrong.
            root.hands.table(shelf, "台账.csv", good + "又一场,2026-02-31,1,王五\n");
            press("import-all");
            tryVerify(() => model.notice.length > 0 && model.state === "read", 20000);
            compare(model.bad, 1);
            see("import-notice");
            root.hands.removeFile(shelf + "/台账.csv");
            press("read-again");
            tryVerify(() => model.problem.length > 0, 20000);
            see("import-problem");
            verify(hidden("import-all"));
            model.file = file("没有.xlsx", "no workbook");
            tryVerify(() => model.state === "read" && model.problem.length > 0, 20000);
            model.file = file("照片.png", "x");
            tryVerify(() => model.problem.includes("xlsx"), 20000);
            compare(themes().length, 3);
        }

        function test_whatIsNotWritableIsSaid() {
            const model = begin(bad);
            model.folder = "/proc/nowhere";
            press("save-errors");
            tryVerify(() => model.errorProblem.length > 0);
            compare(model.errorFile, "");
        }

        function test_theKeyboardAloneChoosesAField() {
            const model = begin(good);
            const picker = see("edit-column-0");
            settle(picker);
            picker.forceActiveFocus();
            keyClick(Qt.Key_Return);
            const words = see("picker-words");
            tryVerify(() => words.activeFocus);
            for (const letter of "活动主题")
                words.insert(words.length, letter);
            words.textEdited();
            keyClick(Qt.Key_Return);
            tryVerify(() => model.leftOut.indexOf("活动名目") < 0 && model.state === "read", 20000);
        }

        function test_everyWidthHoldsIt_data() {
            return [{
                    "tag": "360",
                    "width": 360,
                    "height": 640,
                    "scale": 100
                }, {
                    "tag": "360 large",
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }];
        }

        function test_everyWidthHoldsIt(row) {
            fits(row, () => begin(bad));
            see("row-problem-1");
        }
    }
}
