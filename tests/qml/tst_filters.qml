// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest

/// A list is narrowed by period, place and tag, and put into another order; a word above it says so.
Desk {
    id: root

    PageCase {
        name: "Filters"
        desk: root

        readonly property int records: 150
        readonly property int year: Number(root.session.day().slice(0, 4))
        property var model: null

        /// What hands.cpp wrote as the n-th record.
        function isThisYear(n) {
            return n % 10 === 0;
        }

        function dayOf(n) {
            const day = isThisYear(n) ? new Date(Date.UTC(year, 0, 1)) : new Date(Date.UTC(year - 1, 0, 1 + n * 37 % 300));
            return day.toISOString().slice(0, 10);
        }

        function isTown(n) {
            return n % 3 !== 2;
        }

        function isStall(n) {
            return n % 4 === 0;
        }

        function isCampaign(n) {
            return n % 5 === 0;
        }

        function numbers(keeps) {
            return Array.from({
                    "length": records
                }, (_, n) => n).filter(keeps);
        }

        /// The numbers of all records that are shown, page after page, in their order.
        function shown() {
            for (let before = -1; before !== model.count; ) {
                before = model.count;
                model.readOn();
            }
            return Array.from({
                    "length": model.count
                }, (_, row) => Number(/第(\d+)场/.exec(model.titleAt(row))[1]));
        }

        function shows(keeps) {
            compare(shown().sort((a, b) => a - b).join(" "), numbers(keeps).join(" "));
        }

        function open() {
            press("list-filter");
            see("filter-close");
        }

        function find(field, words, code) {
            press("edit-" + field);
            write("picker-words", words);
            press("option-" + code);
        }

        function initTestCase() {
            root.sit(root.hands.spreadFolder(records));
        }

        function init() {
            root.shell.goList("outreach");
            see("row-0");
            model = root.shell.page.model;
        }

        function test_aPeriodIsPickedByItsName() {
            open();
            choose("filter-period", "this-year");
            shows(isThisYear);
            compare(see("edit-filter-from").text, year + "-01-01");
            compare(see("edit-filter-to").text, year + "-12-31");
            choose("filter-period", "last-year");
            shows(n => !isThisYear(n));
            choose("filter-period", "last-year");
            compare(model.from + model.to, "");
            shows(() => true);
        }

        function test_thisMonthIsItsDays() {
            open();
            choose("filter-period", "this-month");
            const today = root.session.day();
            compare(model.from, today.slice(0, 8) + "01");
            const next = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 0));
            compare(model.to, next.toISOString().slice(0, 10));
            shows(n => dayOf(n) >= model.from && dayOf(n) <= model.to);
        }

        function test_daysOfOnesOwnMayBeOpenOnOneSide() {
            open();
            write("edit-filter-from", (year - 1) + "年3月1日");
            compare(model.from, (year - 1) + "-03-01");
            shows(n => dayOf(n) >= model.from);
            write("edit-filter-to", (year - 1) + "/4/30");
            shows(n => dayOf(n) >= model.from && dayOf(n) <= (year - 1) + "-04-30");
            write("edit-filter-from", "");
            shows(n => dayOf(n) <= (year - 1) + "-04-30");
        }

        function test_whatIsNoDayIsSaidAndChangesNothing() {
            open();
            write("edit-filter-from", "2月30日");
            verify(see("problem-filter-from").text.length > 0);
            compare(model.from, "");
            write("edit-filter-from", year + "-01-01");
            verify(hidden("problem-filter-from"));
            write("edit-filter-to", (year - 1) + "-01-01");
            verify(see("problem-filter-to").text.length > 0, "the last day is before the first");
            compare(model.count, 0);
        }

        function test_aTownIncludesItsVillages() {
            open();
            find("filter-unit", "双龙镇", "500115127");
            shows(isTown);
            verify(see("edit-filter-unit").text.includes("双龙镇"));
            find("filter-unit", "龙滩村", "500115127200");
            shows(n => n % 3 === 0);
            press("edit-filter-unit");
            press("picker-clear");
            shows(() => true);
        }

        function test_aChoiceAndATagNarrow() {
            open();
            find("filter-form", "", "stall");
            shows(isStall);
            find("filter-campaigns", "", "law-to-grassroots");
            shows(n => isStall(n) && isCampaign(n));
            press("edit-filter-form");
            press("picker-clear");
            shows(isCampaign);
        }

        function test_allTogetherAreCountedNamedAndReset() {
            verify(hidden("filter-notice"));
            const plain = see("list-filter").text;
            open();
            choose("filter-period", "last-year");
            find("filter-unit", "双龙镇", "500115127");
            find("filter-form", "", "stall");
            press("filter-close");
            shows(n => !isThisYear(n) && isTown(n) && isStall(n));
            verify(see("list-filter").text.includes("3"), see("list-filter").text);
            const notice = see("filter-notice");
            for (const word of [String(year - 1), "双龙镇", model.chosen.form.label])
                verify(notice.text.includes(word), notice.text);
            press("notice-action");
            verify(hidden("filter-notice"));
            compare(see("list-filter").text, plain);
            shows(() => true);
        }

        function test_theDialogResetsTooAndShowsIt() {
            open();
            verify(!see("filter-reset").enabled);
            choose("filter-period", "this-year");
            find("filter-unit", "龙滩村", "500115127200");
            press("filter-reset");
            compare(see("edit-filter-from").text, "");
            shows(() => true);
        }

        function test_whatASearchAndAWordLeaveIsNarrowedFurther() {
            model.text = "第1";
            model.word = "draft";
            open();
            choose("filter-period", "this-year");
            shows(n => isThisYear(n) && String(n).startsWith("1"));
        }

        function test_theOrderHoldsAcrossPages() {
            compare(shown().join(" "), numbers(() => true).reverse().join(" "), "the last change first");
            open();
            choose("filter-order", "happened_on");
            verify(model.count < records, "it is read page by page");
            const byDay = numbers(() => true).sort((a, b) => dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a - b);
            compare(shown().join(" "), byDay.join(" "));
            choose("filter-order", "-happened_on");
            compare(shown().join(" "), byDay.reverse().join(" "));
            choose("filter-period", "last-year");
            compare(shown().join(" "), byDay.filter(n => !isThisYear(n)).join(" "));
            verify(!model.narrowed || model.filtered);
        }

        function test_anOrderIsNoFilter() {
            model.order = "happened_on";
            verify(!model.filtered);
            verify(hidden("filter-notice"));
            compare(model.fileOrder(), "happened_on");
            model.order = "-happened_on";
            compare(model.fileOrder(), "-happened_on");
            model.order = "-updated";
            compare(model.fileOrder(), "happened_on", "what is saved meanwhile would be left out");
        }

        function test_theFileHoldsWhatIsShownInItsOrder() {
            open();
            choose("filter-period", "this-year");
            find("filter-unit", "龙滩村", "500115127200");
            choose("filter-order", "-happened_on");
            press("filter-close");
            const rows = shown();
            press("list-export");
            const dialog = root.shell.page.exporting;
            dialog.controller.folder = root.hands.newShelf();
            choose("export-ending", "csv");
            press("export-run");
            tryCompare(dialog.controller, "running", false, 20000);
            compare(dialog.controller.problem, "");
            const themes = root.hands.textOf(dialog.controller.file).match(/第\d+场/g);
            compare(themes.join(" "), rows.map(n => "第" + n + "场").join(" "));
        }

        function test_anotherTypeHasItsOwnFieldsAndKeepsNoneOfTheseChoices() {
            model.choose("form", "stall");
            verify(model.filtered);
            model.type = "plan-item";
            verify(!model.filtered);
            compare(model.fields.map(one => one.name).join(" "), "kind state");
            model.choose("state", "done");
            compare(model.problem, "");
            model.type = "consultation";
            verify(!model.fields.some(one => one.name === "gender"), "whose affair it is alone");
            verify(model.fields.length <= 6);
        }

        function test_byKeyboardAlone() {
            const search = see("search");
            search.forceActiveFocus();
            const button = see("list-filter");
            for (let tabs = 0; tabs < 10 && !button.activeFocus; ++tabs)
                keyClick(Qt.Key_Tab);
            verify(button.activeFocus, "Tab comes to the filters");
            keyClick(Qt.Key_Return);
            const period = see("edit-filter-period");
            const chip = root.hands.find(period, "choice-this-year");
            for (let tabs = 0; tabs < 10 && !chip.activeFocus; ++tabs)
                keyClick(Qt.Key_Tab);
            verify(chip.activeFocus, "Tab comes to the chip");
            keyClick(Qt.Key_Space);
            shows(isThisYear);
            const unit = see("edit-filter-unit");
            for (let tabs = 0; tabs < 20 && !unit.activeFocus; ++tabs)
                keyClick(Qt.Key_Tab);
            keyClick(Qt.Key_Return);
            see("picker-words").text = "龙滩村";
            see("picker-words").textEdited();
            keyClick(Qt.Key_Return);
            tryVerify(() => hidden("picker-words"));
            shows(n => isThisYear(n) && n % 3 === 0);
            verify(unit.activeFocus, "the keyboard is where it was");
            keyClick(Qt.Key_Escape);
            tryVerify(() => hidden("filter-close"));
            keyClick(Qt.Key_Return);
            tryVerify(() => root.shell.page.record !== undefined, 5000, "and then on the list");
        }

        function test_theDialogFits_data() {
            return [{
                    "tag": "wide",
                    "width": 1280,
                    "height": 800,
                    "scale": 100
                }, {
                    "tag": "narrow, letters twice as large",
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }];
        }

        function test_theDialogFits(row) {
            fits(row, () => {
                    open();
                    choose("filter-period", "last-year");
                    find("filter-unit", "龙滩村", "500115127200");
                });
        }

        function cleanup() {
            root.shell.goTypes();
        }
    }
}
