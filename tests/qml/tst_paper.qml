// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A record goes onto paper from its page.
Desk {
    id: root

    PageCase {
        name: "Paper"
        desk: root

        function init() {
            root.sit(root.hands.filledFolder(1));
            press("nav-outreach");
            tryVerify(() => root.shell.page.model && root.shell.page.model.count > 0);
            root.shell.openRecord(root.shell.page.model.idAt(0));
            tryVerify(() => root.shell.page.printer !== undefined);
        }

        function test_aFormIsSavedAsAFileOfTheRecord() {
            const folder = root.hands.newFolder() + "/papers";
            root.shell.page.printer.folder = folder;
            press("print");
            press("print-outreach-sheet");
            const done = see("print-done");
            verify(done.text.includes(folder), done.text);
            verify(root.hands.sizeOf(root.shell.page.printer.fileName) > 1000);
            verify(hidden("print-problem"));
            press("print-close");
            tryVerify(() => hidden("print-done"));
        }

        function test_aFolderThatCannotBeMadeIsToldAndNothingIsSaved() {
            root.shell.page.printer.folder = "/proc/no-such/papers";
            press("print");
            press("print-outreach-sheet");
            verify(see("print-problem").text.includes("/proc/no-such/papers"));
            compare(root.shell.page.printer.fileName, "");
            press("print-close");
        }

        function test_whatIsInTheRecycleBinIsNotPrinted() {
            verify(see("print").visible);
            verify(root.shell.page.record.remove());
            tryVerify(() => hidden("print"));
        }
    }
}
