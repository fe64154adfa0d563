// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest

/// By keyboard alone: an office judges what was submitted, its author mends it, people share a computer, and things go
/// to the district.
Desk {
    id: root

    /// Stores of the one who writes, and of the clerk of the office.
    property string author: ""
    property string office: ""
    property string returned: ""

    KeyCase {
        name: "KeyboardOffice"
        desk: root

        function initTestCase() {
            const hub = root.hands.startHub();
            root.author = root.colleague.join(hub.url, hub.code);
            root.office = root.colleague.join(hub.url, root.hands.codeFor("吴干事", "clerk", "500115127"));
        }

        function cleanupTestCase() {
            root.hands.stopHub();
        }

        function cleanup() {
            root.syncing = false;
        }

        /// What the one wrote is with the other.
        function carry(from, to) {
            root.colleague.sync(from);
            root.colleague.sync(to);
        }

        function lastYear() {
            return Number(root.session.day().slice(0, 4)) - 1;
        }

        /// First: a window of Qt 6.4 that is gone holds on to its F1 for a while, and two of them are none.
        function test_0_theGuideIsReadAndLeft() {
            root.sit(root.hands.filledFolder(1));
            press("nav-outreach");
            go("search");
            keyClick(Qt.Key_F1);
            const first = see("chapter-title").text;
            press("chapter-next");
            tryVerify(() => see("chapter-title").text !== first);
            goRow("chapters", "chapter-20");
            arrowTo("chapter-0", Qt.Key_Up);
            compare(root.shell.page.row, 0);
            press("tab-district");
            keyClick(Qt.Key_PageDown);
            back();
            tryVerify(() => isAt(root.item("search")), 5000, "the keyboard is where it was");
        }

        function test_1_aClerkReturnsOneRecordAndVerifiesAnother() {
            root.returned = root.colleague.lecture(root.author, "第一场");
            const other = root.colleague.lecture(root.author, "第二场");
            carry(root.author, root.office);
            root.sit(root.office);
            press("nav-review");
            openRow("queue", "waits-0");
            press("pin-attendance");
            verify(isAt(root.item("remark-attendance")), "the remark takes the keyboard");
            type("人数与签到表不符");
            press("review-return");
            tryVerify(() => isAt(root.item("review-remark")), 5000, "the question takes the keyboard");
            press("review-return-confirm");
            tryVerify(() => root.shell.page.record.title.includes("第二场"));
            press("review-verify");
            see("queue-empty");
            compare(root.colleague.state(root.office, root.returned), "returned");
            compare(root.colleague.remarks(root.office, root.returned), 1);
            compare(root.colleague.state(root.office, other), "verified");
        }

        function test_2_itsAuthorMendsIt() {
            carry(root.office, root.author);
            root.sit(root.author);
            press("attention-0");
            see("to-mend");
            pressIn("said-0", "notice-action");
            see("asked-attendance");
            write("edit-attendance", "25");
            press("submit");
            see("record-title");
            compare(root.colleague.state(root.author, root.returned), "submitted");
            compare(root.hands.stored(root.author, root.returned, "attendance"), "25");
        }

        function test_aConflictIsSettledByOneOfItsValues() {
            root.sit(root.hands.conflictFolder());
            press("attention-0");
            press("take-1");
            pressIn("settled", "notice-action");
            tryVerify(() => root.shell.page.record !== undefined);
            compare(root.hands.firstConflict(root.session.folder), "");
        }

        function test_aConflictIsSettledByAThirdValue() {
            root.sit(root.hands.conflictFolder());
            const id = root.hands.firstConflict(root.session.folder);
            press("attention-0");
            press("third");
            write("edit-third", "33");
            press("third-save");
            see("settled");
            compare(root.hands.stored(root.session.folder, id, "attendance"), "33");
        }

        /// Types the PIN where it is asked for.
        function enterPin() {
            tryVerify(() => isAt(root.item("edit-pin")), 5000, "the PIN takes the keyboard");
            type("246810");
            enter();
            see("nav-home");
        }

        function test_aPinIsSetAndTwoPeopleTakeTurns() {
            root.sit(root.hands.sharedFolder());
            press("seat-0");
            press("nav-settings");
            write("edit-new-pin", "246810");
            write("edit-pin-again", "246810");
            press("pin-set");
            tryCompare(root.session, "hasPin", true, 30000);
            choose("idle", "5");
            tryCompare(root.session, "idleMinutes", 5);
            press("nav-lock");
            enterPin();
            compare(root.session.person, "何志远");
            press("nav-switch");
            press("seat-1");
            see("nav-home");
            compare(root.session.person, "周文静");
            press("nav-switch");
            press("seat-0");
            enterPin();
            compare(root.session.person, "何志远");
        }

        function test_theWindowIsSetAsAPersonNeedsIt() {
            root.sit(root.hands.filledFolder(1));
            press("nav-settings");
            choose("language", "en");
            compare(root.preferences.language, "en");
            choose("language", "zh");
            choose("text-scale", "150");
            compare(root.preferences.textScale, 150);
            choose("contrast", "high");
            verify(root.preferences.contrast);
            choose("dark", "dark");
            verify(root.preferences.dark);
        }

        function test_itIsSentByThePillByTheButtonAndByStick() {
            root.colleague.lecture(root.author, "待上报的一场");
            root.sit(root.author);
            verify(root.shell.sync.waiting > 0);
            root.syncing = true;
            press("pill");
            tryVerify(() => root.shell.sync.waiting === 0 && root.shell.sync.link === "fine", 20000);
            press("nav-sync");
            press("sync-now");
            tryCompare(root.shell.sync, "running", false, 20000);
            press("link-test");
            tryCompare(root.shell.page.linkTest, "running", false, 20000);
            verify(root.shell.page.linkTest.fine);
            // Where a file goes is asked in the system's own dialog.
            go("stick-write");
            go("stick-write-all");
            go("stick-read");
        }

        function test_aFigureIsLookedBehind() {
            root.sit(root.hands.verifiedFolder());
            press("nav-figures");
            press("year-1");
            tryVerify(() => !root.shell.page.model.counting && root.shell.page.model.count > 0, 20000);
            press("records-F51");
            openRow("figure-records", "behind-0");
            see("record-title");
            back();
            see("behind-0");
            back();
            press("months-F51");
            tryVerify(() => root.shell.page.months?.length === 12, 20000);
            back();
            tryVerify(() => isAt(root.item("months-F51")), 5000, "the keyboard is where it was");
        }
    }
}
