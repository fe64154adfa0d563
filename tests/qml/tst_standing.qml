// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

/// What a record is to be taken for: void, restricted, maybe entered twice.
Desk {
    id: root

    property string folder: ""

    PageCase {
        name: "Standing"
        desk: root

        function begin(role) {
            root.folder = root.colleague.office("吴所长", role, "500115127");
            root.sit(root.folder);
        }

        function open(id) {
            root.session.touch();
            root.shell.openRecord(id);
            see("record-title");
        }

        function answer(name) {
            settle(see(name));
            mouseClick(root.hands.find(see(name), "notice-action"));
        }

        function test_whatWasSubmittedBecomesVoidWithAReasonAndIsClosed() {
            begin("head");
            const id = root.colleague.lecture(root.folder, "写重了的一场");
            open(id);
            press("more-steps");
            press("void");
            verify(!see("void-confirm").enabled, "not without a reason");
            write("void-reason", "与三月二日的一条重复");
            press("void-confirm");
            const notice = see("void-notice");
            verify(notice.text.includes("与三月二日的一条重复") && notice.text.includes("吴所长"), notice.text);
            compare(see("record-void").word, "void");
            compare(root.colleague.state(root.folder, id), "void");
            for (const step of ["edit", "verify", "return", "void", "restrict", "delete", "more-steps"])
                verify(hidden(step), step);
            press("tab-history");
            see("version-1");
            verify(hidden("restore-1"));
        }

        function test_aCancelledReasonChangesNothing() {
            begin("head");
            const id = root.colleague.lecture(root.folder, "想一想");
            open(id);
            press("more-steps");
            press("void");
            write("void-reason", "重复");
            press("void-cancel");
            tryVerify(() => hidden("void-reason"));
            compare(root.colleague.state(root.folder, id), "submitted");
            press("void");
            compare(see("void-reason").text, "", "what was not said is not kept");
        }

        function test_whatSomebodyElseClosedMeanwhileIsToldAndStaysAsItIs() {
            begin("head");
            const id = root.colleague.lecture(root.folder, "两个人同时作废");
            open(id);
            press("more-steps");
            press("restrict");
            write("restrict-reason", "当事人要求删除");
            root.colleague.makeVoid(root.folder, id, "重复");
            press("restrict-confirm");
            tryVerify(() => see("record-problem").text.includes("已作废"));
            compare(root.colleague.state(root.folder, id), "void");
        }

        function test_aRestrictionLeavesOnlyItsEnd() {
            begin("head");
            const id = root.colleague.lecture(root.folder, "有人要求删除");
            open(id);
            see("print");
            press("more-steps");
            press("restrict");
            write("restrict-reason", "当事人要求删除，保管期限未满");
            press("restrict-confirm");
            verify(see("restricted-notice").text.includes("保管期限未满"));
            compare(see("record-restricted").word, "restricted");
            for (const step of ["edit", "verify", "return", "void", "restrict", "delete", "print"])
                verify(hidden(step), step);
            answer("restricted-notice");
            press("lift-confirm");
            tryVerify(() => hidden("restricted-notice"));
            see("edit");
            see("print");
        }

        /// What a line says beside its word.
        function standingOf(row) {
            const tag = root.hands.find(see(row), "standing");
            return tag === null ? "" : tag.word;
        }

        function test_theirLinesInListsSaySoBesideTheWord() {
            begin("head");
            const kept = root.colleague.lecture(root.folder, "有人要求删除");
            root.colleague.restrict(root.folder, kept, "当事人要求删除");
            const closed = root.colleague.lecture(root.folder, "写重了的一场");
            root.colleague.makeVoid(root.folder, closed, "重复");
            root.colleague.lecture(root.folder, "平常的一场");
            root.session.touch();
            root.shell.goList("outreach");
            tryCompare(see("row-0"), "title", "平常的一场");
            compare(standingOf("row-0"), "");
            compare(standingOf("row-1"), "void");
            verify(see("row-1").Accessible.name.includes(StateWords.label("void")), see("row-1").Accessible.name);
            compare(standingOf("row-2"), "restricted");
            verify(see("row-2").Accessible.name.includes(StateWords.label("restricted")), see("row-2").Accessible.name);
            for (const word of ["void", "restricted"]) {
                press("filter-" + word);
                tryCompare(see("records"), "count", 1);
                compare(standingOf("row-0"), word);
                press("filter-" + word);
            }
            press("filter-changed");
            tryCompare(see("records"), "count", 0);
            root.shell.goSync();
            compare(standingOf("waiting-2"), "restricted");
            compare(standingOf("waiting-0"), "");
            root.shell.goReview();
            compare(see("waits-0").standing, "restricted");
        }

        function test_aDraftIsNotMadeVoidAndAnAdvisorDecidesNeither() {
            begin("head");
            const draft = root.colleague.create(root.folder, "outreach", {
                    "theme": "还没交的",
                    "happened_on": "2026-03-01"
                });
            open(draft);
            press("more-steps");
            see("restrict");
            verify(hidden("void"));
            begin("advisor");
            open(root.colleague.lecture(root.folder, "自己的一场"));
            see("edit");
            verify(hidden("more-steps"));
        }

        function test_aDoubleEntryLeadsToTheOtherRecord() {
            begin("head");
            const lecture = {
                "theme": "民法典进院坝",
                "happened_on": "2026-03-01",
                "village": "500115127200"
            };
            const first = root.colleague.create(root.folder, "outreach", lecture);
            open(first);
            verify(hidden("warning-0"));
            const second = root.colleague.create(root.folder, "outreach", lecture);
            root.session.touch();
            verify(see("warning-0").text.includes("可能重复录入"));
            verify(!see("warning-0").text.includes(second), "people read no numbers");
            answer("warning-0");
            tryVerify(() => root.shell.page.record.recordId === second);
            see("warning-0");
            press("back");
            tryVerify(() => root.shell.page.record.recordId === first);
        }
    }
}
