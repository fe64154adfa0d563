// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// What was submitted is looked at: verified, returned with remarks, mended, looked at again; with a real hub between
/// two computers.
Desk {
    id: root

    /// The store of the one who writes, and of the one who reviews.
    property string author: ""
    property string office: ""

    PageCase {
        name: "Review"
        desk: root

        /// The head sits at the desk; a clerk writes elsewhere.
        function begin(themes) {
            const hub = root.hands.startHub();
            root.author = root.colleague.join(hub.url, hub.code);
            root.office = root.colleague.join(hub.url, root.hands.codeFor("吴所长", "head", "500115127"));
            const written = themes.map(theme => root.colleague.lecture(root.author, theme));
            root.colleague.sync(root.author);
            root.colleague.sync(root.office);
            root.sit(root.office);
            return written;
        }

        /// What the author wrote is here; the window hears of it.
        function carry() {
            root.colleague.sync(root.author);
            root.colleague.sync(root.office);
            root.session.touch();
        }

        /// Presses the button of a notice.
        function answer(name) {
            settle(see(name));
            mouseClick(root.hands.find(see(name), "notice-action"));
        }

        function cleanup() {
            root.hands.stopHub();
        }

        function test_theOldestIsFirstAndAfterEachTheNextOpens() {
            const written = begin(["第一场", "第二场", "第三场"]);
            press("nav-review");
            compare(root.shell.queue.waiting, 3);
            press("waits-0");
            const page = root.shell.page;
            tryVerify(() => page.record.title.indexOf("第一场") >= 0);
            verify(hidden("review-changes"), "nobody has judged it: there is nothing to compare with");
            press("review-verify");
            tryVerify(() => page.record.title.indexOf("第二场") >= 0);
            compare(root.colleague.state(root.office, written[0]), "verified");
            keyClick(Qt.Key_Down, Qt.ControlModifier);
            tryVerify(() => page.record.title.indexOf("第三场") >= 0);
            keyClick(Qt.Key_Up, Qt.ControlModifier);
            tryVerify(() => page.record.title.indexOf("第二场") >= 0);
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            tryVerify(() => page.record.title.indexOf("第三场") >= 0);
            keyClick(Qt.Key_R, Qt.ControlModifier);
            write("review-remark", "请补照片以外的依据");
            press("review-return-confirm");
            see("queue-empty");
            compare(root.colleague.state(root.office, written[1]), "verified");
            compare(root.colleague.state(root.office, written[2]), "returned");
        }

        function test_severalRemarksGoBackAtOnceLeadToTheirFieldsAndComeBackWithWhatChanged() {
            const id = begin(["民法典进院坝"])[0];
            press("nav-review");
            press("waits-0");
            press("pin-attendance");
            write("remark-attendance", "人数与签到表不符");
            press("pin-place");
            write("remark-place", "写明村组");
            verify(!see("review-verify").enabled, "what is remarked is not verified");
            press("review-return");
            press("review-return-confirm");
            see("queue-empty");
            compare(root.colleague.remarks(root.office, id), 2);
            root.colleague.sync(root.office);
            root.colleague.sync(root.author);
            root.sit(root.author);
            root.shell.openRecord(id);
            see("to-mend");
            see("said-1");
            answer("said-0");
            see("asked-only");
            see("asked-attendance");
            see("edit-place");
            verify(hidden("edit-theme"), "only what was remarked is shown");
            write("edit-attendance", "25");
            press("submit");
            carry();
            root.sit(root.office);
            press("nav-review");
            compare(see("waits-0").word, "again");
            press("waits-0");
            see("review-said-0");
            see("review-said-1");
            compare(root.shell.page.look.changes.length, 1);
            const change = root.shell.page.look.changes[0];
            verify(change.before.indexOf("30") >= 0 && change.now.indexOf("25") >= 0, JSON.stringify(change));
            see("change-0");
            verify(hidden("pin-theme"), "the rest is shown when it is asked for");
            press("review-whole");
            see("pin-theme");
            press("review-verify");
            see("queue-empty");
            compare(root.colleague.state(root.office, id), "verified");
        }

        function test_whatIsWrittenWhileSomebodyLooksIsToldBeforeItCanBeVerified() {
            const id = begin(["边看边改"])[0];
            press("nav-review");
            press("waits-0");
            see("review-verify");
            root.colleague.edit(root.author, id, {
                    "attendance": 99
                });
            carry();
            see("review-moved");
            see("meanwhile-0");
            verify(!see("review-verify").enabled);
            answer("review-moved");
            tryVerify(() => hidden("review-moved"));
            press("review-verify");
            see("queue-empty");
            compare(root.colleague.state(root.office, id), "verified");
        }

        function test_whatArrivesUnheardAtTheLastMomentIsNotVerifiedWithTheRest() {
            const id = begin(["最后一刻"])[0];
            press("nav-review");
            press("waits-0");
            see("review-verify");
            root.colleague.edit(root.author, id, {
                    "attendance": 99
                });
            root.colleague.sync(root.author);
            root.colleague.sync(root.office);
            press("review-verify");
            see("review-moved");
            compare(root.colleague.state(root.office, id), "changed");
            answer("review-moved");
            compare(root.shell.page.look.why, "changed");
            see("change-0");
            compare(root.shell.page.look.changes.length, 1);
            press("review-verify");
            see("queue-empty");
            compare(root.colleague.state(root.office, id), "verified");
        }

        function test_whatChangedSinceItWasVerifiedComesBackWithOnlyThat() {
            const id = begin(["改了又看"])[0];
            root.colleague.verify(root.office, id);
            carry();
            root.colleague.sync(root.author);
            root.colleague.edit(root.author, id, {
                    "place": "文化广场",
                    "law_topics": ["civil-code", "labour"]
                });
            carry();
            press("nav-review");
            compare(see("waits-0").word, "changed");
            press("waits-0");
            see("review-before");
            compare(root.shell.page.look.changes.length, 2);
            verify(hidden("review-lines"));
        }

        function test_whoMayNotReviewIsToldSoAndTheAnswersAreNotThere() {
            const advisor = root.colleague.office("陈顾问", "advisor", "500115127");
            root.sit(advisor);
            verify(hidden("nav-review"));
            root.shell.goReview();
            see("queue-empty");
            const own = root.colleague.lecture(advisor, "自己写的");
            root.session.touch();
            root.shell.reviewRecord(own);
            verify(hidden("review-verify"));
            verify(hidden("review-return"));
            verify(!root.shell.page.look.verify());
            compare(root.colleague.state(advisor, own), "submitted");
        }

        function test_remarksThatWereNotSentAreNotLost() {
            begin(["第一场", "第二场"]);
            press("nav-review");
            press("waits-0");
            press("pin-attendance");
            write("remark-attendance", "请核对");
            press("review-next");
            see("review-done");
            compare(root.shell.page.look.pins.length, 1);
            verify(root.shell.page.dirty);
            press("unpin-attendance");
            press("review-next");
            tryVerify(() => root.shell.page.record.title.indexOf("第二场") >= 0);
        }
    }
}
