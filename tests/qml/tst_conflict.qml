// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Two people wrote the same field without seeing each other.
Desk {
    id: root

    property string record

    PageCase {
        name: "Conflict"
        desk: root

        function init() {
            const folder = root.hands.conflictFolder();
            root.record = root.hands.firstConflict(folder);
            verify(root.record.length > 0);
            root.sit(folder);
            see("nav-home");
        }

        function toConflict() {
            press("attention-0");
            see("conflict-attendance");
        }

        function test_bothValuesAreShownWithWhoWroteThem() {
            toConflict();
            const model = root.shell.page.model;
            compare(model.count, 1);
            const siblings = model.data(model.index(0, 0), Qt.UserRole + 5);
            compare(siblings.length, 2);
            compare(siblings.filter(one => one.mine).length, 1);
            const texts = siblings.map(one => one.text).join(" ");
            verify(texts.includes("31") && texts.includes("35"), texts);
            verify(siblings.every(one => one.when.length > 0));
        }

        function test_takingOneSettlesItAndTheOtherStaysInTheHistory() {
            toConflict();
            press("take-1");
            see("settled");
            compare(root.hands.firstConflict(root.session.folder), "");
            press("notice-action");
            tryVerify(() => root.shell.page.record !== undefined);
            compare(root.shell.page.record.conflicts, 0);
            press("tab-history");
            see("version-3");
        }

        function test_aThirdValueSettlesItToo() {
            toConflict();
            press("third");
            write("edit-third", "33");
            press("third-save");
            see("settled");
            compare(root.hands.stored(root.session.folder, root.record, "attendance"), "33");
        }

        function test_theConflictFollowsAFork() {
            toConflict();
            root.hands.fork(root.session.folder);
            root.session.touch();
            const model = root.shell.page.model;
            compare(model.count, 1);
            const now = model.recordId;
            verify(now !== root.record);
            see("conflict-attendance");
            press("take-1");
            see("settled");
            compare(root.hands.firstConflict(root.session.folder), "");
            press("notice-action");
            tryVerify(() => root.shell.page.record !== undefined);
            compare(root.shell.page.record.recordId, now);
        }

        function test_theRecordLeadsToTheConflict() {
            root.shell.openRecord(root.record);
            press("notice-action");
            see("conflict-attendance");
        }
    }
}
