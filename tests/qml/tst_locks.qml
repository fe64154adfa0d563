// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The district locks a month from its desk; nobody else is offered it.
Desk {
    id: root

    PageCase {
        name: "Locks"
        desk: root

        function begin(hub, role) {
            root.syncing = true;
            root.sit(root.hands.filledFolder(0));
            join({
                    "url": hub.url,
                    "code": root.hands.codeFor("科长" + role, role, "500115")
                });
            press("nav-board");
            tryCompare(root.shell.page.board, "counting", false, 20000);
            press("to-locks");
            tryVerify(() => root.shell.page.locks !== undefined, 20000);
            const locks = root.shell.page.locks;
            tryVerify(() => locks.count > 0 && !locks.counting, 20000);
            return locks;
        }

        function cleanup() {
            root.syncing = false;
            root.hands.stopHub();
        }

        function lastMonth() {
            const now = new Date(Date.now() + 8 * 3600 * 1000);
            return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0)).toISOString().slice(0, 10);
        }

        function test_aMonthIsLockedAfterSayingWhatIsNotVerifiedAndTheHubKeepsToIt() {
            const hub = root.hands.startHub();
            const office = root.colleague.join(hub.url, hub.code);
            const fields = {
                "theme": "上月的讲座",
                "happened_on": lastMonth(),
                "attendance": 30
            };
            const id = root.colleague.create(office, "outreach", fields);
            root.colleague.sync(office);
            const locks = begin(hub, "district");
            verify(see("lock-counts-0").text.includes("1"), see("lock-counts-0").text);
            press("lock-month-0");
            verify(see("lock-unverified").text.includes("1"), see("lock-unverified").text);
            press("lock-no");
            tryVerify(() => hidden("lock-yes"));
            press("lock-month-0");
            press("lock-yes");
            tryVerify(() => !locks.asking && locks.told.length > 0, 20000, locks.problem);
            tryVerify(() => locks.lockedUntil.length > 0 && !locks.counting, 20000);
            tryVerify(() => hidden("lock-month-0"));
            verify(see("lock-state-0").text.length > 0);
            verify(hidden("open-month-0"), "only an administrator opens it again");
            root.colleague.edit(office, id, {
                    "attendance": 99
                });
            root.colleague.sync(office);
            compare(root.colleague.refused(office), 1);
        }

        function test_anAdministratorOpensItAgain() {
            const hub = root.hands.startHub();
            const locks = begin(hub, "admin");
            press("lock-month-1");
            press("lock-yes");
            tryVerify(() => locks.lockedUntil.length > 0 && !locks.asking && !locks.counting, 20000, locks.problem);
            press("open-month-1");
            press("open-yes");
            tryVerify(() => !locks.asking && !locks.counting && hidden("open-month-1"), 20000, locks.problem);
            see("lock-month-1");
        }

        function test_withoutALinkNothingIsLockedAndThePageSaysSo() {
            const hub = root.hands.startHub();
            const locks = begin(hub, "district");
            root.hands.stopHub();
            press("lock-month-0");
            press("lock-yes");
            tryVerify(() => !locks.asking && locks.problem.length > 0, 20000);
            see("lock-told");
            compare(locks.lockedUntil, "");
            see("lock-month-0");
        }

        function test_everyWidthHoldsIt_data() {
            return [{
                    "tag": "360",
                    "width": 360,
                    "height": 640,
                    "scale": 100
                }, {
                    "tag": "360 large",
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }];
        }

        function test_everyWidthHoldsIt(row) {
            const folder = root.colleague.office("科长", "district", "500115");
            fits(row, () => {
                    root.sit(folder);
                    root.shell.goLocks();
                    const locks = root.shell.page.locks;
                    tryVerify(() => locks.count > 0 && !locks.counting, 20000);
                });
        }
    }
}
