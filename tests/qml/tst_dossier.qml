// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The checklist of a mediation dossier: what it must hold, what is in it, what is scanned.
Desk {
    id: root

    property string folder: ""

    PageCase {
        name: "Dossier"
        desk: root

        function begin(role) {
            root.folder = root.colleague.office("吴所长", role, "500115127");
            root.sit(root.folder);
            const id = root.colleague.create(root.folder, "mediation-case", {
                    "accepted_on": "2026-03-01",
                    "body_name": "龙滩村调委会",
                    "dispute_type": "neighbour",
                    "documents": ["notice"]
                });
            root.session.touch();
            root.shell.openRecord(id);
            see("record-title");
            return id;
        }

        function tell(name, words) {
            const item = see(name);
            verify(item.text.includes(words), item.text);
        }

        function cleanup() {
            root.hands.plugCameras(false);
        }

        function test_aPressTicksAPaperAndWhatIsMissingIsToldAboveTheList() {
            begin("clerk");
            compare(see("tab-dossier").text, "卷宗（1）");
            press("tab-dossier");
            tell("dossier-missing", "还缺 4 种");
            tell("need-application", "受理登记表");
            tell("need-identity", "缺");
            tell("need-mandate", "按需");
            tell("need-notice", "已入卷");
            press("tick-acceptance");
            tell("dossier-missing", "还缺 3 种");
            verify(!see("need-application").text.includes("缺"), "one of the two is enough");
            compare(see("tab-dossier").text, "卷宗（2）");
            press("tick-acceptance");
            tell("dossier-missing", "还缺 4 种");
            for (const paper of ["application", "identity", "record"])
                press("tick-" + paper);
            tell("dossier-missing", "还缺 1 种");
            press("tick-back-cover");
            tell("dossier-missing", "齐");
            press("tab-history");
            see("version-5");
        }

        function test_aFileAddedForAPaperIsItsScanAndPutsItIntoTheDossier() {
            begin("clerk");
            press("tab-dossier");
            tell("scanned-identity", "未扫描");
            verify(hidden("scan-identity"));
            const files = root.shell.page.attachments;
            files.add(["file://" + root.hands.picture(root.hands.newShelf())], "identity");
            tryCompare(files, "running", false, 20000);
            compare(files.problem, "");
            tell("scanned-identity", "已扫描");
            tell("need-identity", "已入卷");
            see("scan-identity");
            tell("scanned-notice", "未扫描");
            compare(see("tab-attachments").text, "附件（1）");
        }

        function test_aPaperUnderTheCameraIsScanned() {
            root.hands.plugCameras(true);
            begin("clerk");
            press("tab-dossier");
            tryVerify(() => !hidden("scan-photo-notice"), 20000);
            press("scan-photo-notice");
            tryVerify(() => see("camera-take").enabled, 20000);
            press("camera-take");
            press("camera-use");
            tryCompare(root.shell.page.attachments, "count", 1, 20000);
            press("camera-close");
            tell("scanned-notice", "已扫描");
        }

        function test_whoMayNotEditReadsTheList() {
            begin("advisor");
            press("tab-dossier");
            tell("need-notice", "已入卷");
            tell("dossier-missing", "还缺 4 种");
            verify(hidden("tick-notice"));
            verify(hidden("scan-add-notice"));
        }

        function test_aRecordOfAnotherTypeHasNoDossier() {
            begin("clerk");
            root.shell.openRecord(root.colleague.lecture(root.folder, "一场宣讲"));
            tryVerify(() => root.shell.page.record.title.indexOf("一场宣讲") >= 0);
            see("tab-attachments");
            verify(hidden("tab-dossier"));
        }

        function test_itFits_data() {
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

        function test_itFits(row) {
            fits(row, () => {
                    begin("clerk");
                    press("tab-dossier");
                    see("scan-add-notice");
                });
        }
    }
}
