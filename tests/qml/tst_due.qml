// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

/// What is due, where that is more than fits on the first page.
Desk {
    id: root

    PageCase {
        name: "Due"
        desk: root

        /// Contracts that should have been back long ago.
        function overdue(count) {
            const folder = root.colleague.office("周文静", "clerk", "500115001");
            for (let i = 0; i < count; ++i)
                root.colleague.create(folder, "contract-review", {
                        "contract_name": "合同第" + i + "份",
                        "received_on": "2026-01-05"
                    });
            root.sit(folder);
        }

        function test_whatIsNotShownIsCountedNeverCalledLaterAndComesOnDemand() {
            overdue(60);
            const first = see("due-0");
            const rest = root.shell.page.due.count + root.shell.page.due.more - 8;
            verify(rest >= 52, rest);
            verify(hidden("due-8"));
            compare(see("due-more-rest").text, "还有 " + rest + " 项 · 其中超期 52 项");
            press("due-more-button");
            compare(see("due-47").word, "overdue");
            verify(see("due-0") === first, "what was shown stays");
            press("due-more-button");
            see("due-" + (rest + 7));
            verify(hidden("due-more"));
            press("due-0");
            press("back");
            see("due-" + (rest + 7));
            press("nav-settings");
            press("nav-home");
            see("due-7");
            verify(hidden("due-8"), "the page begins with the first ones");
        }

        function test_theWayToTheRestFitsOnASmallWindowWithLargeType() {
            fits({
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }, () => {
                    overdue(12);
                    settle(see("due-more-button"));
                });
        }
    }
}
