// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The appraisal of an advisor: seen by themselves first, scored and frozen by their office, compared with nobody.
Desk {
    id: root

    readonly property string village: "500115127200"
    property string lastYear: ""

    PageCase {
        name: "Assessment"
        desk: root

        /// An office of that role, with an appointment and six visits of last year, all verified.
        function begin(name, role) {
            const folder = root.colleague.office(name, role, "500115127");
            const writer = root.colleague;
            root.lastYear = String(new Date().getFullYear() - 1);
            for (const advisor of ["陈顾问", "周顾问"])
                writer.force(folder, writer.create(folder, "appointment", {
                            "advisor": advisor,
                            "starts_on": root.lastYear + "-01-01",
                            "villages": [{
                                    "village": root.village,
                                    "since": root.lastYear + "-01-01"
                                }]
                        }));
            for (let month = 1; month <= 6; ++month)
                writer.force(folder, writer.create(folder, "service-visit", {
                            "happened_on": root.lastYear + "-0" + month + "-10",
                            "village": root.village,
                            "advisor": "陈顾问",
                            "mode": "on-site",
                            "duration": 120,
                            "kinds": ["consultation"]
                        }));
            root.sit(folder);
            return folder;
        }

        function openSheet() {
            press("nav-assessment");
            press("sheet-year-0");
            const sheet = root.shell.page.sheet;
            sheet.pack = "advisor-score-a";
            return sheet;
        }

        function test_anOfficeOpensTheSheetOfAPersonLineByLine() {
            begin("吴所长", "head");
            const sheet = openSheet();
            compare(sheet.person, "周顾问", "the first by name, until somebody is chosen");
            press("sheet-person");
            press("option-陈顾问");
            compare(sheet.village, root.village);
            compare(see("points-A02").text, "6 / 12");
            verify(see("missing-A02").text.indexOf(root.lastYear + "年7月") >= 0, see("missing-A02").text);
            verify(see("missing-A02").text.indexOf(root.lastYear + "年6月") < 0);
            press("evidence-A02");
            see("found-5");
            press("found-0");
            tryVerify(() => root.shell.page.record !== undefined);
        }

        function test_aSheetIsFrozenScoredAppealedAndWorkedOutAgain() {
            const folder = begin("吴所长", "head");
            const sheet = openSheet();
            sheet.person = "陈顾问";
            verify(hidden("score-A01"), "there is nothing to write a score into");
            press("freeze");
            tryVerify(() => sheet.frozen.length > 0);
            verify(hidden("freeze"), "these days have one");
            press("score-A01");
            write("say-points", "9");
            write("say-reason", "没有调查");
            verify(!see("say-confirm").enabled, "more than the line has");
            write("say-points", "3");
            press("say-confirm");
            tryCompare(see("points-A01"), "text", "3 / 6");
            const before = Number(JSON.parse(root.hands.stored(folder, sheet.frozen, "score")));
            root.colleague.force(folder, root.colleague.create(folder, "service-visit", {
                        "happened_on": root.lastYear + "-08-10",
                        "village": root.village,
                        "advisor": "陈顾问",
                        "mode": "on-site",
                        "duration": 60,
                        "kinds": ["consultation"]
                    }));
            root.session.touch();
            compare(Number(JSON.parse(root.hands.stored(folder, sheet.frozen, "score"))), before);
            press("appeal");
            write("appeal-words", "八月去过，记录晚报");
            press("appeal-confirm");
            see("frozen-appeal");
            settle(see("frozen-differs"));
            mouseClick(root.hands.find(see("frozen-differs"), "notice-action"));
            tryVerify(() => sheet.differs.length === 0);
            compare(Number(JSON.parse(root.hands.stored(folder, sheet.frozen, "score"))), before + 1);
            press("open-appraisal");
            tryVerify(() => root.shell.page.record !== undefined && root.shell.page.record.type === "appraisal");
        }

        function test_anAdvisorSeesTheirOwnSheetAndNobodyElses() {
            begin("陈顾问", "advisor");
            const sheet = openSheet();
            compare(sheet.person, "陈顾问");
            verify(sheet.own);
            verify(hidden("sheet-person"), "an advisor chooses no other person");
            sheet.person = "周顾问";
            compare(sheet.person, "陈顾问");
            see("missing-A02");
            verify(hidden("freeze"));
            verify(hidden("score-A01"));
            verify(!sheet.freeze(), "the right is asked for, not only the button hidden");
            verify(see("sheet-refused").text.length > 0);
        }

        function test_whereNobodyIsAppointedTheSheetSaysWhy() {
            root.sit(root.colleague.office("李顾问", "advisor", "500115127"));
            press("nav-assessment");
            see("sheet-problem");
            verify(hidden("freeze"));
            compare(root.shell.page.sheet.count, 0);
        }
    }
}
