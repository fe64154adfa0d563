// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

/// The three facts, with a hub that cannot be reached.
Desk {
    id: root

    PageCase {
        name: "Sync"
        desk: root

        function cleanup() {
            root.syncing = false;
        }

        function test_withoutAServerNothingIsAskedAndEverythingWorks() {
            root.sit(root.hands.filledFolder(2));
            press("nav-sync");
            compare(root.shell.sync.link, "none");
            verify(hidden("sync-now"));
            press("pill");
            tryVerify(() => see("toast").text.length > 0);
            press("nav-outreach");
            see("row-1");
        }

        function test_anUnreachableHubIsSaidInPlainWordsAndNothingStops() {
            root.syncing = true;
            root.sit(root.hands.joinedFolder());
            press("nav-sync");
            press("sync-now");
            tryCompare(root.shell.sync, "link", "failing", 20000);
            const told = see("sync-problem").text;
            verify(!/curl|errno|exception|refused|failed|connect to/i.test(told), told);
            verify(/[一-龥]/.test(told), told);
            press("nav-outreach");
            press("new");
            write("edit-theme", "断网也能写");
            press("save");
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            compare(root.shell.sync.mood, "waiting");
        }

        function openHistory(row) {
            press("nav-outreach");
            press("row-" + row);
            press("tab-history");
        }

        function test_olderHistoryComesFromTheDistrictOrSaysWhyNot() {
            const hub = root.hands.startHub();
            root.hands.writeElsewhere(hub.url, hub.otherCode);
            root.syncing = true;
            root.sit(root.hands.filledFolder(0));
            join(hub);
            tryVerify(() => root.shell.sync.records === 2, 20000);
            openHistory(0);
            compare(root.shell.page.history.count, 0);
            verify(hidden("older-why"));
            press("older");
            tryVerify(() => root.shell.page.history.count === 4, 20000);
            compare(root.shell.page.history.older, "none");
            compare(root.shell.page.history.problem, "");
            verify(hidden("older"));
            root.hands.stopHub();
            press("nav-sync");
            press("sync-now");
            tryCompare(root.shell.sync, "link", "failing", 20000);
            openHistory(1);
            verify(!see("older").enabled);
            verify(see("older-why").text.length > 0);
        }

        function test_aHubThatDoesNotAnswerLeavesTheHistoryAsItIsAndSaysSo() {
            const hub = root.hands.startHub();
            root.hands.writeElsewhere(hub.url, hub.otherCode);
            root.syncing = true;
            root.sit(root.hands.filledFolder(0));
            join(hub);
            tryVerify(() => root.shell.sync.records === 2, 20000);
            openHistory(0);
            root.hands.stopHub();
            press("older");
            tryVerify(() => root.shell.page.history.problem.length > 0, 20000);
            verify(/[一-龥]/.test(root.shell.page.history.problem));
            compare(root.shell.page.history.count, 0);
        }

        function test_aFormThatIsOpenFollowsAFork() {
            root.sit(root.hands.joinedFolder());
            press("nav-contract-review");
            press("new");
            write("edit-contract_name", "鱼塘承包合同");
            press("add-findings");
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            const before = root.shell.page.form.recordId;
            const item = JSON.parse(root.hands.stored(root.session.folder, before, "findings"))[0].item;
            press("nav-contract-review");
            press("row-0");
            press("edit");
            write("edit-contract_name", "山林承包合同");
            write("edit-findings/" + item + "/problem", "租期超过二十年");
            root.hands.fork(root.session.folder);
            root.session.touch();
            const now = root.shell.page.form.recordId;
            verify(now !== before);
            verify(root.shell.page.dirty);
            compare(see("edit-contract_name").text, "山林承包合同");
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            compare(root.shell.page.form.problem, "");
            const items = JSON.parse(root.hands.stored(root.session.folder, now, "findings"));
            compare(items.map(one => one.problem), ["租期超过二十年"]);
            verify(items[0].item !== item);
            compare(root.hands.firstConflict(root.session.folder), "");
            press("back");
            tryVerify(() => see("record-title").text.indexOf("山林承包合同") >= 0);
            compare(root.shell.page.record.recordId, now);
            press("tab-history");
            see("version-1");
        }

        function test_aFormSavedBeforeTheWindowHeardOfTheForkLosesNothing() {
            root.sit(root.hands.joinedFolder());
            press("nav-outreach");
            press("row-0");
            press("edit");
            write("edit-theme", "换了身份以后");
            root.hands.fork(root.session.folder);
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            compare(JSON.parse(root.hands.stored(root.session.folder, root.shell.page.form.recordId, "theme")), "换了身份以后");
            compare(root.hands.firstConflict(root.session.folder), "");
        }

        function test_joiningARealHubSendsWhatWasWritten() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(2));
            join(hub);
            compare(root.session.person, "何志远");
            tryCompare(root.shell.sync, "waiting", 0, 20000);
            press("nav-outreach");
            press("new");
            write("edit-theme", "入网之后的一场");
            press("save");
            press("pill");
            tryVerify(() => root.shell.sync.waiting === 0 && root.shell.sync.link === "fine", 20000);
            root.hands.stopHub();
            press("nav-sync");
            press("sync-now");
            tryCompare(root.shell.sync, "link", "failing", 20000);
        }

        function test_whatIsOnItsWaySaysSoUntilItIsThereOrStaysHere() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            join(hub);
            tryCompare(root.shell.sync, "waiting", 0, 20000);
            press("nav-outreach");
            compare(see("row-0").word, "received");
            root.hands.stopHub();
            const words = [];
            const hear = () => words.push(see("row-0").word);
            root.session.sendingChanged.connect(hear);
            root.colleague.edit(root.session.folder, root.shell.page.model.idAt(0), {
                    "place": "村委会"
                });
            root.session.touch();
            tryVerify(() => see("row-0").word === "waiting");
            press("pill");
            tryVerify(() => root.shell.sync.link === "failing", 20000);
            compare(words.join(), "sending,waiting", "the link was fine as far as anybody knew");
            press("pill");
            tryVerify(() => !root.shell.sync.running, 20000);
            compare(words.join(), "sending,waiting", "where the link is known to be down nothing is on its way");
            root.session.sendingChanged.disconnect(hear);
        }

        function test_aRecordSaysWhenTheDistrictTookIt() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            press("nav-outreach");
            press("row-0");
            see("record-word");
            verify(hidden("record-received"));
            join(hub);
            tryCompare(root.shell.sync, "waiting", 0, 20000);
            press("nav-outreach");
            press("row-0");
            verify(/区县回执：今天 \d\d:\d\d/.test(see("record-received").text), see("record-received").text);
            root.shell.sync.active = false;
            press("edit");
            write("edit-theme", "又改了一次");
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            press("back");
            tryVerify(() => see("record-title").text.indexOf("又改了一次") >= 0);
            verify(hidden("record-received"), "the newest change waits");
        }

        function test_aReturnedRecordSaysWhichFieldItIsAbout() {
            root.sit(root.hands.submittedFolder());
            press("nav-outreach");
            press("row-0");
            press("return");
            write("remark", "日期写错了");
            const sheet = see("dialog-sheet"), button = see("return-confirm");
            verify(sheet.height > 3 * button.height && sheet.height < root.shell.height);
            press("remark-field");
            press("option-happened_on");
            press("return-confirm");
            tryVerify(() => root.shell.page.record.remarks.length === 1);
            verify(root.shell.page.record.remarks[0].field.length > 0);
        }

        function test_whatTheDistrictDidNotTakeIsDiscardedOrMendedAndSentAgain() {
            root.sit(root.hands.refusedFolder());
            press("nav-sync");
            compare(root.shell.attention.count, 2);
            press("discard");
            press("discard-cancel");
            compare(root.shell.attention.count, 2);
            press("discard");
            press("discard-confirm");
            tryCompare(root.shell.attention, "count", 1);
            press("mend");
            see("refusal-notice");
            see("edit-theme");
            verify(root.shell.page.form.mending);
            write("edit-theme", "本镇的一场");
            press("save");
            tryVerify(() => root.shell.attention.count === 0);
            tryVerify(() => see("record-title").text.indexOf("本镇的一场") >= 0);
            compare(root.shell.page.record.word, "waiting");
            compare(root.shell.sync.waiting, 1);
        }

        function test_allThatWaitsIsCountedAndMoreOfItIsShownOnDemand() {
            root.sit(root.hands.refusedLecturesFolder(45));
            compare(see("pill").troubles, 45);
            compare(see("nav-home").count, 45);
            const first = see("attention-0");
            verify(hidden("attention-20"));
            press("attention-more-button");
            see("attention-39");
            verify(see("attention-0") === first, "what was shown stays");
            verify(hidden("attention-40"));
            press("attention-more-button");
            see("attention-44");
            verify(hidden("attention-more"));
            press("nav-sync");
            see("refusal-19");
            verify(hidden("refusal-20"), "a page begins with the first ones");
        }

        function test_aDecisionThatWasNotTakenCanOnlyBeLeft() {
            root.sit(root.hands.refusedVerificationFolder());
            press("nav-sync");
            compare(root.shell.attention.count, 1);
            verify(hidden("mend"), "there is no form for it");
            press("discard");
            press("discard-confirm");
            tryCompare(root.shell.attention, "count", 0);
        }

        function test_joiningSaysWhyItDidNotWork() {
            root.sit(root.hands.newFolder());
            press("enrol");
            see("enrol-problem");
            write("edit-server", "http://127.0.0.1:9");
            write("edit-code", "ABCD-EFGH");
            press("enrol");
            tryVerify(() => see("enrol").enabled, 20000);
            const told = see("enrol-problem").text;
            verify(/[一-龥]/.test(told), told);
            press("start");
            see("nav-home");
        }
    }
}
