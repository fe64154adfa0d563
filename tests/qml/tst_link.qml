// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// How this computer reaches the district, chosen in the settings.
Desk {
    id: root

    PageCase {
        name: "Link"
        desk: root

        function cleanup() {
            root.syncing = false;
        }

        function test_aWrongProxyAddressIsToldAtItsFieldAndARightOneIsKeptWithoutItsPassword() {
            const folder = root.hands.filledFolder(1);
            root.sit(folder);
            press("nav-settings");
            const link = root.shell.page.link;
            compare(link.proxy, "system");
            verify(hidden("edit-proxy-address"));
            choose("proxy", "manual");
            compare(link.proxy, "system", "nothing holds before there is an address");
            write("edit-proxy-address", "10.0.0.1:8080");
            press("proxy-use");
            verify(/http:\/\//.test(see("problem-proxy-address").text));
            compare(link.proxy, "system");
            write("edit-proxy-address", "http://li:geheim@10.0.0.1:8080");
            press("proxy-use");
            compare(link.proxy, "manual");
            verify(hidden("problem-proxy-address"));
            compare(see("edit-proxy-address").text, "http://li:***@10.0.0.1:8080");
            press("proxy-use");
            verify(hidden("problem-proxy-address"), "what is left as it was is right");
            write("edit-proxy-address", "http://li:***@10.0.0.2:8080");
            press("proxy-use");
            verify(see("problem-proxy-address").text.includes("密码"));
            compare(link.address, "http://li:***@10.0.0.1:8080");
            choose("proxy", "none");
            compare(link.proxy, "none");
            compare(link.address, "");
            verify(hidden("edit-proxy-address"));
            root.sit(folder);
            press("nav-settings");
            compare(root.shell.page.link.proxy, "none");
        }

        function test_aMeteredLinkAndALimitADayAreKeptAndWhatWasSpentIsShown() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            press("nav-settings");
            const link = root.shell.page.link;
            choose("metered", "true");
            verify(link.metered);
            choose("metered", "false");
            verify(!link.metered);
            compare(link.spent, "");
            choose("day-limit", "50");
            compare(link.dayMegabytes, 50);
            compare(link.spent, "0 KB");
            join(hub);
            press("nav-settings");
            tryVerify(() => root.shell.page.link.spent !== "0 KB", 20000);
            compare(root.shell.page.link.dayMegabytes, 50);
            choose("day-limit", "0");
            compare(root.shell.page.link.spent, "");
            root.hands.stopHub();
        }

        function test_aProxyHoldsAtOnce() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(1));
            join(hub);
            press("nav-settings");
            choose("proxy", "manual");
            write("edit-proxy-address", "http://127.0.0.1:9");
            press("proxy-use");
            tryCompare(root.shell.sync, "link", "failing", 20000);
            choose("proxy", "none");
            tryCompare(root.shell.sync, "link", "fine", 20000);
            root.hands.stopHub();
        }
    }
}
