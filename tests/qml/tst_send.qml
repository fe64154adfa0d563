// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

/// What goes to the district now, what goes later, and the days on which it did.
Desk {
    id: root

    PageCase {
        name: "Send"
        desk: root

        function cleanup() {
            root.syncing = false;
        }

        function test_recordsGoNowAndFilesLaterAndTheDayTellsIt() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            join(hub);
            root.hands.stopHub();
            press("nav-outreach");
            press("row-0");
            press("tab-attachments");
            const files = root.shell.page.attachments;
            files.add(["file://" + root.hands.picture(root.hands.newShelf())]);
            tryCompare(files, "running", false, 20000);
            press("nav-sync");
            tryVerify(() => /^1 条待上报，最多 /.test(see("records-now").text), 20000, see("records-now").text);
            tryVerify(() => /^待上报 \d+/.test(see("files-later").text), 20000);
            press("sync-records");
            tryCompare(root.shell.sync, "link", "failing", 20000);
            tryVerify(() => see("sync-day-0").problem.length > 0, 20000);
            const before = see("sync-day-0").tries;
            root.hands.resumeHub();
            press("sync-records");
            tryVerify(() => /已上报到区县/.test(see("records-now").text), 20000);
            verify(see("sync-day-0").tries !== before);
            verify(/上报：\d+ · 接收：\d+/.test(see("sync-day-0").carried), see("sync-day-0").carried);
            compare(see("sync-day-0").day, "今天");
        }
    }
}
