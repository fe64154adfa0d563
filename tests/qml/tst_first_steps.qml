// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// From an empty computer to records of every type, with no network anywhere.
Desk {
    id: root

    PageCase {
        name: "FirstSteps"
        desk: root

        function initTestCase() {
            root.sit(root.hands.newFolder());
        }

        function test_1_anEmptyComputerStartsWithoutAServer() {
            see("start");
            write("edit-station-name", "双龙司法所一号机");
            press("start");
            see("nav-home");
            compare(root.session.stationName, "双龙司法所一号机");
            verify(!root.session.enrolled);
        }

        function test_2_aRecordOfEachTypeIsWrittenAndSaved_data() {
            return [{
                    "tag": "service-visit",
                    "field": "summary",
                    "text": "入户走访，解答宅基地咨询"
                }, {
                    "tag": "outreach",
                    "field": "theme",
                    "text": "民法典进乡村"
                }, {
                    "tag": "contract-review",
                    "field": "contract_name",
                    "text": "山坪塘承包合同"
                }, {
                    "tag": "consultation",
                    "field": "facts",
                    "text": "邻里通行纠纷"
                }];
        }

        function test_2_aRecordOfEachTypeIsWrittenAndSaved(row) {
            press("nav-" + row.tag);
            press("new");
            write("edit-" + row.field, row.text);
            tryVerify(() => root.shell.page.dirty);
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            const saved = root.shell.page.form.recordId;
            verify(saved.length > 0);
            compare(JSON.parse(root.hands.stored(root.session.folder, saved, row.field)), row.text);
            press("back");
            see("row-0");
            compare(root.shell.page.model.idAt(0), saved);
        }

        function test_3_anEditIsANewVersionAndTheOldOneComesBack() {
            press("nav-outreach");
            press("row-0");
            compare(see("record-title").text.includes("民法典进乡村"), true);
            press("edit");
            write("edit-theme", "民法典进院坝");
            press("save");
            press("back");
            tryCompare(see("record-title"), "text", "民法典进院坝");
            press("tab-history");
            see("version-1");
            press("restore-1");
            tryVerify(() => root.shell.page.record.title.includes("民法典进乡村"));
            see("version-2");
        }

        function test_4_theListFindsTwoCharacters() {
            press("nav-outreach");
            write("search", "进乡");
            tryVerify(() => root.shell.page.model.text === "进乡");
            compare(root.shell.page.model.count, 1);
            see("filter-notice");
            write("search", "鱼塘");
            tryVerify(() => root.shell.page.model.count === 0);
            press("notice-action");
            tryVerify(() => root.shell.page.model.count === 1);
        }

        function test_5_aDeletedRecordIsInTheBinAndComesBack() {
            press("nav-consultation");
            press("row-0");
            press("delete");
            press("delete-confirm");
            tryVerify(() => root.shell.page.model !== undefined && root.shell.page.model.count === 0);
            press("filter-bin");
            press("row-0");
            press("undelete");
            press("nav-consultation");
            see("row-0");
        }

        function test_6_theStoreIsThereAfterOpeningAgain() {
            const folder = root.session.folder;
            root.session.folder = root.hands.newFolder();
            verify(!root.session.ready);
            root.session.folder = folder;
            verify(root.session.ready);
            press("nav-contract-review");
            see("row-0");
        }

        function test_7_everyOtherTypeIsBehindAllRecords() {
            press("nav-types");
            press("list-aid-application");
            compare(root.shell.section, "aid-application");
            compare(see("nav-types").checked, true);
            press("new");
            see("edit-received_on");
            press("nav-home");
            press("all-types");
            press("new-referral");
            see("edit-found_on");
            press("nav-home");
        }

        function test_8_aContractThatShouldBeBackIsDueOnTheFirstPage() {
            press("nav-contract-review");
            press("row-0");
            press("edit");
            root.shell.page.form.set("received_on", "2026-01-05");
            press("save");
            press("nav-home");
            compare(see("due-0").word, "overdue");
            press("due-0");
            compare(see("record-title").text.includes("山坪塘"), true);
        }
    }
}
