// SPDX-License-Identifier: Apache-2.0
import QtQuick

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
