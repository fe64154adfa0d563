// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest

/// By keyboard alone: a record is written, found, changed, left, printed, brought in from a table.
Desk {
    id: root

    KeyCase {
        name: "KeyboardRecords"
        desk: root

        /// A value of the record that is shown, or written.
        function stored(field) {
            const page = root.shell.page;
            const json = root.hands.stored(root.session.folder, (page.form ?? page.record).recordId, field);
            return json.length > 0 ? JSON.parse(json) : null;
        }

        function sitWith(records) {
            root.sit(root.hands.filledFolder(records));
            see("nav-home");
        }

        function openList() {
            press("nav-outreach");
            tryVerify(() => root.shell.page.model?.count > 0);
        }

        function begin() {
            press("nav-outreach");
            press("new");
            see("edit-theme");
        }

        function cleanup() {
            root.hands.programsOf("");
        }

        function test_fromAnEmptyComputerToASubmittedVisitInTheList() {
            root.sit(root.hands.newFolder());
            see("start");
            write("edit-station-name", "双龙司法所1号机");
            press("start");
            see("nav-home");
            compare(root.session.stationName, "双龙司法所1号机");
            press("nav-service-visit");
            press("new");
            tryVerify(() => isAt(root.item("edit-village")), 5000, "the first gap");
            find("edit-village", "龙滩村", "500115127200");
            write("edit-duration", "90");
            choose("kinds", "consultation");
            choose("kinds", "lecture");
            write("edit-persons_served", "12");
            write("edit-summary", "到村走访，解答宅基地咨询");
            choose("confirm_method", "signed-paper");
            write("edit-confirmer", "张主任");
            press("submit");
            see("record-title");
            compare(stored("persons_served"), 12);
            compare(stored("kinds").join(" "), "consultation lecture");
            back();
            compare(see("row-0").word, "waiting");
            verify(see("row-0").title.includes("龙滩村"), see("row-0").title);
        }

        function test_aRecordIsSearchedOpenedChangedAndLeft() {
            sitWith(12);
            openList();
            write("search", "第5场");
            tryCompare(root.shell.page.model, "count", 1);
            openRow("records", "row-0");
            see("record-title");
            press("edit");
            write("edit-theme", "民法典进院坝");
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            back();
            tryVerify(() => see("record-title").text.includes("民法典进院坝"));
            back();
            tryVerify(() => root.shell.page.model !== undefined);
            pressIn("filter-notice", "notice-action");
            tryCompare(root.shell.page.model, "count", 12);
            openRow("records", "row-11");
            compare(root.shell.page.record.title.includes("第0场"), true, root.shell.page.record.title);
            back();
            tryVerify(() => isAt(root.item("row-11")), 5000, "the keyboard is where it was");
            for (let row = 10; row >= 0; --row) {
                keyClick(Qt.Key_Up);
                verify(isAt(root.item("row-" + row)));
                seen("row-" + row);
            }
        }

        function test_aDayIsPickedFromAMonth() {
            sitWith(0);
            begin();
            const pick = "edit-happened_on-pick";
            write("edit-happened_on", "2025-08-20");
            press(pick);
            see("day-31");
            back();
            tryVerify(() => hidden("day-31"));
            // A month of fewer weeks, while it is closed.
            write("edit-happened_on", "2026-02-10");
            press(pick);
            press("month-before");
            press("month-after");
            press("day-3");
            tryVerify(() => hidden("day-3"));
            compare(see("edit-happened_on").text, "2026-02-03");
        }

        function test_aListIsNarrowed() {
            root.sit(root.hands.spreadFolder(30));
            openList();
            const model = root.shell.page.model;
            press("filter-verified");
            tryCompare(model, "count", 0);
            press("filter-verified");
            tryCompare(model, "count", 30);
            press("list-filter");
            choose("filter-period", "last-year");
            find("edit-filter-unit", "龙滩村", "500115127200");
            pick("filter-form", "stall");
            const day = model.from.slice(0, 4) + "-01-01";
            write("edit-filter-to", day);
            choose("filter-order", "happened_on");
            press("filter-close");
            compare(model.to, day);
            verify(model.narrowed > 0);
            pressIn("filter-notice", "notice-action");
            tryCompare(model, "narrowed", 0);
            goRow("records", "row-2");
            press("filter-bin");
            tryCompare(model, "count", 0);
            press("filter-bin");
            tryCompare(model, "count", 30);
            wait(50);
            verify(isAt(root.item("filter-bin")), "rows that come anew do not take the keyboard");
        }

        function test_aRecordIsPrinted() {
            root.hands.programsOf(root.hands.newShelf());
            sitWith(1);
            openList();
            openRow("records", "row-0");
            const printer = root.shell.page.printer;
            printer.folder = root.hands.newFolder() + "/papers";
            press("print");
            press("print-outreach-sheet");
            see("print-done");
            verify(root.hands.sizeOf(printer.fileName) > 1000);
            press("print-close");
            tryVerify(() => hidden("print-close"));
        }

        function test_aTableIsBroughtIn() {
            sitWith(1);
            openList();
            press("list-import");
            see("import-choose");
            go("import-choose");
            // The system's own dialog is not of this window.
            const model = root.shell.page.model;
            const table = "活动名目,日期,参加人数\n民法典进村,2026-03-01,30\n反诈宣传,2026-03-02,40\n";
            model.file = "file://" + root.hands.table(root.hands.newShelf(), "台账.csv", table);
            tryVerify(() => model.state === "read", 20000);
            find("edit-column-0", "主题", "theme");
            tryVerify(() => model.state === "read" && model.preview[0].title.includes("民法典进村"), 20000);
            see("preview-1");
            press("import-all");
            tryCompare(model, "state", "done", 20000);
            press("show-made");
            openRow("found", "found-0");
            see("record-title");
        }

        function test_whatIsTypedIsKeptThrownAwayOrGoneOnWith() {
            sitWith(1);
            begin();
            write("edit-theme", "写了一半");
            back();
            press("leave-stay");
            compare(see("edit-theme").text, "写了一半");
            go("edit-theme");
            back();
            press("leave-discard");
            tryVerify(() => root.shell.page.model?.count === 1);
            press("new");
            write("edit-theme", "留着");
            press("nav-sync");
            press("leave-keep");
            tryCompare(root.shell, "section", "sync");
            openList();
            tryCompare(root.shell.page.model, "count", 2);
            verify(root.shell.page.model.titleAt(0).includes("留着"));
        }

        function test_itemsAreAddedMovedAndTakenOff() {
            sitWith(0);
            press("nav-contract-review");
            press("new");
            write("edit-contract_name", "鱼塘承包合同");
            press("add-findings");
            tryVerify(() => focused().objectName.startsWith("edit-findings/+1/"));
            press("add-findings");
            tryVerify(() => focused().objectName.startsWith("edit-findings/+2/"));
            keyClick(Qt.Key_S, Qt.ControlModifier);
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            const items = stored("findings").map(one => one.item);
            press("down-findings/" + items[0]);
            press("remove-findings/" + items[1]);
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            compare(stored("findings").map(one => one.item).join(" "), items[0]);
        }
    }
}
