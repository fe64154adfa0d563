// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Joining a district by the invitation that it sent: opened, dropped, pasted; and what is none.
Desk {
    id: root

    PageCase {
        id: test

        name: "Invitation"
        desk: root

        property var hub
        property string shelf

        function initTestCase() {
            test.hub = root.hands.startHub();
            test.shelf = root.hands.newShelf();
        }

        function cleanupTestCase() {
            root.hands.stopHub();
        }

        function init() {
            root.hands.copyNothing();
            root.syncing = true;
            root.sit(root.hands.newFolder());
            see("invitation-open");
        }

        function cleanup() {
            root.syncing = false;
            root.session.language = "zh";
        }

        function card() {
            return root.shell.page.card;
        }

        function filledIn(invitation) {
            tryVerify(() => see("edit-code").text === invitation.code, 10000);
            compare(see("edit-server").text, test.hub.url);
            verify(see("invitation-told").text.includes(test.hub.url));
        }

        function told(part) {
            tryVerify(() => root.item("invitation-told")?.text.includes(part), 20000, part);
            compare(see("edit-code").text, "");
        }

        function test_whatTheHubWroteIsOpenedAndOneJoins_data() {
            return [{
                    "tag": "a picture",
                    "file": "邀请.png"
                }, {
                    "tag": "a text",
                    "file": "邀请.txt"
                }];
        }

        function test_whatTheHubWroteIsOpenedAndOneJoins(row) {
            const invitation = root.hands.invitation(test.shelf + "/" + row.file);
            card().invitation.readFile("file://" + encodeURI(invitation.file));
            filledIn(invitation);
            write("edit-station-name", "一号机");
            press("enrol");
            tryVerify(() => root.session.enrolled, 20000);
            see("nav-home");
        }

        function test_itIsDroppedOnThePage() {
            const invitation = root.hands.invitation(test.shelf + "/dropped.png");
            verify(root.hands.drop(see("edit-station-name"), invitation.file));
            filledIn(invitation);
        }

        function test_itIsPastedAsAPictureAsAFileOrAsALine() {
            verify(hidden("invitation-paste"));
            const first = root.hands.invitation(test.shelf + "/pasted.png");
            root.hands.copyPictureIn(first.file);
            press("invitation-paste");
            filledIn(first);
            const second = root.hands.invitation(test.shelf + "/pasted.txt");
            root.hands.copyFile(second.file);
            press("invitation-paste");
            filledIn(second);
            const third = root.hands.invitation(test.shelf + "/line.txt");
            root.hands.copyNothing();
            write("edit-code", root.hands.textOf(third.file).split("\n").find(line => line.startsWith("fayi:")));
            filledIn(third);
        }

        function test_whatIsNoneSaysSoInWords_data() {
            const field = root.hands.picture(root.hands.newShelf());
            return [{
                    "tag": "a photo without a code",
                    "file": field,
                    "part": "没有看到二维码"
                }, {
                    "tag": "a text",
                    "file": root.hands.table(test.shelf, "letter.txt", "您好"),
                    "part": "没有区县的邀请"
                }, {
                    "tag": "no file",
                    "file": test.shelf + "/none.png",
                    "part": "读不了这个文件"
                }, {
                    "tag": "a broken line",
                    "file": root.hands.table(test.shelf, "broken.txt", "fayi:enrol?server="),
                    "part": "不完整"
                }];
        }

        function test_whatIsNoneSaysSoInWords(row) {
            card().invitation.readFile("file://" + row.file);
            told(row.part);
        }

        function test_onThePageOfAFurtherPersonItIsTheSame() {
            root.sit(root.hands.filledFolder(1));
            press("nav-settings");
            press("add-person");
            const invitation = root.hands.invitation(test.shelf + "/further.png");
            verify(root.hands.drop(root.shell.page, invitation.file));
            filledIn(invitation);
        }

        function test_itFits_data() {
            return [{
                    "tag": "narrow",
                    "width": 360,
                    "height": 640,
                    "scale": 200
                }, {
                    "tag": "wide",
                    "width": 1280,
                    "height": 800,
                    "scale": 100
                }];
        }

        function test_itFits(row) {
            root.session.language = "en";
            const invitation = root.hands.invitation(test.shelf + "/fits.png");
            fits(row, () => {
                    root.sit(root.hands.newFolder());
                    root.hands.copyPictureIn(invitation.file);
                    card().invitation.readFile("file://" + invitation.file);
                    filledIn(invitation);
                    // What is longer than its field is scrolled in it.
                    write("edit-server", "");
                    write("edit-code", "");
                });
        }
    }
}
