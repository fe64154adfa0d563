// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The units of a district, and a figure over the months.
Desk {
    id: root

    PageCase {
        name: "Board"
        desk: root

        function visit(folder, day, village) {
            const id = root.colleague.create(folder, "service-visit", {
                    "happened_on": day,
                    "village": village,
                    "advisor": "陈顾问",
                    "mode": "on-site",
                    "duration": 120,
                    "kinds": ["consultation"]
                });
            root.colleague.force(folder, id);
        }

        /// That many days ago in China.
        function daysAgo(days) {
            return new Date(Date.now() + 8 * 3600 * 1000 - days * 24 * 3600 * 1000).toISOString().slice(0, 10);
        }

        function begin() {
            const folder = root.colleague.office("科长", "district", "500115");
            visit(folder, daysAgo(0), "500115127001");
            visit(folder, daysAgo(100), "500115127200");
            root.sit(folder);
            press("nav-board");
            tryCompare(root.shell.page.board, "counting", false, 20000);
            return folder;
        }

        function test_theSilentAreFirstAndEveryNumberOpensItsRecords() {
            begin();
            const board = root.shell.page.board;
            verify(board.count > 10);
            see("silent-500115127");
            press("number-500115127-verified");
            see("found-1");
            press("found-0");
            tryVerify(() => root.shell.page.record !== undefined);
            root.shell.goBack();
            root.shell.goBack();
            press("enter-500115127");
            tryCompare(board, "counting", false, 20000);
            compare(board.unit, "500115127");
            see("silent-500115127200");
            verify(hidden("silent-500115127001"), "it was visited today");
            press("path-0");
            tryCompare(board, "unit", "500115");
        }

        function test_whoHasNotReportedIsToldFirstAndFoundByAFilter() {
            begin();
            const board = root.shell.page.board;
            verify(board.overdue > 10, "no computer of any other town ever wrote");
            verify(hidden("overdue-500115127"), "something happened there today");
            press("only-overdue");
            tryVerify(() => board.count === board.overdue);
            verify(hidden("unit-name-" + board.count));
            press("only-overdue");
            tryVerify(() => board.count === board.overdue + 1);
            press("enter-500115127");
            tryCompare(board, "counting", false, 20000);
            const told = see("overdue-500115127200").text;
            const day = daysAgo(100).split("-").map(Number);
            verify(told.includes(day[0] + "年" + day[1] + "月" + day[2] + "日"), told);
            verify(hidden("overdue-500115127001"));
        }

        function test_theComputersOfAUnitAreShown() {
            root.sit(root.colleague.office("所长", "head", "500115127"));
            press("nav-board");
            tryCompare(root.shell.page.board, "counting", false, 20000);
            verify(hidden("computers-500115127001"), "villages have none of their own");
            const hub = root.hands.startHub();
            const folder = root.colleague.join(hub.url, root.hands.codeFor("科长", "district", "500115"));
            const town = root.colleague.join(hub.url, root.hands.codeFor("所长", "head", "500115127"));
            root.colleague.lecture(town, "民法典");
            root.colleague.sync(town);
            root.colleague.sync(folder);
            root.hands.stopHub();
            root.sit(folder);
            press("nav-board");
            tryCompare(root.shell.page.board, "counting", false, 20000);
            verify(see("computers-500115127").text.includes("别处的机"), see("computers-500115127").text);
        }

        function test_theBoardIsSavedAsATableAndAFolderThatCannotBeMadeIsSaid() {
            begin();
            const board = root.shell.page.board;
            board.folder = root.hands.newShelf() + "/表格";
            press("board-export");
            see("board-exported");
            verify(root.hands.sizeOf(board.file) > 1000, board.exportProblem);
            board.folder = "/proc/nowhere";
            press("board-export");
            verify(board.exportProblem.length > 0);
            compare(board.file, "");
        }

        function test_theTableStandsInTheLedgerOfExports() {
            begin();
            root.shell.page.board.folder = root.hands.newShelf();
            press("board-export");
            press("nav-settings");
            press("open-exports");
            verify(see("exported-what-0").text.includes("单位情况"), see("exported-what-0").text);
            verify(see("exported-kind-0").text.length > 0);
        }

        function test_whoReviewsInATownSeesTheBoardAndIsToldWhoLocks() {
            root.sit(root.colleague.office("所长", "head", "500115127"));
            press("nav-board");
            tryCompare(root.shell.page.board, "counting", false, 20000);
            see("how-locks");
            verify(hidden("to-locks"));
        }

        function test_anAdvisorHasNoBoard() {
            root.sit(root.colleague.office("陈顾问", "advisor", "500115127"));
            verify(hidden("nav-board"));
            press("nav-figures");
            verify(hidden("to-board"));
        }

        function test_aFigureIsShownOverTheMonthsBesideTheYearBefore() {
            root.sit(root.hands.verifiedFolder());
            press("nav-figures");
            press("year-1");
            press("months-F51");
            see("months");
            tryVerify(() => root.shell.page.months.length === 12);
            compare(root.shell.page.months[4].now, 1);
            compare(root.shell.page.months[4].before, 0);
            verify(see("bar-4").height > 10);
            verify(hidden("bar-3") || see("bar-3").height === 0);
            compare(see("month-cell-14").text, root.shell.page.months[4].shown);
        }
    }
}
