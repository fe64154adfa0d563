// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.App
import Fayi.Theme

/// Every page in every size: nothing reaches beyond the sides, everything that can be pressed has a name and is large
/// enough for a finger.
Desk {
    id: root

    PictureBook {
        id: book

        shell: root.shell
    }

    PageCase {
        name: "Pages"
        desk: root

        function initTestCase() {
            root.sit(root.hands.conflictFolder());
        }

        function cleanup() {
            Theme.scale = 100;
            root.session.language = "zh";
        }

        function test_everyPageFitsAndIsNamed_data() {
            const rows = [];
            for (const size of [[1280, 800, 100], [360, 640, 100], [360, 640, 200], [1280, 800, 200]])
                for (const page of book.names)
                    rows.push({
                            "tag": page + " " + size.join("x"),
                            "page": page,
                            "width": size[0],
                            "height": size[1],
                            "scale": size[2]
                        });
            return rows;
        }

        function test_everyPageFitsAndIsNamed(row) {
            root.sheetWidth = row.width;
            root.sheetHeight = row.height;
            Theme.scale = row.scale;
            verify(book.show(row.page), "the store has nothing to show there");
            if (row.page === "sync-link")
                tryCompare(root.shell.page.linkTest, "running", false, 20000);
            if (row.page === "board")
                tryCompare(root.shell.page.board, "counting", false, 20000);
            waitForRendering(root.shell, 200);
            wait(50);
            if (book.goOn())
                waitForRendering(root.shell, 200);
            // What is counted on a thread of its own comes when it comes.
            tryVerify(() => root.hands.beyondSides(root.shell).length === 0, 5000, "beyond the sides: " + root.hands.beyondSides(root.shell).join(" | "));
            const controls = Array.from(root.hands.interactive(root));
            verify(controls.length > 3);
            for (const control of controls) {
                const name = control.Accessible.name;
                verify(name.length > 0, "no accessible name: " + control + " " + control.objectName);
                if (control.height > 0 && control.objectName.length > 0)
                    verify(control.height >= 40, control.objectName + " is " + control.height + " high");
            }
        }

        function test_theOtherLanguageReachesTheDefinitions() {
            root.sheetWidth = 1280;
            root.sheetHeight = 800;
            root.shell.goList("outreach");
            const chinese = root.shell.page.title;
            root.session.language = "en";
            tryVerify(() => root.shell.page.title !== chinese);
            verify(/^[ -~]+$/.test(root.shell.page.title), root.shell.page.title);
        }
    }
}
