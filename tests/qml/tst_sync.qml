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

        function test_joiningARealHubSendsWhatWasWritten() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(2));
            press("nav-settings");
            press("add-person");
            write("edit-server", hub.url);
            write("edit-code", hub.code);
            press("enrol");
            tryVerify(() => root.session.enrolled, 20000);
            compare(root.session.person, "何志远");
            tryCompare(root.shell.sync, "link", "fine", 20000);
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
            see("edit-theme");
            verify(root.shell.page.form.mending);
            write("edit-theme", "本镇的一场");
            press("save");
            tryVerify(() => root.shell.attention.count === 0);
            tryVerify(() => see("record-title").text.indexOf("本镇的一场") >= 0);
            compare(root.shell.page.record.word, "waiting");
            compare(root.shell.sync.waiting, 1);
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
