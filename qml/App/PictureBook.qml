// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Fayi.Assessment
import Fayi.Figures
import Fayi.Records
import Fayi.Start
import Fayi.Sync
import Fayi.Ui

/// Opens every page of the window for its picture, with what the store has.
QtObject {
    id: root

    required property Shell shell

    /// Records to picture one by one, named record-0, history-0 and so on.
    property var records: []

    readonly property var names: ["start", "home", "home-month", "types", "list", "list-search", "form", "form-errors", "record", "history", "print", "conflict", "review", "figures", "figure-months", "assessment", "board", "sync", "sync-link", "sync-stick", "sync-danger", "enrol", "import", "export", "exports", "practice", "settings", "settings-pin", "help", "sign-in"]
    /// What only some stores have.
    readonly property var rare: {
        const out = ["mend", "discard", "form-items", "stick-handed", "review-record", "review-pin", "review-return", "sheet", "locks", "found"];
        for (let i = 0; i < root.records.length; ++i)
            out.push("record-" + i, "files-" + i, "history-" + i, "return-" + i, "return-field-" + i, "merged-" + i, "void-" + i, "restrict-" + i, "lift-" + i);
        out.push("stick-file");  // its dialog is the system's, and stays
        return out;
    }
    readonly property RecordListModel contracts: RecordListModel {
        session: root.shell ? root.shell.session : null
        type: "contract-review"
    }
    readonly property RecordListModel conflicts: RecordListModel {
        session: root.shell ? root.shell.session : null
        word: "conflict"
    }

    /// What is done once the page has its layout.
    property var later: null

    function goOn(): bool {
        const later = root.later;
        root.later = null;
        if (later !== null)
            later.call(null);
        return later !== null;
    }

    /// Scrolls to it.
    function reveal(name: string) {
        const item = root.seek(root.shell, name);
        for (let one = item?.parent; one; one = one.parent)
            if (typeof one.reveal === "function")
                one.reveal(item);
    }

    /// The first visible control whose name begins like this, searched as a person's eye would.
    function seek(item: var, name: string): var {
        if (!item.visible)
            return null;
        if (item.objectName.startsWith(name))
            return item;
        // No iterator: a list of Qt 6.4 has none of its own, and a garbage collection within one ended the program.
        const children = item.children;
        let found = null;
        for (let i = 0; i < children.length && !found; ++i)
            found = root.seek(children[i], name);
        return found;
    }

    function press(name: string): bool {
        return root.pressIn(root.shell.Window.contentItem, name);
    }

    function pressIn(item: var, name: string): bool {
        const button = root.seek(item, name) as T.AbstractButton;
        button?.clicked();
        return button !== null;
    }

    function openRecord(what: string, recordId: string): bool {
        root.shell.openRecord(recordId);
        (root.shell.page as RecordPage).tab = what === "files" ? "attachments" : what === "history" ? "history" : "content";
        if (what === "merged")
            root.later = () => root.reveal("merged");
        if (what === "return-field")
            root.later = () => root.press("remark-field");
        if (what === "void" || what === "restrict")
            return root.press("more-steps") && root.press(what);
        if (what === "lift") {
            const notice = root.seek(root.shell.page, "restricted-notice");
            return notice !== null && root.pressIn(notice, "notice-action");
        }
        return !what.startsWith("return") || root.press("return");
    }

    function openMonths(year: int) {
        root.shell.openMonths("F51", {
                "report": "annual",
                "unit": "",
                "from": year + "-01-01",
                "to": year + "-12-31"
            });
    }

    function openReview(name: string): bool {
        root.shell.goReview();
        const first = root.shell.queue.idAt(0);
        if (first.length === 0)
            return false;
        root.shell.reviewRecord(first);
        if (name !== "review-record")
            root.later = () => {
                root.press("pin-");
                if (name === "review-return")
                    root.press("review-return");
            };
        return true;
    }

    function open(name: string): bool {
        const given = /^(.*)-(\d+)$/.exec(name);
        if (given)
            return root.openRecord(given[1], root.records[Number(given[2])]);
        const shell = root.shell;
        const first = root.contracts.idAt(0);
        switch (name) {
        case "start":
            return shell.showStart();
        case "home":
            shell.goHome();
            return true;
        case "home-month":
            shell.goHome();
            root.later = () => root.reveal("month-waiting");
            return true;
        case "found":
            shell.goHome();
            root.later = () => root.press("month-service-visit");
            return true;
        case "types":
            shell.goTypes();
            return true;
        case "list":
            shell.goList("service-visit");
            return true;
        case "list-search":
            shell.goList("contract-review");
            (shell.page as RecordListPage).look("承包");
            return true;
        case "form":
            shell.goList("contract-review");
            if (first.length > 0)
                shell.editRecord(first);
            else
                shell.newRecord("contract-review");
            return true;
        case "form-items":
            shell.goList("contract-review");
            if (first.length > 0)
                shell.editRecord(first);
            root.later = () => root.reveal("down-");
            return first.length > 0;
        case "form-errors":
            shell.goList("outreach");
            shell.newRecord("outreach");
            (shell.page as FormPage).form.set("attendance", "三十");
            (shell.page as FormPage).submit();
            return true;
        case "record":
        case "history":
            shell.goList("contract-review");
            shell.openRecord(root.conflicts.count > 0 ? root.conflicts.idAt(0) : first);
            (shell.page as RecordPage).tab = name === "history" ? "history" : "content";
            return first.length > 0;
        case "print":
            shell.goList("contract-review");
            shell.openRecord(first);
            return first.length > 0 && root.press("print");
        case "conflict":
            shell.goHome();
            if (root.conflicts.count > 0)
                shell.settle(root.conflicts.idAt(0));
            return root.conflicts.count > 0;
        case "figures":
            shell.goFigures();
            (shell.page as FiguresPage).model.showYear((shell.page as FiguresPage).model.thisYear() - 1);
            return true;
        case "figure-months":
            shell.goFigures();
            root.openMonths((shell.page as FiguresPage).model.thisYear());
            return true;
        case "review":
            shell.goReview();
            return true;
        case "review-record":
        case "review-pin":
        case "review-return":
            return root.openReview(name);
        case "assessment":
        case "sheet":
            shell.goAssessment();
            (shell.page as AssessmentPage).sheet.showThisYear();
            return name === "assessment" || (shell.page as AssessmentPage).sheet.count > 0;
        case "board":
            shell.goBoard();
            return true;
        case "sync-link":
            shell.goSync();
            (shell.page as SyncPage).linkTest.start();
            root.later = () => root.reveal("link-test");
            return true;
        case "sync":
            shell.goSync();
            return true;
        case "sync-stick":
            shell.goSync();
            root.later = () => root.reveal("stick-read");
            return true;
        case "sync-danger":
            shell.goSync();
            root.later = () => {
                root.press("danger-open");
                root.reveal("danger-close");
            };
            return true;
        case "stick-file":
            shell.goSync();
            return root.press("stick-write");
        case "stick-handed":
            shell.showHanded("file:///media/双龙镇%20回信.fayi");
            return true;
        case "import":
            shell.importTable("outreach");
            return true;
        case "export":
            shell.goList("contract-review");
            return root.press("list-export");
        case "exports":
            return shell.goExports();
        case "locks":
            return shell.goLocks();
        case "practice":
            return shell.session.practise();
        case "mend":
        case "discard":
            shell.goSync();
            return root.press(name);
        case "help":
            shell.goSync();
            shell.guide.open();
            return true;
        case "sign-in":
            shell.warden.lock();
            (shell.page as SignInPage).isAsked = true;
            (shell.page as SignInPage).isForgotten = true;
            return true;
        case "settings-pin":
            shell.goSettings();
            root.later = () => root.reveal("pin-set");
            return true;
        case "enrol":
            shell.goSettings();
            shell.enrol();
            return true;
        default:
            shell.goSettings();
            return true;
        }
    }

    /// Every picture begins with a clean desk: no page, no dialog of the one before.
    function show(name: string): bool {
        root.later = null;
        root.shell.page?.discard();
        root.shell.session.endPractice();
        if (root.shell.session.locked)
            root.shell.session.enter(1);
        root.shell.begin();
        return root.open(name);
    }
}
