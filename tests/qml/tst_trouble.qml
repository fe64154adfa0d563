// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest

/// Data that are there and cannot be opened: the window says what is wrong, writes into nothing, and has a way on.
Desk {
    id: root

    syncing: true

    SignalSpy {
        id: closing

        target: root.shell
        signalName: "closeAsked"
    }

    PageCase {
        id: test

        name: "Trouble"
        desk: root

        property string folder
        property string store

        function init() {
            test.folder = root.hands.filledFolder(2);
            test.store = test.folder + "/station.db";
        }

        /// The start page would make a store where one is.
        function seeTrouble(kind) {
            compare(root.session.trouble, kind);
            see("trouble-what");
            verify(hidden("start"));
            verify(hidden("enrol"));
            verify(!root.session.ready);
        }

        function damages_data() {
            return [{
                    "tag": "the head of the file is overwritten",
                    "harm": () => root.hands.scribble(test.store, 0, 5000)
                }, {
                    "tag": "the file is cut",
                    "harm": () => root.hands.truncate(test.store, 10000)
                }, {
                    "tag": "the file is empty",
                    "harm": () => root.hands.truncate(test.store, 0)
                }, {
                    "tag": "it is no database",
                    "harm": () => root.hands.table(test.folder, "station.db", "收支台账\n一月,二月\n".repeat(200))
                }];
        }

        function test_damagedDataAreSaidInPlainWordsAndLeftAlone_data() {
            return test.damages_data();
        }

        function test_damagedDataAreSaidInPlainWordsAndLeftAlone(row) {
            row.harm();
            const size = root.hands.sizeOf(test.store);
            root.sit(test.folder);
            seeTrouble("damaged");
            verify(see("trouble-where").text.includes(test.folder));
            for (const text of Array.from(root.hands.texts(root.shell)).filter(one => !one.startsWith("给帮您处理")))
                verify(!/sqlite|database|malformed/i.test(text), text);
            // What the start page does once more: nothing.
            verify(!root.session.startWithoutServer("新机"));
            compare(root.session.trouble, "damaged");
            verify(hidden("start"));
            if (size > 0)
                compare(root.hands.sizeOf(test.store), size);
            compare(root.hands.beside(test.folder).length, 0);
        }

        function test_aBackupTakesThePlaceOfDamagedDataWhichAreKept_data() {
            return test.damages_data();
        }

        function test_aBackupTakesThePlaceOfDamagedDataWhichAreKept(row) {
            const backup = root.hands.backupOf(test.folder, root.hands.newShelf());
            row.harm();
            root.sit(test.folder);
            see("rescue-restore");
            rescue().restore("file://" + backup);
            tryVerify(() => root.item("rescue-done") !== null, 10000);
            const kept = Array.from(root.hands.beside(test.folder));
            compare(kept.length, 1);
            verify(kept[0].includes("-damaged-" + root.session.day()), kept[0]);
            verify(see("rescue-kept").text.includes(kept[0]));
            verify(root.hands.sizeOf(kept[0] + "/station.db") >= 0);
            press("rescue-go-on");
            see("nav-home");
            compare(root.session.trouble, "");
            press("nav-outreach");
            tryVerify(() => root.shell.page.model?.count === 2);
        }

        function test_aBackupThatIsNoneChangesNothing() {
            root.hands.scribble(test.store, 0, 5000);
            root.sit(test.folder);
            const file = root.hands.table(root.hands.newShelf(), "backup.db", "不是备份");
            rescue().restore("file://" + file);
            verify(see("rescue-problem").text.length > 0);
            compare(root.hands.beside(test.folder).length, 0);
            seeTrouble("damaged");
            verify(see("rescue-restore").enabled);
        }

        function test_withoutABackupOneBeginsAnewBesideAndJoinsAgain() {
            const hub = root.hands.startHub();
            root.sit(test.folder);
            see("nav-home");
            join(hub);
            tryVerify(() => root.shell.sync.waiting === 0, 20000);
            root.sit(root.hands.newFolder());
            root.hands.scribble(test.store, 0, 5000);
            root.sit(test.folder);
            press("rescue-anew");
            see("rescue-done");
            const kept = Array.from(root.hands.beside(test.folder));
            compare(kept.length, 1);
            compare(root.hands.sizeOf(test.store), 0);
            verify(root.hands.sizeOf(kept[0] + "/station.db") > 5000);
            press("rescue-go-on");
            see("start");
            write("edit-station-name", "一号机");
            write("edit-server", hub.url);
            write("edit-code", root.hands.anotherCode());
            press("enrol");
            tryVerify(() => root.session.enrolled, 20000);
            see("nav-home");
            press("nav-outreach");
            tryVerify(() => root.shell.page.model?.count === 2, 20000);
            root.hands.stopHub();
        }

        function test_newerDataAskForANewerProgramAndNothingElse() {
            root.hands.makeNewer(test.folder);
            const size = root.hands.sizeOf(test.store);
            root.sit(test.folder);
            seeTrouble("newer");
            verify(hidden("rescue-restore"));
            verify(hidden("rescue-anew"));
            verify(!root.session.startWithoutServer("新机"));
            // Nor by any other way.
            rescue().startAnew();
            wait(200);
            compare(root.hands.beside(test.folder).length, 0);
            compare(root.hands.sizeOf(test.store), size);
            closing.clear();
            press("trouble-close");
            compare(closing.count, 1);
        }

        function test_whatCannotBeOpenedNowIsTriedAgain() {
            const away = test.folder + "/away.db";
            root.hands.rename(test.store, away);
            root.hands.folderWithLetter(test.store);
            root.sit(test.folder);
            seeTrouble("shut");
            press("trouble-again");
            seeTrouble("shut");
            root.hands.rename(test.store, test.folder + "/letters");
            root.hands.rename(away, test.store);
            press("trouble-again");
            see("nav-home");
        }

        function test_thePagesFit_data() {
            return [{
                    "tag": "narrow",
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }, {
                    "tag": "wide",
                    "width": 1280,
                    "height": 800,
                    "scale": 100
                }];
        }

        function test_thePagesFit(row) {
            root.hands.scribble(test.store, 0, 5000);
            fits(row, () => {
                    root.sit(test.folder);
                    see("trouble-what");
                });
        }

        function rescue() {
            return root.shell.page.cards.rescue;
        }
    }
}
