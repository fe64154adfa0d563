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

        function test_anotherUnitIsPickedFromTheTree() {
            const folder = root.hands.conflictOf("service-visit", '{"happened_on": "2026-03-02", "village": "500115127200"}', '{"village": "500115127201"}', '{"village": "500115127202"}');
            root.sit(folder);
            press("attention-0");
            see("conflict-village");
            press("third");
            press("edit-third");
            const words = see("picker-words");
            words.text = "slz";
            words.textEdited();
            const offered = root.shell.page.model.options("village", "slz");
            verify(offered.length > 0);
            press("option-" + offered[0].code);
            tryVerify(() => see("edit-third").text === offered[0].label);
            press("third-save");
            see("settled");
            compare(root.hands.firstConflict(folder), "");
        }

        function test_longTextsAreJoinedByHandAndNothingOfThemIsLost() {
            const folder = root.hands.conflictOf("outreach", '{"theme": "宪法", "happened_on": "2026-03-02", "summary": "开始。结束。"}', '{"summary": "开始。来了三十人𠮷。结束。"}', '{"summary": "开始。来了四十人𠮶。结束。"}');
            root.sit(folder);
            const id = root.hands.firstConflict(folder);
            press("attention-0");
            see("conflict-summary");
            press("third");
            const text = see("edit-third").text;
            verify(text.startsWith("开始。") && text.endsWith("结束。"), text);
            verify(text.includes("三十人𠮷") || text.includes("三") && text.includes("四"), text);
            compare(text.split("结束").length, 2, text);
            write("edit-third", "开始。来了三四十人𠮷。结束。");
            press("third-save");
            see("settled");
            compare(root.hands.stored(folder, id, "summary"), "\"开始。来了三四十人𠮷。结束。\"");
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
