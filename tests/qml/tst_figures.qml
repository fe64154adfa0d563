// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A figure, and exactly the records behind it.
Desk {
    id: root

    PageCase {
        name: "Figures"
        desk: root

        function test_aFigureOpensTheRecordsBehindIt() {
            root.sit(root.hands.verifiedFolder());
            press("nav-figures");
            press("year-1");
            press("records-F51");
            see("behind-0");
            compare(root.shell.page.count, 1);
            press("behind-0");
            tryVerify(() => root.shell.page.record !== undefined && root.shell.page.record.title.includes("送法下基层"));
        }

        function test_aPeriodThatIsNoneIsSaidAndNothingBreaks() {
            root.sit(root.hands.verifiedFolder());
            press("nav-figures");
            root.shell.page.model.from = "2025-13-01";
            tryVerify(() => root.shell.page.model.problem.length > 0);
            press("year-1");
            tryVerify(() => root.shell.page.model.problem.length === 0);
        }
    }
}
