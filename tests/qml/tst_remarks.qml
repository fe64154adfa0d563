// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// Everything that was remarked of a record, in a tab of its own.
Desk {
    id: root

    property string folder: ""

    PageCase {
        name: "Remarks"
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

        function giveBack(remark, field) {
            press("return");
            write("remark", remark);
            press("remark-field");
            press("option-" + field);
            press("return-confirm");
        }

        function test_aRemarkIsWrittenWithoutAReturnAndSettledByTheVerification() {
            begin("head");
            const id = root.colleague.lecture(root.folder, "民法典进院坝");
            open(id);
            compare(see("tab-remarks").text, "意见（0）");
            press("tab-remarks");
            see("no-remarks");
            press("remark-write");
            verify(!see("write-remark-confirm").enabled, "not without a word");
            write("remark", "日期再核对一下");
            press("remark-field");
            press("option-happened_on");
            press("write-remark-confirm");
            tryCompare(see("tab-remarks"), "text", "意见（1）");
            compare(root.colleague.state(root.folder, id), "submitted");
            compare(see("remark-text-0").text, "日期再核对一下");
            compare(see("remark-standing-0").word, "open");
            verify(see("remark-when-0").text.includes("非退回意见"), see("remark-when-0").text);
            compare(see("remark-at-0").text, "日期");
            see("said-0");
            verify(hidden("to-mend"), "nothing was returned");
            press("verify");
            tryCompare(see("remark-standing-0"), "word", "settled");
            verify(see("remark-when-0").text.includes("吴所长"), see("remark-when-0").text);
            verify(hidden("said-0"), "what is settled stands in the tab alone");
        }

        function test_theNewestIsFirstEachWithItsReturnAndTheWayToItsField() {
            begin("head");
            const id = root.colleague.lecture(root.folder, "退了两次");
            open(id);
            giveBack("日期与签到表不符", "happened_on");
            press("record-submit");
            giveBack("写明是哪一场", "theme");
            press("tab-remarks");
            verify(see("remark-when-0").text.includes("第 2 次退回"), see("remark-when-0").text);
            verify(see("remark-when-1").text.includes("第 1 次退回"), see("remark-when-1").text);
            compare(see("remark-standing-0").word, "open");
            compare(see("remark-standing-1").word, "settled");
            press("remark-answer-0");
            write("remark", "哪一场见附件");
            press("write-remark-confirm");
            tryCompare(see("tab-remarks"), "text", "意见（3）");
            compare(see("remark-text-0").text, "哪一场见附件");
            compare(see("remark-at-0").text, see("remark-at-1").text);
            compare(root.colleague.state(root.folder, id), "returned");
            compare(see("to-mend").text, "需补正（1 处）");
            press("remark-at-2");
            compare(root.shell.page.tab, "content");
            press("tab-remarks");
            root.colleague.remark(root.folder, id, "备注写清来由", "remarks");
            root.session.touch();
            tryCompare(see("tab-remarks"), "text", "意见（4）");
            press("remark-at-0");
            see("edit-remarks");
        }

        function test_whoMayNotReturnReadsThemAndWritesNone() {
            begin("advisor");
            const id = root.colleague.lecture(root.folder, "顾问的一场");
            root.colleague.remark(root.folder, id, "请补签到表", "");
            open(id);
            press("tab-remarks");
            compare(see("remark-text-0").text, "请补签到表");
            verify(hidden("remark-at-0"), "it is about the record as a whole");
            verify(hidden("remark-answer-0"));
            verify(hidden("remark-write"));
        }

        function test_theyFit_data() {
            return [{
                    "tag": "wide",
                    "width": 1280,
                    "height": 800,
                    "scale": 100
                }, {
                    "tag": "narrow",
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }];
        }

        function test_theyFit(row) {
            begin("head");
            const id = root.colleague.lecture(root.folder, "民法典进院坝");
            root.colleague.remark(root.folder, id, "参加人数和签到表上的人数对不上，请核对以后再报；签到表要拍清楚，拍全，一页也不能少", "attendance");
            fits(row, () => {
                    open(id);
                    press("tab-remarks");
                    see("remark-answer-0");
                });
        }
    }
}
