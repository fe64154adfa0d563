// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A long list reads on as it is scrolled, and keeps its place when something changes.
Desk {
    id: root

    PageCase {
        name: "List"
        desk: root

        function initTestCase() {
            root.sit(root.hands.filledFolder(150));
            press("nav-outreach");
            see("row-0");
        }

        function test_onlyWhatIsSeenIsReadAndTheRestFollows() {
            const model = root.shell.page.model;
            verify(model.count < 150, String(model.count));
            const list = see("records");
            tryVerify(() => {
                    list.positionViewAtEnd();
                    return model.count === 150;
                });
            const ids = new Set();
            for (let row = 0; row < 150; ++row)
                ids.add(model.idAt(row));
            compare(ids.size, 150);
        }

        function test_theKeyboardMovesAndOpens() {
            const list = see("records");
            list.positionViewAtBeginning();
            list.currentIndex = 0;
            list.forceActiveFocus();
            keyClick(Qt.Key_Down);
            compare(list.currentIndex, 1);
            keyClick(Qt.Key_Return);
            tryVerify(() => root.shell.page.record !== undefined);
            keyClick(Qt.Key_Escape);
            tryVerify(() => root.shell.page.model !== undefined);
        }

        function test_theSearchKeepsTheKeyboardWhileItsRowsComeAnew() {
            const model = root.shell.page.model;
            const list = see("records");
            list.positionViewAtBeginning();
            const search = see("search");
            search.forceActiveFocus();
            keyClick(Qt.Key_1);
            tryCompare(model, "text", "1");
            verify(model.count > 1);
            wait(50);
            verify(search.activeFocus);
            keyClick(Qt.Key_2);
            tryCompare(model, "text", "12");
            verify(search.activeFocus);
            // From there the rows are one key away, and the search is not left behind for ever.
            keyClick(Qt.Key_Down);
            compare(list.currentIndex, 0);
            verify(see("row-0").activeFocus);
            search.forceActiveFocus();
            keyClick(Qt.Key_Backspace);
            tryCompare(model, "text", "1");
            verify(search.activeFocus);
            write("search", "");
            tryCompare(model, "text", "");
        }

        function test_anEditElsewhereMovesOneRowOnly() {
            const model = root.shell.page.model;
            root.shell.openRecord(model.idAt(3));
            press("edit");
            write("edit-theme", "改过的一场");
            press("save");
            press("back");
            press("back");
            verify(root.shell.page.model.count <= 150);
            verify(root.shell.page.model.titleAt(0).includes("改过的一场"));
        }
    }
}
