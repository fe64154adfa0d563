// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// By keyboard alone: through a page from its beginning to its end.
Desk {
    id: root

    KeyCase {
        name: "KeyboardPages"
        desk: root

        function cleanup() {
            Theme.scale = 100;
        }

        function lastYear() {
            return Number(root.session.day().slice(0, 4)) - 1;
        }

        function isClear(name) {
            return sight.isClear(root.item(name));
        }

        function test_tabGoesOnIntoThePageThatWasOpened() {
            root.sit(root.hands.filledFolder(1));
            press("nav-outreach");
            openRow("records", "row-0");
            see("record-title");
            keyClick(Qt.Key_Tab);
            verify(isAt(root.item("edit")), focused().objectName);
            back();
            tryVerify(() => isAt(root.item("row-0")));
        }

        function test_tabGoesOnFromTheFigureThatALinkLedTo() {
            const folder = root.colleague.office("科长", "district", "500115");
            root.colleague.force(folder, root.colleague.create(folder, "outreach", {
                        "theme": "民法典进村",
                        "happened_on": lastYear() + "-05-10",
                        "form": "lecture",
                        "speaker_role": "village-advisor",
                        "campaigns": ["law-to-grassroots"],
                        "attendance": 30,
                        "org": "500115127"
                    }));
            root.sit(folder);
            press("nav-figures");
            press("year-1");
            press("to-F36-F51");
            tryVerify(() => root.item("figure-F36").activeFocus);
            keyClick(Qt.Key_Tab);
            verify(isAt(root.item("figure-F36")) && !root.item("figure-F36").activeFocus || focused().objectName.endsWith("-F36"), focused().objectName);
        }

        function test_whatHasNothingToPressIsReadToItsEnd() {
            Theme.scale = 200;
            root.sit(root.hands.verifiedFolder());
            press("nav-figures");
            press("year-1");
            press("months-F51");
            tryVerify(() => root.shell.page.months?.length === 12, 20000);
            verify(!isClear("month-cell-35"));
            for (let screens = 0; screens < 10 && !isClear("month-cell-35"); ++screens)
                keyClick(Qt.Key_PageDown);
            verify(isClear("month-cell-35"));
            for (let screens = 0; screens < 10; ++screens)
                keyClick(Qt.Key_PageUp);
            compare(root.shell.page.column.contentY, 0);
        }
    }
}
