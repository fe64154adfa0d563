// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest

/// What cannot be read from the store is said where it would stand, and no nought is shown in its place.
Desk {
    id: root

    PageCase {
        id: test

        name: "Unread"
        desk: root

        property string folder

        function cleanup() {
            root.hands.mendReading();
        }

        function sitAt(folder) {
            test.folder = folder;
            root.sit(folder);
            see("nav-home");
        }

        function saysUnread(name) {
            verify(see(name).text.includes("读不出"), see(name).text);
        }

        function thisMonth(folder) {
            root.colleague.create(folder, "outreach", {
                    "theme": "本月的一场",
                    "happened_on": root.session.day()
                });
        }

        function texts() {
            return Array.from(root.hands.texts(root.shell));
        }

        function test_theHomePageSaysSoAndComesBack() {
            const folder = root.hands.conflictFolder();
            thisMonth(folder);
            sitAt(folder);
            see("attention-0");
            tryVerify(() => root.shell.page.month.count > 0);
            root.hands.breakReading(test.folder);
            root.session.touch();
            saysUnread("home-unread");
            tryVerify(() => root.shell.page.month.problem.length > 0 && root.shell.page.due.problem.length > 0);
            verify(root.shell.page.attention.problem.length > 0);
            verify(root.shell.page.types.problem.length > 0);
            // Nor does the pill say that nothing waits.
            verify(!root.shell.sync.known);
            compare(root.shell.sync.mood, "attention");
            verify(!texts().some(text => text.includes("没有待上报")));
            // No number of records is told, least of all a nought.
            verify(!texts().some(text => /^\d+ 条记录$|^0$/.test(text)), texts().join(" | "));
            verify(hidden("month-nothing"));
            verify(hidden("month-visited"));
            root.hands.mendReading();
            press("notice-action");
            tryVerify(() => hidden("home-unread"));
            verify(root.shell.sync.known);
            see("attention-0");
            tryVerify(() => root.shell.page.month.count > 0);
        }

        function test_theNumbersOfAllRecordsAreNotNoughts() {
            sitAt(root.hands.filledFolder(2));
            press("all-types");
            see("list-outreach");
            verify(texts().includes("2 条记录"));
            root.hands.breakReading(test.folder);
            root.session.touch();
            tryVerify(() => texts().some(text => text.includes("读不出")));
            const model = root.shell.types;
            for (let row = 0; row < model.count; ++row)
                compare(model.data(model.index(row, 0), Qt.UserRole + 6), -1);
        }

        function test_theFiguresSaySoAndShowNone() {
            sitAt(root.hands.verifiedFolder());
            press("nav-figures");
            press("year-1");
            see("records-F51");
            root.hands.breakReading(test.folder);
            root.session.touch();
            saysUnread("figures-problem");
            compare(root.shell.page.model.count, 0);
            verify(hidden("records-F51"));
            root.hands.mendReading();
            root.session.touch();
            tryVerify(() => hidden("figures-problem"));
            see("records-F51");
        }

        function test_theRecordsAndMonthsOfAFigureSaySoToo() {
            sitAt(root.hands.verifiedFolder());
            press("nav-figures");
            press("year-1");
            press("records-F51");
            see("behind-0");
            root.hands.breakReading(test.folder);
            root.session.touch();
            saysUnread("figure-problem");
            verify(hidden("behind-0"));
            root.hands.mendReading();
            root.session.touch();
            press("back");
            press("months-F51");
            see("months");
            root.hands.breakReading(test.folder);
            root.session.touch();
            saysUnread("figure-problem");
            verify(hidden("months"));
        }

        function test_theRecordsOfAMonthAreNotAnEmptyList() {
            const folder = root.hands.filledFolder(1);
            thisMonth(folder);
            sitAt(folder);
            tryVerify(() => root.item("month-outreach") !== null);
            root.hands.breakReading(test.folder);
            press("month-outreach");
            saysUnread("home-unread");
            verify(root.shell.page.month !== undefined, "the page behind the number opened");
        }

        function test_theAppraisalDoesNotSayThatNobodyIsThere() {
            const folder = root.colleague.office("李所长", "head", "500115127");
            const year = String(new Date().getFullYear() - 1);
            root.colleague.force(folder, root.colleague.create(folder, "appointment", {
                        "advisor": "陈顾问",
                        "starts_on": year + "-01-01",
                        "villages": [{
                                "village": "500115127200",
                                "since": year + "-01-01"
                            }]
                    }));
            sitAt(folder);
            press("nav-assessment");
            press("sheet-year-0");
            root.shell.page.sheet.pack = "advisor-score-a";
            tryVerify(() => root.shell.page.sheet.count > 0);
            root.hands.breakReading(folder);
            root.session.touch();
            saysUnread("sheet-problem");
            verify(!see("sheet-problem").text.includes("聘用"));
            compare(root.shell.page.sheet.count, 0);
            verify(hidden("sheet-total"));
            root.hands.mendReading();
            root.session.touch();
            tryVerify(() => hidden("sheet-problem"));
            verify(root.shell.page.sheet.count > 0);
        }

        function test_aConflictThatCannotBeReadIsNotSettled() {
            sitAt(root.hands.conflictFolder());
            press("attention-0");
            see("conflict-attendance");
            root.hands.breakReading(test.folder);
            root.session.touch();
            saysUnread("conflict-problem");
            verify(hidden("settled"));
            root.hands.mendReading();
            root.session.touch();
            see("conflict-attendance");
            verify(hidden("conflict-problem"));
        }
    }
}
