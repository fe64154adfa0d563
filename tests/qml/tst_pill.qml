// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

/// What waits, photos among it, and what comes of a press on the pill.
Desk {
    id: root

    PageCase {
        name: "Pill"
        desk: root

        function cleanup() {
            root.syncing = false;
        }

        function test_aPressThatDoesNotReachTheDistrictSaysThatItIsQueued() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            join(hub);
            root.hands.stopHub();
            compare(root.shell.sync.problem, "", "nothing has failed before the press");
            press("pill");
            tryVerify(() => see("toast").text.indexOf("已排队") >= 0, 20000, "it is said when it is known");
            compare(root.shell.sync.link, "failing");
        }

        function test_whatFailsWithoutAPressIsShownAndInterruptsNobody() {
            root.syncing = true;
            root.sit(root.hands.joinedFolder());
            tryCompare(root.shell.sync, "link", "failing", 20000);
            wait(50);
            verify(hidden("toast"));
        }

        function photographed(hub) {
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            join(hub);
            tryCompare(root.shell.sync, "waiting", 0, 20000);
            root.shell.sync.active = false;
            press("nav-outreach");
            press("row-0");
            press("tab-attachments");
            root.shell.page.attachments.add(["file://" + root.hands.picture(root.hands.newShelf())]);
            tryCompare(root.shell.page.attachments, "count", 1, 20000);
        }

        function test_photosThatWaitAreSaidAndCountAsWaiting() {
            const pill = () => root.hands.findInWindow(root, "pill-waiting").words;
            photographed(root.hands.startHub());
            tryCompare(root.shell.sync, "waiting", 1);
            verify(/^1 条待上报，附件 \d+(\.\d)? [KM]B$/.test(pill()), pill());
            root.hands.sendRecords(root.session.folder);
            root.session.touch();
            compare(root.shell.sync.waiting, 0);
            verify(/^附件 \d+(\.\d)? [KM]B 待上报$/.test(pill()), pill());
            verify(see("pill").text.indexOf(pill()) >= 0);
            compare(root.shell.sync.mood, "waiting");
            press("nav-sync");
            compare(see("fact-waiting").fact, pill());
            compare(see("fact-waiting").mood, "warning");
            verify(see("no-record-waits").text.indexOf(root.shell.sync.filesSize) > 0);
            root.sheetWidth = 360;
            compare(pill(), root.shell.sync.filesSize);
            root.sheetWidth = 1280;
        }

        function test_allThatWaitsFitsIntoThePillOnASmallWindowWithLargeType() {
            const folder = root.hands.refusedLecturesFolder(45);
            for (let i = 0; i < 10; ++i)
                root.colleague.create(folder, "outreach", {});
            root.sit(folder);
            press("nav-outreach");
            press("row-0");
            press("tab-attachments");
            root.shell.page.attachments.add(["file://" + root.hands.picture(root.hands.newShelf())]);
            tryVerify(() => root.shell.sync.waiting >= 10 && root.shell.sync.filesWaiting > 0, 20000);
            fits({
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }, () => {
                    compare(see("pill-waiting").words, root.shell.sync.waiting + " · " + root.shell.sync.filesSize);
                    wait(50);
                    verify(see("pill").x + see("pill").width <= 360, see("pill").width);
                });
        }

        function test_anAttachmentComesFurtherBeforeItsEyes() {
            photographed(root.hands.startHub());
            const line = see("attachment-0"), before = root.shell.sync.filesSize;
            verify(line.about.indexOf("%") < 0, line.about);
            root.hands.sendHalf(root.session.folder);
            root.shell.sync.moved();
            verify(/(49|50)%/.test(line.about), line.about);
            verify(see("attachment-0") === line, "the list is the same");
        }
    }
}
