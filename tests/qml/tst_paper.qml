// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A record goes onto paper from its page, by a printer or as a file.
Desk {
    id: root

    /// The programs of this computer; those of a test lie there alone.
    property string programs: ""

    /// Two printers, of which the second is the usual one.
    function plugPrinters() {
        root.hands.program(root.programs, "lpstat", "case $1 in -e) printf 'Office\\nHall_2\\n';; -d) echo 'system default destination: Hall_2';; esac");
        root.takePaper();
    }

    /// What the printer was told, and the file it got, lie beside it.
    function takePaper() {
        const script = "printf '%s\\n' \"$@\" > FOLDER/told\nfor last; do :; done\ncp \"$last\" FOLDER/paper.pdf\n";
        root.hands.program(root.programs, "lp", script.replace(/FOLDER/g, root.programs));
    }

    PageCase {
        name: "Paper"
        desk: root

        function init() {
            root.programs = root.hands.newShelf();
            root.hands.programsOf(root.programs);
            root.preferences.printer = "";
            root.sit(root.hands.filledFolder(1));
            press("nav-outreach");
            tryVerify(() => root.shell.page.model && root.shell.page.model.count > 0);
            root.shell.openRecord(root.shell.page.model.idAt(0));
            tryVerify(() => root.shell.page.printer !== undefined);
        }

        function cleanup() {
            root.hands.programsOf("");
            root.hands.showFiles(false);
        }

        function openDialog() {
            root.shell.page.printer.folder = root.hands.newFolder() + "/papers";
            press("print");
        }

        function test_aPrinterGetsTheFileThatWasMadeInSoManyCopiesOnBothSides() {
            root.plugPrinters();
            openDialog();
            tryVerify(() => see("choice-Hall_2").checked, 5000, "the system's usual one");
            press("choice-Office");
            write("edit-copies", "3");
            press("choice-true");
            press("print-outreach-sheet");
            tryVerify(() => see("print-handed").text.includes("已送到"), 5000);
            verify(see("print-handed").text.includes("Office"));
            const file = root.shell.page.printer.fileName;
            const told = root.hands.textOf(root.programs + "/told").trim().split("\n");
            compare(told.slice(0, 6).join(" "), "-d Office -n 3 -o sides=two-sided-long-edge");
            compare(told[told.length - 2], "--");
            compare(told[told.length - 1], file);
            verify(root.hands.same(root.programs + "/paper.pdf", file));
            compare(root.preferences.printer, "Office");
            press("print-close");
            tryVerify(() => hidden("print-handed"));
            press("print");
            tryVerify(() => see("choice-Office").checked, 5000, "the one used last");
            compare(see("edit-copies").text, "1");
            press("print-close");
        }

        function test_withoutARightNumberOfCopiesNothingIsPrintedOrCounted() {
            root.plugPrinters();
            openDialog();
            tryVerify(() => see("choice-Hall_2").checked, 5000);
            for (const wrong of ["", "0", "100", "two"]) {
                write("edit-copies", wrong);
                see("problem-copies");
                press("print-outreach-sheet");
                compare(root.shell.page.printer.fileName, "");
            }
            press("print-close");
        }

        function test_aPrinterThatRefusesIsToldOfAndTheSameFileIsSentAgain() {
            root.plugPrinters();
            root.hands.program(root.programs, "lp", "echo 'lp: The printer is not responding.' >&2\nexit 1\n");
            openDialog();
            tryVerify(() => see("choice-Hall_2").checked, 5000);
            press("print-outreach-sheet");
            tryVerify(() => root.shell.page.queue.refused, 5000);
            verify(see("print-handed").text.includes("Hall_2"), see("print-handed").text);
            verify(see("print-handed").text.includes("not responding"));
            const file = root.shell.page.printer.fileName;
            root.takePaper();
            root.shell.page.queue.send(file);
            tryVerify(() => see("print-handed").text.includes("已送到"), 5000);
            verify(!root.shell.page.queue.refused);
            compare(root.shell.page.printer.fileName, file);
            verify(root.hands.same(root.programs + "/paper.pdf", file));
            press("print-close");
        }

        function test_whereThereIsNoPrinterOrNoPrintingServiceThatIsSaidAndTheFileIsOpened() {
            root.hands.showFiles(true);
            root.hands.program(root.programs, "xdg-mime", "echo org.gnome.Evince.desktop\n");
            openDialog();
            verify(see("print-none").text.includes("cups-client"), see("print-none").text);
            verify(hidden("edit-printer") && hidden("edit-copies"));
            press("print-outreach-sheet");
            compare(String(root.hands.shownFile()), "file://" + root.shell.page.printer.fileName);
            wait(300);
            verify(hidden("print-unopened") && hidden("print-handed"));
            compare(root.preferences.printer, "", "nothing was chosen");
            press("print-close");
            root.hands.program(root.programs, "lpstat", "exit 0\n");
            press("print");
            tryVerify(() => see("print-none").text.includes("添加打印机"), 5000);
            press("print-close");
        }

        function test_thatNoProgramOpensPdfFilesIsTold() {
            openDialog();
            press("print-outreach-sheet");
            verify(see("print-unopened").text.includes("PDF"));
            press("print-close");
            root.hands.showFiles(true);
            root.hands.program(root.programs, "xdg-mime", "exit 0\n");
            press("print");
            press("print-outreach-sheet");
            tryVerify(() => root.shell.page.printer.unopened.length > 0, 5000, "a desktop that only seems to open it");
            press("print-close");
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

        function test_aFormBecomesAWordDocumentThatNoPrinterGetsAndThatIsNeverWrittenOver() {
            root.plugPrinters();
            root.hands.showFiles(true);
            root.hands.program(root.programs, "xdg-mime", "echo wps-office-wps.desktop\n");
            openDialog();
            tryVerify(() => see("choice-Hall_2").checked, 5000);
            press("document-outreach-sheet");
            const first = root.shell.page.printer.fileName;
            verify(first.endsWith(".docx"), first);
            verify(see("print-done").text.includes(first));
            verify(root.hands.sizeOf(first) > 1000);
            compare(String(root.hands.shownFile()), "file://" + first);
            verify(hidden("print-handed") && hidden("print-unopened") && hidden("print-problem"));
            const size = root.hands.sizeOf(first);
            press("document-outreach-sheet");
            const second = root.shell.page.printer.fileName;
            verify(second !== first && second.endsWith(" (2).docx"), second);
            compare(root.hands.sizeOf(first), size);
            compare(root.hands.textOf(root.programs + "/told"), "", "no printer was asked");
            press("print-close");
        }

        function test_whereNothingOpensAWordDocumentThatIsToldAndAFullDiskLeavesNone() {
            root.hands.showFiles(true);
            root.hands.program(root.programs, "xdg-mime", "exit 0\n");
            openDialog();
            press("document-outreach-sheet");
            tryVerify(() => see("print-unopened").text.includes("WPS"), 5000);
            root.hands.fillDiskForFiles(500);
            press("document-outreach-sheet");
            root.hands.makeRoom();
            verify(see("print-problem").text.length > 0);
            compare(root.shell.page.printer.fileName, "");
            press("print-close");
        }

        function test_whatAPrinterRefusedIsNotSentAgainAsADocument() {
            root.plugPrinters();
            root.hands.program(root.programs, "lp", "exit 1\n");
            openDialog();
            tryVerify(() => see("choice-Hall_2").checked, 5000);
            press("print-outreach-sheet");
            tryVerify(() => root.shell.page.queue.refused, 5000);
            press("document-outreach-sheet");
            tryVerify(() => hidden("print-handed"));
            verify(!root.shell.page.queue.refused);
            press("print-close");
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
