// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Samples to practise with: marked on every page, apart from the real records, and out of reach of the hub.
Desk {
    id: root

    PageCase {
        name: "Practice"
        desk: root

        function begin() {
            root.sit(root.hands.filledFolder(3));
            press("nav-settings");
            press("practise");
            tryVerify(() => root.session.practising);
        }

        function cleanup() {
            root.syncing = false;
            root.hands.stopHub();
        }

        function test_everyPageIsMarkedInWordsAndTheWayOutIsThere() {
            const real = root.hands.filledFolder(3);
            root.sit(real);
            verify(hidden("practice-words"));
            press("nav-settings");
            press("practise");
            for (const go of ["goHome", "goTypes", "goSync", "goFigures", "goSettings"]) {
                root.shell[go]();
                verify(see("practice-words").text.includes("练习"));
            }
            root.shell.goList("outreach");
            see("practice-words");
            compare(root.shell.page.model.count, 3, "the samples");
            for (let i = 0; i < 3; ++i)
                verify(see("row-" + i).word !== "waiting", "nothing is to be sent from here");
            root.shell.newRecord("outreach");
            see("practice-words");
            press("practice-leave");
            tryVerify(() => !root.session.practising);
            verify(hidden("practice-words"));
            compare(root.session.folder, real);
        }

        function test_whatIsWrittenThereStaysThereAndTheRealRecordsAreUntouched() {
            begin();
            const real = root.hands;
            root.shell.newRecord("outreach");
            write("edit-theme", "练习写的一条");
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            press("practice-leave");
            tryVerify(() => !root.session.practising);
            root.shell.goList("outreach");
            compare(root.shell.page.model.count, 3);
            root.shell.page.model.text = "练习写的";
            compare(root.shell.page.model.count, 0);
            press("nav-settings");
            press("practise");
            root.shell.goList("outreach");
            root.shell.page.model.text = "练习写的";
            compare(root.shell.page.model.count, 1, "it waited there");
        }

        function test_thePillSaysThatNothingIsSentAndCountsNothingThatWaits() {
            root.sit(root.hands.filledFolder(3));
            verify(root.shell.sync.waiting > 0);
            verify(hidden("pill-practice"));
            verify(root.session.practise());
            tryVerify(() => root.session.practising);
            see("pill-practice");
            verify(hidden("pill-waiting"));
            compare(root.shell.sync.waiting, 0);
            verify(root.shell.sync.mood !== "waiting");
            verify(see("pill").Accessible.name.includes("练习"), see("pill").Accessible.name);
            root.shell.goSync();
            verify(see("fact-waiting").fact.includes("练习"), see("fact-waiting").fact);
            verify(hidden("join") && hidden("waiting-0"));
            root.session.endPractice();
            verify(root.shell.sync.waiting > 0);
            see("pill-waiting");
        }

        function test_aFormLeftOpenOnOneSideIsNotOnTheOther() {
            root.sit(root.hands.filledFolder(1));
            root.shell.newRecord("outreach");
            write("edit-theme", "真的写到一半");
            // The session goes over at once, as a hand that is faster than every question would have it.
            verify(root.session.practise());
            tryVerify(() => root.session.practising);
            compare(Object.keys(root.session.unfinished()).length, 0);
            const samples = root.session.folder;
            compare(root.hands.leftForms(samples, 1).length, 0);
            root.session.endPractice();
            compare(root.hands.leftForms(root.session.folder, 1).length, 1);
            tryVerify(() => see("edit-theme").text === "真的写到一半");
        }

        function test_nothingOfItJoinsADistrict() {
            const hub = root.hands.startHub();
            root.syncing = true;
            begin();
            verify(hidden("add-person"));
            root.shell.enrol();
            verify(root.shell.page.title.length > 0);
            verify(hidden("edit-code"), "the page to join is not opened");
            verify(!root.shell.sync.syncNow());
            compare(root.shell.sync.link, "none");
            root.session.endPractice();
            join(hub);
            tryCompare(root.shell.sync, "waiting", 0, 20000);
            const other = root.colleague.join(hub.url, hub.otherCode);
            compare(root.colleague.count(other, "outreach"), 3, "only the real ones");
        }

        function test_joinedRealRecordsDoNotSyncFromThereAndGoOnAfterwards() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            join(hub);
            tryCompare(root.shell.sync, "waiting", 0, 20000);
            press("nav-settings");
            press("practise");
            tryVerify(() => root.session.practising);
            verify(!root.session.enrolled);
            verify(!root.shell.sync.syncNow());
            press("practice-leave");
            tryVerify(() => root.session.enrolled);
            tryCompare(root.shell.sync, "link", "fine", 20000);
        }

        function test_whoeverHasAPinIsAskedForItOnTheWayBack() {
            const real = root.hands.filledFolder(1);
            root.sit(real);
            press("nav-settings");
            press("practise");
            tryVerify(() => root.session.practising);
            root.hands.setPin(real, 1);
            press("practice-leave");
            tryVerify(() => root.session.locked && !root.session.practising);
        }

        function test_thrownAwayItBeginsAnew() {
            begin();
            root.shell.newRecord("outreach");
            write("edit-theme", "练习写的一条");
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            press("nav-settings");
            press("practice-away");
            press("away-no");
            verify(root.session.practising);
            press("practice-away");
            press("away-yes");
            tryVerify(() => !root.session.practising);
            verify(!root.session.hasPractice);
            press("nav-settings");
            press("practise");
            root.shell.goList("outreach");
            compare(root.shell.page.model.count, 3);
        }

        function test_itBeginsFromTheFirstPageToo() {
            root.sit(root.hands.newFolder());
            press("start-practice");
            tryVerify(() => root.session.practising);
            see("practice-words");
            press("practice-leave");
            see("start");
            verify(!root.session.ready);
        }

        function test_somethingElseInItsFolderIsLeftAloneAndSaid() {
            const real = root.hands.filledFolder(1);
            root.hands.folderWithLetter(real + "-practice");
            root.sit(real);
            press("nav-settings");
            press("practise");
            verify(see("practice-problem").text.length > 0);
            verify(!root.session.practising);
            compare(root.session.folder, real);
            compare(root.hands.textOf(real + "-practice/letter.txt"), "mine");
        }
    }
}
