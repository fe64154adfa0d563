// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

/// What goes to the district beside a sync: the link tried, sticks, the files of a record.
Desk {
    id: root

    PageCase {
        name: "Exchange"
        desk: root

        function cleanup() {
            root.syncing = false;
            root.handed = "";
        }

        function test_theWayToTheDistrictIsTriedStepByStep() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            press("nav-sync");
            verify(hidden("link-test"));
            join(hub);
            press("nav-sync");
            press("link-test");
            const steps = root.shell.page.linkTest;
            tryCompare(steps, "running", false, 20000);
            compare(steps.count, 9);
            verify(steps.fine);
            verify(/[一-龥]/.test(see("link-step-0").found));
            root.hands.stopHub();
            press("link-test");
            tryCompare(steps, "running", false, 20000);
            verify(!steps.fine);
            compare(see("link-step-1").verdict, "failed");
            verify(see("link-advice").text.length > 0);
            verify(!/curl|errno|refused/i.test(see("link-step-1").found), see("link-step-1").found);
        }

        function test_aPhotoIsAddedSentFetchedByNobodyTwiceAndTakenOff() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            join(hub);
            press("nav-outreach");
            press("row-0");
            press("tab-attachments");
            const files = root.shell.page.attachments;
            const folder = root.hands.newShelf();
            files.add(["file://" + root.hands.picture(folder), "file://" + folder + "/nothing"]);
            tryCompare(files, "running", false, 20000);
            compare(files.count, 1);
            verify(/[一-龥]/.test(see("attachment-problem").text));
            verify(see("attachment-0").thumbnail.length > 0);
            press("nav-sync");
            press("sync-now");
            tryCompare(root.shell.sync, "running", false, 20000);
            press("nav-outreach");
            press("row-0");
            press("tab-attachments");
            tryVerify(() => see("attachment-about").text.indexOf("本机和区县都有") >= 0, 20000);
            root.shell.page.attachments.save(0, "file://" + folder + "/copy.png");
            tryCompare(root.shell.page.attachments, "running", false, 20000);
            compare(root.shell.page.attachments.problem, "");
            verify(root.hands.same(folder + "/copy.png", root.hands.picture(folder)));
            press("attachment-remove");
            press("remove-confirm");
            tryCompare(root.shell.page.attachments, "count", 0, 20000);
        }

        function test_whatWaitsGoesByStickAndTheAnswerComesBackByOne() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            join(hub);
            tryCompare(root.shell.sync, "waiting", 0, 20000);
            root.syncing = false;
            press("nav-outreach");
            press("new");
            write("edit-theme", "带着走的");
            press("save");
            tryCompare(root.shell.sync, "waiting", 1);
            press("nav-sync");
            const stick = root.shell.page.stick;
            const folder = root.hands.newShelf();
            stick.write("file://" + folder + "/there", true);
            tryCompare(stick, "running", false, 20000);
            verify(!stick.troubled, stick.told);
            verify(see("stick-told").text.indexOf("1 处修改") >= 0, stick.told);
            root.hands.answerStick(folder);
            stick.read(["file://" + folder + "/back"]);
            tryCompare(stick, "running", false, 20000);
            verify(!stick.troubled, stick.told);
            tryCompare(root.shell.sync, "waiting", 0);
            stick.read(["file://" + folder + "/there"]);
            tryCompare(stick, "running", false, 20000);
            verify(stick.troubled, "what goes to the district is not for this computer to read");
        }

        function test_aFileThatTheProgramWasOpenedWithIsReadWhenThePersonSaysSo() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            join(hub);
            tryCompare(root.shell.sync, "waiting", 0, 20000);
            root.syncing = false;
            press("nav-sync");
            const folder = root.hands.newShelf();
            root.shell.page.stick.write("file://" + folder + "/there", false);
            tryCompare(root.shell.page.stick, "running", false, 20000);
            root.hands.answerStick(folder);
            root.handed = "file://" + folder + "/back";
            root.sit(root.session.folder);
            verify(see("stick-handed").text.includes("back"), see("stick-handed").text);
            compare(root.shell.section, "sync");
            compare(root.shell.page.stick.told, "");
            press("notice-action");
            const stick = root.shell.page.stick;
            tryVerify(() => stick.told.length > 0 && !stick.running, 20000);
            verify(!stick.troubled, stick.told);
            verify(hidden("stick-handed"));
            press("nav-home");
            tryCompare(root.shell, "section", "home");
        }

        function test_aFileOpenedBeforeThisComputerJoinedIsNotReadAndSaysWhy() {
            root.handed = "file:///media/none.fayi";
            root.sit(root.hands.filledFolder(1));
            verify(/加入/.test(see("stick-handed").text), see("stick-handed").text);
            verify(hidden("stick-read"));
            verify(hidden("notice-action"));
        }
    }
}
