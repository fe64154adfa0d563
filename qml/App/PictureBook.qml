// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Figures
import Fayi.Records
import Fayi.Ui

/// Opens every page of the window for its picture, with what the store has.
QtObject {
    id: root

    required property Shell shell

    readonly property var names: ["start", "home", "list", "list-search", "form", "form-errors", "record", "history", "conflict", "figures", "sync", "enrol", "settings"]
    readonly property RecordListModel records: RecordListModel {
        session: root.shell ? root.shell.session : null
        type: "contract-review"
    }
    readonly property RecordListModel conflicts: RecordListModel {
        session: root.shell ? root.shell.session : null
        word: "conflict"
    }

    function open(name: string): bool {
        const shell = root.shell;
        const first = root.records.idAt(0);
        switch (name) {
        case "start":
            shell.showStart();
            return true;
        case "home":
            shell.goHome();
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
        case "conflict":
            shell.goHome();
            if (root.conflicts.count > 0)
                shell.settle(root.conflicts.idAt(0));
            return root.conflicts.count > 0;
        case "figures":
            shell.goFigures();
            (shell.page as FiguresPage).model.showYear((shell.page as FiguresPage).model.thisYear() - 1);
            return true;
        case "sync":
            shell.goSync();
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

    /// Every picture begins with a clean desk.
    function show(name: string): bool {
        root.shell.begin();
        return root.open(name);
    }
}
