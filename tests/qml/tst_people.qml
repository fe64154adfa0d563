// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Several people at one computer: who they are, their PINs, and that nobody sees what another typed.
Desk {
    id: root

    PageCase {
        name: "People"
        desk: root

        function test_theLanguageIsChosenBeforeAnybodySignsIn() {
            root.sit(root.hands.sharedFolder());
            see("seat-0");
            root.preferences.language = "zh";
            press("other-language");
            compare(root.preferences.language, "en");
            press("other-language");
            compare(root.preferences.language, "zh");
        }

        function cleanup() {
            root.sheetWidth = 1280;
            root.session.language = "zh";
        }

        /// Types the PIN and asks.
        function enter(pin) {
            tryVerify(() => !root.shell.page.pins.running, 30000);
            write("edit-pin", pin);
            press("enter");
            tryVerify(() => root.shell.page.pins === undefined || !root.shell.page.pins.running, 30000);
        }

        function test_oneWhoIsAloneAndHasNoPinIsNotAsked() {
            root.sit(root.hands.filledFolder(1));
            see("nav-home");
            verify(hidden("nav-lock") && hidden("nav-switch"));
        }

        function test_severalAreAskedWhoTheyAreAndNothingIsShownBefore() {
            root.sit(root.hands.sharedFolder());
            see("seat-0");
            compare(see("seat-0").title, "何志远");
            verify(see("seat-1").secondary.includes("法律顾问"), see("seat-1").secondary);
            for (const name of ["nav-home", "nav-outreach", "pill", "edit-pin"])
                verify(hidden(name), name);
            press("seat-1");
            see("nav-home");
            compare(root.session.person, "周文静");
            press("nav-switch");
            press("seat-0");
            tryCompare(root.session, "person", "何志远");
            see("nav-home");
        }

        function test_aWrongPinIsToldAndTheRightOneOpens() {
            const folder = root.hands.sharedFolder();
            root.hands.setPin(folder, 1);
            root.sit(folder);
            press("seat-0");
            enter("111111");
            see("pin-problem");
            verify(see("pin-problem").text.includes("4"), see("pin-problem").text);
            compare(see("edit-pin").text, "");
            verify(root.session.locked);
            enter("246810");
            see("nav-home");
            compare(root.session.person, "何志远");
            press("nav-switch");
            press("seat-1");
            see("nav-home");
            compare(root.session.person, "周文静");
        }

        function test_afterFiveWrongOnesThereIsAWaitThatARestartDoesNotEnd() {
            const folder = root.hands.sharedFolder();
            root.hands.setPin(folder, 1);
            root.hands.guess(folder, 1, 5);
            root.sit(folder);
            press("seat-0");
            tryVerify(() => root.shell.page.pins.waitSeconds > 20);
            verify(see("pin-problem").text.includes("秒"), see("pin-problem").text);
            verify(!see("enter").enabled);
            write("edit-pin", "246810");
            keyClick(Qt.Key_Return);
            tryVerify(() => !root.shell.page.pins.running, 30000);
            verify(root.session.locked, "the right one is not looked at while it waits");
            press("seat-1");
            see("nav-home");
        }

        function test_thePinIsSetChangedAndRemovedInTheSettings() {
            root.sit(root.hands.filledFolder(1));
            press("nav-settings");
            compare(root.session.idleMinutes, 0);
            write("edit-new-pin", "246810");
            write("edit-pin-again", "246811");
            press("pin-set");
            see("pin-told");
            verify(!root.session.hasPin);
            write("edit-pin-again", "246810");
            press("pin-set");
            tryCompare(root.session, "hasPin", true, 30000);
            compare(root.session.idleMinutes, 15);
            compare(see("edit-new-pin").text, "");
            choose("idle", "5");
            tryCompare(root.session, "idleMinutes", 5);
            write("edit-old-pin", "000000");
            press("pin-remove");
            tryVerify(() => see("pin-told").text.includes("PIN"), 30000);
            tryVerify(() => see("pin-set").enabled, 30000);
            verify(root.session.hasPin);
            write("edit-old-pin", "246810");
            press("pin-remove");
            tryCompare(root.session, "hasPin", false, 30000);
        }

        function test_whoHasNoPinIsToldOnce() {
            const folder = root.hands.filledFolder(1);
            root.sit(folder);
            see("pin-advice");
            press("advice-later");
            tryVerify(() => hidden("pin-advice"));
            root.sit(root.hands.newFolder());
            root.sit(folder);
            see("nav-home");
            verify(hidden("pin-advice"));
        }

        function test_lockingKeepsTheOpenFormAndShowsItToNobodyElse() {
            const folder = root.hands.sharedFolder();
            root.hands.setPin(folder, 1);
            root.sit(folder);
            press("seat-0");
            enter("246810");
            press("nav-outreach");
            press("new");
            write("edit-theme", "只有我能看");
            press("nav-lock");
            see("edit-pin");
            verify(hidden("edit-theme"));
            compare(root.hands.leftForms(folder, 1).length, 1);
            press("seat-1");
            see("nav-home");
            verify(hidden("edit-theme") && hidden("form-back"));
            compare(root.hands.leftForms(folder, 2).length, 0);
            press("nav-outreach");
            press("new");
            compare(see("edit-theme").text, "");
            press("nav-switch");
            press("seat-0");
            enter("246810");
            compare(see("edit-theme").text, "只有我能看");
            see("form-back");
            press("back");
            press("leave-discard");
            tryVerify(() => root.hands.leftForms(folder, 1).length === 0);
        }

        function test_itLocksWhenNobodyIsThere() {
            const folder = root.hands.filledFolder(1);
            root.hands.setPin(folder, 1);
            root.sit(folder);
            enter("246810");
            press("nav-outreach");
            press("new");
            write("edit-theme", "去倒水");
            root.shell.warden.idleLimit = 400;
            tryVerify(() => root.session.locked, 5000);
            see("edit-pin");
            verify(hidden("edit-theme"));
            enter("246810");
            compare(see("edit-theme").text, "去倒水");
        }

        function test_aForgottenPinWithoutADistrictHasNoWayBackAndThatIsSaid() {
            const folder = root.hands.filledFolder(1);
            root.hands.setPin(folder, 1);
            root.sit(folder);
            press("forgotten");
            see("no-way-back");
            verify(hidden("enrol"));
        }

        function test_aForgottenPinGoesWithACodeOfTheDistrict() {
            const hub = root.hands.startHub();
            const folder = root.hands.filledFolder(1);
            root.sit(folder);
            root.syncing = true;
            join(hub);
            root.syncing = false;
            root.sit(root.hands.newFolder());
            root.hands.setPin(folder, 1);
            root.sit(folder);
            press("forgotten");
            see("way-back");
            verify(see("edit-server").text.length > 0);
            write("edit-code", root.hands.anotherCode());
            press("enrol");
            // Alone and without a PIN, nobody is asked any more.
            tryVerify(() => !root.session.locked, 20000);
            see("nav-home");
            verify(!root.session.hasPin);
            root.hands.stopHub();
        }

        function test_theDoorIsInTheTopBarOfANarrowWindow() {
            root.sheetWidth = 360;
            const folder = root.hands.sharedFolder();
            root.sit(folder);
            press("seat-1");
            see("bar-home");
            press("door");
            see("seat-0");
        }
    }
}
