// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The danger zone of the page Sync: it opens with the PIN of who sits there, says what is only here, and deletes nothing.
Desk {
    id: root

    PageCase {
        id: test

        name: "Danger"
        desk: root

        function cleanup() {
            root.syncing = false;
            root.session.language = "zh";
        }

        /// At the page Sync, with the PIN 246810.
        function sitWithPin(folder) {
            root.hands.setPin(folder, 1);
            root.sit(folder);
            signIn();
            press("nav-sync");
            see("danger-open");
        }

        function signIn() {
            write("edit-pin", "246810");
            press("enter");
            tryVerify(() => root.item("nav-sync") !== null, 30000);
        }

        function tryPin(pin) {
            write("edit-danger-pin", pin);
            press("danger-enter");
            tryVerify(() => !zone().pins.running, 30000);
        }

        function openIt() {
            press("danger-open");
            tryPin("246810");
            see("danger-anew");
        }

        function zone() {
            return root.shell.page.dangerZone;
        }

        function test_itIsClosedAndWithoutAPinItLeadsToTheSettings() {
            root.sit(root.hands.filledFolder(1));
            press("nav-sync");
            see("danger-open");
            for (const name of ["edit-danger-pin", "danger-fetch", "danger-anew"])
                verify(hidden(name), name);
            press("danger-open");
            verify(see("danger-no-pin").text.includes("PIN"));
            for (const name of ["edit-danger-pin", "danger-enter", "danger-anew"])
                verify(hidden(name), name);
            press("danger-settings");
            see("pin-set");
        }

        function test_aWrongPinOpensNothingAndSeveralLockIt() {
            const folder = root.hands.filledFolder(1);
            sitWithPin(folder);
            press("danger-open");
            tryPin("111111");
            verify(see("danger-problem").text.length > 0);
            verify(hidden("danger-anew"));
            root.hands.guess(folder, 1, 3);
            tryPin("222222");
            verify(zone().pins.waitSeconds > 0);
            verify(!see("danger-enter").enabled);
            // The right one is not looked at meanwhile, nor after the page was left.
            press("nav-home");
            press("nav-sync");
            press("danger-open");
            verify(see("danger-problem").text.length > 0);
            verify(!see("danger-enter").enabled);
            verify(hidden("danger-anew"));
        }

        function test_itNamesWhatIsOnlyHereAndPutsItBesideWhereItOpens() {
            const folder = root.hands.filledFolder(2);
            sitWithPin(folder);
            openIt();
            verify(hidden("danger-fetch"), "there is no district to fetch from");
            verify(/2/.test(see("danger-only-here").text), see("danger-only-here").text);
            press("danger-anew");
            verify(/2/.test(see("danger-sure-warning").text), see("danger-sure-warning").text);
            press("danger-anew-no");
            tryVerify(() => hidden("danger-anew-yes"));
            compare(root.hands.beside(folder).length, 0);
            press("danger-anew");
            press("danger-anew-yes");
            see("start");
            const kept = Array.from(root.hands.beside(folder));
            compare(kept.length, 1);
            verify(kept[0].includes("-before-"), kept[0]);
            verify(see("toast").text.includes(kept[0]));
            verify(see("start-kept").text.includes(kept[0]));
            compare(root.hands.sizeOf(folder + "/station.db"), 0);
            write("edit-station-name", "新机");
            press("start");
            press("nav-outreach");
            compare(root.shell.page.model.count, 0);
            press("nav-settings");
            verify(see("backup-kept").text.includes(kept[0]));
            root.sit(kept[0]);
            signIn();
            press("nav-outreach");
            compare(root.shell.page.model.count, 2);
        }

        function test_itClosesAgainAndIsClosedWhenOneComesBack() {
            sitWithPin(root.hands.filledFolder(1));
            openIt();
            press("danger-close");
            verify(hidden("danger-anew"));
            openIt();
            press("nav-home");
            press("nav-sync");
            see("danger-open");
            verify(hidden("danger-anew"));
        }

        function test_everythingIsFetchedOnceMore() {
            const hub = root.hands.startHub();
            root.syncing = true;
            const folder = root.hands.filledFolder(3);
            sitWithPin(folder);
            join(hub);
            tryVerify(() => root.shell.sync.waiting === 0, 20000);
            press("nav-sync");
            openIt();
            tryVerify(() => !/\d/.test(see("danger-only-here").text), 1000, see("danger-only-here").text);
            tryVerify(() => see("danger-fetch").enabled, 20000);
            press("danger-fetch");
            see("danger-told");
            tryVerify(() => !root.shell.sync.running, 20000);
            compare(root.shell.sync.link, "fine");
            press("nav-outreach");
            compare(root.shell.page.model.count, 3);
            root.hands.stopHub();
        }

        function test_samplesHaveNoDangerZone() {
            root.sit(root.hands.filledFolder(1));
            press("nav-sync");
            see("danger-open");
            verify(root.session.practise());
            press("nav-sync");
            see("fact-link");
            verify(hidden("danger-open"));
            root.session.endPractice();
        }

        function test_itFits_data() {
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

        function test_itFits(row) {
            root.session.language = "en";
            const folder = root.hands.filledFolder(2);
            root.hands.setPin(folder, 1);
            fits(row, () => {
                    root.sit(folder);
                    write("edit-pin", "246810");
                    press("enter");
                    const way = row.width < 500 ? "bar-sync" : "nav-sync";
                    tryVerify(() => root.item(way) !== null, 30000);
                    press(way);
                    openIt();
                    press("danger-anew");
                    see("danger-anew-yes");
                });
        }
    }
}
