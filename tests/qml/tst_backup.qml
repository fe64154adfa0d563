// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The records into a file and back from one; and the settings of the link.
Desk {
    id: root

    PageCase {
        name: "Backup"
        desk: root

        function cleanup() {
            root.syncing = false;
            root.sheetWidth = 1280;
        }

        /// The first lecture is written again, and the copy is from before.
        function copyOf(folder) {
            const file = root.hands.newShelf() + "/备份.db";
            root.hands.backUp(folder, file);
            return file;
        }

        function writeOneMore() {
            press("nav-outreach");
            press("new");
            write("edit-theme", "备份以后写的");
            press("save");
            tryVerify(() => !root.shell.leaving.unsaved());
        }

        function count() {
            press("nav-outreach");
            return root.shell.page.model.count;
        }

        function test_aBackupIsMadeAndSaysHowLargeAndWhen() {
            root.sit(root.hands.filledFolder(2));
            press("nav-settings");
            verify(/还没有/.test(see("backup-last").text), see("backup-last").text);
            const file = root.hands.newShelf() + "/副本.db";
            root.shell.page.backup.write("file://" + file);
            verify(root.shell.page.backup.running);
            tryCompare(root.shell.page.backup, "running", false, 20000);
            verify(/\d (KB|MB)/.test(see("backup-told").text), see("backup-told").text);
            verify(see("backup-told").text.includes("副本.db"));
            verify(root.hands.sizeOf(file) > 10000);
            verify(/今天/.test(see("backup-last").text), see("backup-last").text);
            root.shell.page.backup.write("file://" + file);
            tryCompare(root.shell.page.backup, "failed", true, 20000);
            verify(see("backup-told").text.includes("已存在"), see("backup-told").text);
        }

        function test_aBackupTakesThePlaceOfTheRecordsAndThoseAreKept() {
            const folder = root.hands.filledFolder(2);
            const file = copyOf(folder);
            root.sit(folder);
            writeOneMore();
            compare(count(), 3);
            press("nav-settings");
            root.shell.page.restoring.ask("file://" + encodeURIComponent(file));
            press("restore-no");
            tryVerify(() => hidden("restore-yes"));
            root.shell.page.restoring.ask("file://" + file);
            verify(hidden("edit-restore-pin"));
            press("restore-yes");
            tryVerify(() => see("toast").text.includes("-before-"), 20000);
            see("nav-home");
            compare(count(), 2);
            press("nav-settings");
            const kept = root.shell.page.backup.kept;
            compare(kept.length, 1);
            verify(see("backup-kept").text.includes(kept[0]));
            root.sit(kept[0]);
            compare(count(), 3);
        }

        function test_whoHasAPinIsAskedForItBefore() {
            const folder = root.hands.filledFolder(1);
            root.hands.setPin(folder, 1);
            const file = copyOf(folder);
            root.sit(folder);
            write("edit-pin", "246810");
            press("enter");
            see("nav-home");
            press("nav-settings");
            root.shell.page.restoring.ask("file://" + file);
            write("edit-restore-pin", "111111");
            press("restore-yes");
            tryVerify(() => !root.shell.page.restoring.pins.running, 30000);
            verify(see("restore-problem").text.length > 0);
            compare(root.shell.page.backup.kept.length, 0);
            write("edit-restore-pin", "246810");
            press("restore-yes");
            // The PIN of then is asked for.
            tryVerify(() => root.session.locked, 30000);
            see("edit-pin");
        }

        function test_whatIsNoBackupIsToldAndEverythingStays() {
            const folder = root.hands.filledFolder(2);
            const shelf = root.hands.newShelf();
            root.hands.table(shelf, "letter.db", "this is no store");
            root.sit(folder);
            press("nav-settings");
            root.shell.page.restoring.ask("file://" + shelf + "/letter.db");
            press("restore-yes");
            tryCompare(root.shell.page.backup, "failed", true, 20000);
            verify(/[一-龥]/.test(see("restore-problem").text), see("restore-problem").text);
            press("restore-no");
            tryVerify(() => hidden("restore-yes"));
            root.shell.page.restoring.ask("file://" + shelf + "/another.db");
            see("restore-yes");
            verify(hidden("restore-problem"), "that was of another file");
            press("restore-no");
            tryVerify(() => hidden("restore-yes"));
            compare(count(), 2);
        }

        function test_anEmptyComputerGoesOnFromABackup() {
            const file = copyOf(root.hands.filledFolder(2));
            const shelf = root.hands.newShelf();
            root.hands.table(shelf, "letter.db", "this is no store");
            root.sit(root.hands.newFolder());
            see("restore");
            root.shell.page.backup.restore("file://" + shelf + "/letter.db");
            tryVerify(() => !hidden("restore-problem"), 20000);
            see("start");
            root.shell.page.backup.restore("file://" + file);
            see("nav-home");
            compare(count(), 2);
            press("nav-settings");
            verify(hidden("backup-kept"));
        }

        function test_everythingFitsIntoANarrowWindowWithLargeLetters() {
            root.session.language = "en";
            fits({
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }, () => {
                    root.sit(root.hands.newFolder());
                    see("restore");
                });
            fits({
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }, () => {
                    root.sit(root.hands.filledFolder(1));
                    press("bar-settings");
                    choose("proxy", "manual");
                    see("proxy-use");
                });
            root.session.language = "zh";
        }

        function test_samplesAreNotBackedUp() {
            root.sit(root.hands.filledFolder(1));
            verify(root.session.practise());
            press("nav-settings");
            see("practice-end");
            verify(hidden("backup") && hidden("restore") && hidden("edit-proxy"));
            root.session.endPractice();
        }

        function test_aRestoreEndsTheSyncOfWhatWasThereAndBeginsThatOfTheBackup() {
            const hub = root.hands.startHub();
            root.syncing = true;
            const folder = root.hands.filledFolder(1);
            root.sit(folder);
            join(hub);
            const file = copyOf(folder);
            writeOneMore();
            tryCompare(root.shell.sync, "waiting", 0, 20000);
            press("nav-settings");
            root.shell.page.restoring.ask("file://" + file);
            press("restore-yes");
            tryVerify(() => see("toast").text.includes("-before-"), 20000);
            tryVerify(() => count() === 2, 20000, "what the district has comes back");
            root.hands.stopHub();
        }
    }
}
