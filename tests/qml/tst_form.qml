// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The form made from a definition: what it refuses, what it keeps, what it shows.
Desk {
    id: root

    PageCase {
        name: "Form"
        desk: root

        function init() {
            root.sit(root.hands.filledFolder(1));
            see("nav-home");
        }

        function begin(type) {
            press("nav-" + type);
            press("new");
        }

        function test_aSubmitSaysWhatIsMissingAndKeepsTheDraft() {
            begin("outreach");
            write("edit-theme", "国家安全教育日");
            verify(hidden("problem-attendance"));
            press("submit");
            see("problem-attendance");
            see("form-notice");
            verify(root.shell.page.form.recordId.length > 0);
            verify(!root.shell.page.dirty);
        }

        function test_aNumberThatIsNoneIsNotSavedAndNotLost() {
            begin("outreach");
            write("edit-attendance", "三十多");
            press("save");
            see("problem-attendance");
            compare(see("edit-attendance").text, "三十多");
            compare(root.shell.page.form.recordId, "");
            write("edit-attendance", "３６");
            press("save");
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            compare(root.hands.stored(root.session.folder, root.shell.page.form.recordId, "attendance"), "36");
        }

        function test_aPageThatWasLeftIsGone() {
            press("nav-outreach");
            const stack = see("stack");
            press("new");
            see("edit-theme");
            press("back");
            tryVerify(() => stack.depth === 1);
            tryVerify(() => stack.children.length === 1, 5000, stack.children.length + " pages are kept");
            press("nav-sync");
            tryVerify(() => stack.children.length === 1, 5000, stack.children.length + " pages are kept");
        }

        function test_leavingAsksAndLosesNothing() {
            begin("outreach");
            write("edit-theme", "消费者权益日");
            press("back");
            press("leave-stay");
            compare(see("edit-theme").text, "消费者权益日");
            press("nav-sync");
            press("leave-keep");
            tryVerify(() => root.shell.section === "sync");
            press("nav-outreach");
            tryVerify(() => root.shell.page.model && root.shell.page.model.titleAt(0).includes("消费者权益日"));
        }

        function test_whatIsThrownAwayIsNotSaved() {
            begin("outreach");
            write("edit-theme", "不要了");
            press("back");
            press("leave-discard");
            tryVerify(() => root.shell.page.model !== undefined);
            compare(root.shell.page.model.count, 1);
        }

        function test_aFieldAppearsWhenItsConditionHolds() {
            begin("service-visit");
            verify(hidden("edit-follow_up"));
            choose("needs_follow_up", "true");
            see("edit-follow_up");
            choose("needs_follow_up", "true");
            tryVerify(() => hidden("edit-follow_up"));
        }

        function test_aNewFormStartsWithWhatWasWrittenLastAndAtTheFirstGap() {
            begin("service-visit");
            tryVerify(() => see("edit-village").activeFocus, 5000, "nothing was written yet: the village is asked first");
            press("edit-village");
            write("picker-words", "龙滩村");
            press("option-500115127200");
            choose("confirm_method", "signed-paper");
            write("edit-summary", "到村走访");
            press("save");
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            press("back");
            press("new");
            const form = root.shell.page.form;
            compare(form.labelFor("village").includes("龙滩村"), true);
            tryVerify(() => see("edit-duration").activeFocus);
            verify(!root.shell.page.dirty, "what is offered is nothing typed");
            compare(form.labelFor("confirm_method").length > 0, true);
            compare(see("edit-summary").text, "", "only what the definition says");
        }

        function visit(villageWords, village, day) {
            root.shell.goList("service-visit");
            press("new");
            press("edit-village");
            write("picker-words", villageWords);
            press("option-" + village);
            write("edit-happened_on", day);
            press("save");
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            return root.shell.page.form.recordId;
        }

        function test_aRecordThatIsChosenBringsAlongWhatItSays() {
            const first = visit("龙滩村", "500115127200", "2026-03-05");
            const second = visit("葛兰", "500115132001", "2026-03-07");
            root.shell.goList("referral");
            press("new");
            const form = root.shell.page.form;
            const today = see("edit-found_on").text;
            pick("visit", first);
            tryVerify(() => form.labelFor("village").includes("龙滩村"));
            compare(see("edit-found_on").text, "2026-03-05");
            press("undo");
            tryCompare(see("edit-found_on"), "text", today, 5000, "all that it brought is one step");
            compare(form.labelFor("visit"), "");
            pick("visit", first);
            write("edit-found_on", "2026-03-06");
            pick("visit", second);
            tryVerify(() => form.labelFor("village").includes("葛兰"), 5000, "what the other visit had brought goes with it");
            compare(see("edit-found_on").text, "2026-03-06", "what somebody wrote stays");
        }

        function test_severalMattersOfOneKindAreWrittenWithoutLeavingTheKeyboard() {
            begin("service-visit");
            press("add-matters");
            const first = "matters/+1/";
            tryVerify(() => see("edit-" + first + "kind").activeFocus);
            pick(first + "kind", "consultation");
            write("edit-" + first + "brief", "咨询宅基地继承");
            see("edit-" + first + "brief").forceActiveFocus();
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            const second = "matters/+2/";
            tryVerify(() => see("edit-" + second + "brief").activeFocus, 5000, "the kind is there already");
            compare(root.shell.page.form.labelFor(second + "kind"), "法律咨询");
            compare(see("edit-" + second + "persons").text, "1");
            compare(see("edit-" + second + "brief").text, "");
            press("again-matters");
            tryVerify(() => see("edit-matters/+3/brief").activeFocus);
            pick("matters/+3/kind", "contract-review");
            press("save");
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            const id = root.shell.page.form.recordId;
            compare(root.hands.stored(root.session.folder, id, "kinds"), '["consultation","contract-review"]');
            compare(JSON.parse(root.hands.stored(root.session.folder, id, "matters")).length, 3);
        }

        function test_controlAndEnterOutsideOfAListAddNothing() {
            begin("service-visit");
            const area = see("edit-summary");
            settle(area);
            area.forceActiveFocus();
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            compare(root.shell.page.form.dirty, false);
            compare(area.text, "");
        }

        function test_theTabulatorLeavesALongText() {
            begin("outreach");
            const area = see("edit-summary");
            settle(area);
            area.forceActiveFocus();
            keyClick(Qt.Key_Tab);
            verify(!area.activeFocus);
            compare(area.text, "");
            keyClick(Qt.Key_Backtab, Qt.ShiftModifier);
            verify(area.activeFocus);
        }

        function test_anAmountIsEchoedInCapitals() {
            begin("contract-review");
            write("edit-amount", "12,345.6");
            tryVerify(() => see("edit-amount").text === "12345.60");
            press("save");
            tryVerify(() => root.shell.page.form.recordId.length > 0);
            compare(root.hands.stored(root.session.folder, root.shell.page.form.recordId, "amount"), "1234560");
        }

        function test_opinionsAreAddedEditedAndRemoved() {
            begin("contract-review");
            write("edit-contract_name", "鱼塘承包合同");
            press("add-findings");
            press("add-findings");
            press("save");
            const id = root.shell.page.form.recordId;
            const items = JSON.parse(root.hands.stored(root.session.folder, id, "findings"));
            compare(items.length, 2);
            write("edit-findings/" + items[0].item + "/problem", "租期超过二十年");
            press("remove-findings/" + items[1].item);
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            const left = JSON.parse(root.hands.stored(root.session.folder, id, "findings"));
            compare(left.length, 1);
            compare(left[0].problem, "租期超过二十年");
            compare(left[0].item, items[0].item);
        }

        function test_opinionsAreMovedByTheKeyboard() {
            begin("contract-review");
            write("edit-contract_name", "鱼塘承包合同");
            press("add-findings");
            press("add-findings");
            press("save");
            const id = root.shell.page.form.recordId;
            const items = JSON.parse(root.hands.stored(root.session.folder, id, "findings"));
            const down = see("down-findings/" + items[0].item);
            settle(down);
            down.forceActiveFocus();
            keyClick(Qt.Key_Return);
            verify(down.activeFocus);
            verify(down.idle && !see("down-findings/" + items[1].item).idle);
            verify(root.shell.page.dirty);
            press("save");
            tryVerify(() => !root.shell.page.dirty);
            const left = JSON.parse(root.hands.stored(root.session.folder, id, "findings"));
            compare(left.map(one => one.item), [items[1].item, items[0].item]);
        }

        function test_aVillageIsPickedByTypingAPartOfItsName() {
            begin("outreach");
            press("edit-village");
            const words = see("picker-words");
            verify(see("picker-close") !== null);
            words.text = "双龙";
            words.textEdited();
            const list = root.shell.page.form.options("village", "双龙");
            verify(list.length > 0);
            words.text = "slz";
            words.textEdited();
            compare(root.shell.page.form.options("village", "slz")[0].code, list[0].code);
            press("option-" + list[0].code);
            tryVerify(() => see("edit-village").text === list[0].label);
        }
    }
}
