// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// What the home page tells of this month.
Desk {
    id: root

    property string folder: ""
    readonly property string month: new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 8)

    PageCase {
        name: "Month"
        desk: root

        function visit(day, village) {
            return root.colleague.create(root.folder, "service-visit", {
                    "happened_on": day,
                    "village": village
                });
        }

        function begin(role, org) {
            root.folder = root.colleague.office("陈顾问", role, org);
            root.sit(root.folder);
            see("nav-home");
        }

        function test_numbersGrowWithTheRecordsAndOpenThem() {
            begin("advisor", "500115127200");
            see("month-nothing");
            verify(see("month-waiting").text.includes("龙滩村"));
            visit(root.month + "01", "500115127200");
            visit("2020-01-01", "500115127200");
            root.session.touch();
            tryVerify(() => hidden("month-waiting"));
            see("month-visited");
            const tile = see("month-service-visit");
            compare(tile.records, 1);
            compare(tile.open, 1);
            press("month-service-visit");
            tryVerify(() => root.shell.page.count === 1);
            press("found-0");
            see("record-title");
        }

        function test_itIsCountedBesideTheWindowAndWhatChangesMeanwhileIsCountedToo() {
            begin("advisor", "500115127200");
            const month = root.shell.page.month;
            tryVerify(() => month.known && !month.counting);
            visit(root.month + "01", "500115127200");
            root.session.touch();
            verify(month.counting, "the window waits for no count");
            visit(root.month + "02", "500115127200");
            root.session.touch();
            tryVerify(() => !month.counting);
            compare(see("month-service-visit").records, 2);
        }

        function test_aWaitingVillageLeadsToTheForm() {
            begin("clerk", "500115127");
            settle(see("month-waiting"));
            mouseClick(root.hands.find(see("month-waiting"), "notice-action"));
            tryVerify(() => root.shell.page.form !== undefined);
            compare(root.shell.page.type, "service-visit");
        }

        function test_whoLogsNoVisitsIsToldOfNone() {
            begin("district", "500115");
            see("month-nothing");
            verify(hidden("month-waiting") && hidden("month-visited"));
        }

        function test_aComputerThatJoinedNothingIsNamedOnce() {
            root.sit(root.hands.filledFolder(1));
            compare(see("home-who").text, "一号机");
        }
    }
}
