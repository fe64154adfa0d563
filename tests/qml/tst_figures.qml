// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Figures: exactly the records behind them, what they are a part of and what they share, of which report and which
/// unit; and the report that is handed in.
Desk {
    id: root

    PageCase {
        name: "Figures"
        desk: root

        function lastYear() {
            return new Date(Date.now() + 8 * 3600 * 1000).getUTCFullYear() - 1;
        }

        /// The fifteenth of the month that many months ago, in China.
        function fifteenth(monthsAgo) {
            const now = new Date(Date.now() + 8 * 3600 * 1000);
            return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, 15)).toISOString().slice(0, 10);
        }

        function verified(folder, type, fields) {
            const id = root.colleague.create(folder, type, fields);
            root.colleague.force(folder, id);
            return id;
        }

        function mediated(folder, accepted, closed, result) {
            return verified(folder, "mediation-case", {
                    "accepted_on": accepted,
                    "closed_on": closed,
                    "result": result
                });
        }

        function lecture(folder, org) {
            return verified(folder, "outreach", {
                    "theme": "民法典进村",
                    "happened_on": lastYear() + "-05-10",
                    "form": "lecture",
                    "speaker_role": "village-advisor",
                    "campaigns": ["law-to-grassroots"],
                    "attendance": 30,
                    "org": org
                });
        }

        /// The figures of last year are there.
        function openLastYear(folder) {
            root.sit(folder);
            press("nav-figures");
            press("year-1");
            counted();
        }

        function counted() {
            tryVerify(() => !root.shell.page.model.counting && root.shell.page.model.count > 0, 20000);
        }

        function chooseUnit(name, code) {
            press("edit-figures-unit");
            write("picker-words", name);
            press("option-" + code);
            counted();
        }

        function openReport(folder) {
            openLastYear(folder);
            press("to-report");
            tryVerify(() => root.shell.page.report.known, 20000);
            root.shell.page.report.folder = root.hands.newShelf() + "/表格";
        }

        function test_aRatioShowsWhatItIsAPartOf() {
            const folder = root.colleague.office("科长", "district", "500115");
            const day = lastYear() + "-05-10";
            mediated(folder, day, day, "success");
            mediated(folder, day, day, "failed");
            openLastYear(folder);
            const ratio = see("ratio-F63").text;
            verify(ratio.includes("1") && ratio.includes("2"), ratio);
            verify(ratio.includes("期间内结案的调解案件"), ratio);
            verify(hidden("ratio-F51"), "it is no ratio");
        }

        function test_figuresThatCountTheSameLeadToEachOther() {
            const folder = root.colleague.office("科长", "district", "500115");
            lecture(folder, "500115127");
            openLastYear(folder);
            verify(see("to-F36-F51").text.includes("1"), "both count the lecture: " + see("to-F36-F51").text);
            press("to-F36-F51");
            tryVerify(() => see("figure-F36").activeFocus);
            verify(hidden("to-F36-F36"));
            verify(hidden("check-0"), "everything holds");
        }

        function test_theMonthlyReturnIsOfAMonthAndWhatDoesNotHoldLeadsToItsFigures() {
            const folder = root.colleague.office("科长", "district", "500115");
            mediated(folder, fifteenth(2), fifteenth(1), "success");
            root.sit(folder);
            press("nav-figures");
            press("report-mediation-monthly");
            counted();
            const figures = root.shell.page.model;
            compare(figures.from, fifteenth(1).slice(0, 8) + "01");
            compare(figures.to.slice(0, 7), fifteenth(1).slice(0, 7));
            verify(see("check-0").text.length > 0);
            press("to-B01-check-0");
            tryVerify(() => see("figure-B01").activeFocus);
            press("records-B01");
            see("behind-0");
            root.shell.goBack();
            press("whole-month-0");
            counted();
            verify(hidden("check-0"), "nothing was closed this month");
            press("report-annual");
            tryCompare(figures, "from", (lastYear() + 1) + "-01-01");
        }

        function test_theDistrictLooksAtOneUnit() {
            const folder = root.colleague.office("科长", "district", "500115");
            lecture(folder, "500115127");
            openLastYear(folder);
            verify(see("records-F51").enabled);
            chooseUnit("凤城街道", "500115001");
            verify(!see("records-F51").enabled);
            chooseUnit("双龙镇", "500115127");
            press("records-F51");
            see("behind-0");
            root.shell.goBack();
            press("months-F51");
            tryVerify(() => root.shell.page.months.length === 12);
            compare(root.shell.page.months[4].now, 1);
        }

        function test_whoHasOneUnitHasNoneToChoose() {
            root.sit(root.colleague.office("陈顾问", "advisor", "500115127001"));
            press("nav-figures");
            counted();
            verify(hidden("edit-figures-unit"));
        }

        function test_theReportBecomesADocumentAndAWorkbook() {
            const folder = root.colleague.office("科长", "district", "500115");
            lecture(folder, "500115127");
            openReport(folder);
            const report = root.shell.page.report;
            verify(see("report-missing").text.includes("凤城"), see("report-missing").text);
            verify(see("report-check-0").text.length > 0, "both F36 and F51 count the lecture");
            press("report-docx");
            tryVerify(() => !report.working && report.file.endsWith(".docx"), 20000, report.problem);
            verify(root.hands.sizeOf(report.file) > 1000);
            press("report-xlsx");
            tryVerify(() => !report.working && report.file.endsWith(".xlsx"), 20000, report.problem);
            verify(root.hands.sizeOf(report.file) > 1000);
            verify(see("report-told").text.includes(report.file));
            report.folder = "/proc/nowhere";
            press("report-xlsx");
            tryVerify(() => report.problem.length > 0);
            compare(report.file, "");
        }

        function test_aReturnWithoutATextIsNoDocument() {
            root.sit(root.colleague.office("科长", "district", "500115"));
            press("nav-figures");
            press("report-mediation-monthly");
            counted();
            press("to-report");
            tryVerify(() => root.shell.page.report.known, 20000);
            verify(see("report-xlsx").enabled);
            verify(hidden("report-docx"));
        }

        function test_aClosedReportStandsBesideToday() {
            const folder = root.colleague.office("科长", "district", "500115");
            const id = lecture(folder, "500115127");
            openReport(folder);
            see("none-closed");
            press("report-close");
            press("close-no");
            see("none-closed");
            press("report-close");
            press("close-yes");
            see("closed-0");
            verify(see("closed-0").secondary.includes("科长"), see("closed-0").secondary);
            press("closed-0");
            tryVerify(() => root.shell.page.report.known && hidden("report-close"), 20000);
            see("closed-same");
            root.shell.goBack();
            root.colleague.makeVoid(folder, id, "重复");
            press("closed-0");
            tryVerify(() => root.shell.page.report.known && root.shell.page.report.changedRecords === 1, 20000);
            see("difference-0");
            verify(hidden("closed-same"));
            verify(see("closed-changed").text.includes("1"));
            press("changed-0");
            tryVerify(() => root.shell.page.record !== undefined);
        }

        function test_anAdvisorWritesAReportAndClosesNone() {
            const folder = root.colleague.office("陈顾问", "advisor", "500115127");
            openReport(folder);
            verify(see("report-xlsx").enabled);
            verify(hidden("report-close"));
        }

        function test_theNewPagesFitASmallWindow_data() {
            return [{
                    "tag": "large",
                    "width": 1280,
                    "height": 800,
                    "scale": 100
                }, {
                    "tag": "small and large letters",
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }];
        }

        function test_theNewPagesFitASmallWindow(row) {
            const folder = root.colleague.office("科长", "district", "500115");
            lecture(folder, "500115127");
            mediated(folder, lastYear() + "-01-01", lastYear() + "-05-10", "success");
            openLastYear(folder);
            fits(row, () => wait(50));
            fits(row, () => {
                    root.shell.openReport(root.shell.page.model.question);
                    tryVerify(() => root.shell.page.report.known, 20000);
                });
            root.shell.page.report.close();
            tryVerify(() => root.shell.page.report.closed.length === 1, 20000);
            fits(row, () => {
                    root.shell.openClosedReport(root.shell.page.report.closed[0].number);
                    tryVerify(() => root.shell.page.report.known, 20000);
                });
        }

        function test_aFigureOpensTheRecordsBehindIt() {
            root.sit(root.hands.verifiedFolder());
            press("nav-figures");
            press("year-1");
            press("records-F51");
            see("behind-0");
            tryVerify(() => root.shell.page.count === 1);
            press("behind-0");
            tryVerify(() => root.shell.page.record !== undefined && root.shell.page.record.title.includes("送法下基层"));
        }

        function test_aPeriodThatIsNoneIsSaidAndNothingBreaks() {
            root.sit(root.hands.verifiedFolder());
            press("nav-figures");
            root.shell.page.model.from = "2025-13-01";
            tryVerify(() => root.shell.page.model.problem.length > 0);
            press("year-1");
            tryVerify(() => root.shell.page.model.problem.length === 0);
        }
    }
}
