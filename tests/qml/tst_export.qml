// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A list leaves as a file: covered unless there is a reason, and always in the ledger.
Desk {
    id: root

    PageCase {
        name: "Export"
        desk: root

        property string shelf: ""

        function begin(folder, type) {
            shelf = root.hands.newShelf();
            root.sit(folder);
            root.shell.goList(type);
            press("list-export");
            const out = see("export-run");
            const dialog = root.shell.page.exporting;
            dialog.controller.folder = shelf;
            return dialog;
        }

        function run(dialog) {
            press("export-run");
            tryCompare(dialog.controller, "running", false, 20000);
            compare(dialog.controller.problem, "");
        }

        function test_withoutAReasonNobodyCanBeRecognisedAndTheLedgerHasIt() {
            const dialog = begin(root.hands.namedFolder(), "consultation");
            choose("export-ending", "csv");
            run(dialog);
            verify(dialog.controller.file.length > 0, dialog.controller.problem);
            const text = root.hands.textOf(dialog.controller.file);
            verify(text.includes("**"), text);
            verify(see("export-told").text.includes(dialog.controller.file));
            press("export-close");
            press("nav-settings");
            press("open-exports");
            compare(root.shell.page.ledger.count, 1);
            verify(see("exported-what-0").text.includes("1"), see("exported-what-0").text);
        }

        function test_namesLeaveOnlyWithAReasonWhichIsKept() {
            const dialog = begin(root.hands.namedFolder(), "consultation");
            choose("export-named", "true");
            verify(!see("export-run").enabled, "there is no reason yet");
            write("edit-export-reason", "   ");
            verify(!see("export-run").enabled, "blanks are no reason");
            write("edit-export-reason", "区局调卷〔2026〕3号");
            verify(see("export-run").enabled);
            choose("export-ending", "csv");
            run(dialog);
            verify(!root.hands.textOf(dialog.controller.file).includes("**"));
            press("export-close");
            press("nav-settings");
            press("open-exports");
            verify(see("exported-kind-0").text.includes("区局调卷〔2026〕3号"));
        }

        function test_theFilteredListIsWhatLeaves() {
            const dialog = begin(root.hands.filledFolder(5), "outreach");
            press("export-close");
            root.shell.page.model.text = "第3场";
            press("list-export");
            choose("export-ending", "csv");
            run(dialog);
            compare(dialog.controller.records, 1);
            verify(root.hands.textOf(dialog.controller.file).includes("第3场"));
            root.shell.page.model.resetFilters();
            root.shell.page.model.word = "waiting";
            root.shell.page.model.word = "draft";
            run(dialog);
            compare(dialog.controller.records, 5);
        }

        function test_conflictsAndTheBinAreFiltersToo() {
            const dialog = begin(root.hands.conflictFolder(), "outreach");
            root.shell.page.model.word = "conflict";
            run(dialog);
            compare(dialog.controller.records, 1);
            root.shell.page.model.resetFilters();
            root.shell.page.model.bin = true;
            run(dialog);
            compare(dialog.controller.records, 0);
        }

        function test_aFolderThatCannotBeWrittenIsSaidAndNothingIsInTheLedger() {
            const dialog = begin(root.hands.filledFolder(1), "outreach");
            dialog.controller.folder = "/proc/nowhere";
            press("export-run");
            tryVerify(() => dialog.controller.problem.length > 0, 20000);
            verify(see("export-told").text.length > 0);
            press("export-close");
            press("nav-settings");
            press("open-exports");
            see("ledger-empty");
        }
    }
}
