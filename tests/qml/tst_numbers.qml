// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

/// Official numbers, on request.
Desk {
    id: root

    readonly property string button: "number-official-document"

    PageCase {
        name: "Numbers"
        desk: root

        function cleanup() {
            root.syncing = false;
        }

        function openInstrument() {
            const id = root.colleague.create(root.session.folder, "instrument", {
                    "title": "工作制度",
                    "issued_on": "2026-03-01"
                });
            root.session.touch();
            root.shell.openRecord(id);
            see("record-title");
        }

        function test_aNumberOfTheOfficeIsGivenOnceToWhoAsks() {
            const hub = root.hands.startHub();
            root.syncing = true;
            root.sit(root.hands.filledFolder(0));
            join(hub);
            openInstrument();
            compare(see(root.button).text, "编号：发文字号");
            press(root.button);
            tryVerify(() => hidden(root.button));
            verify(hidden("record-problem"));
            const texts = Array.from(root.hands.texts(root)).join(" ");
            verify(/司发〔\d{4}〕1号/.test(texts), texts);
        }

        function test_withNoneLeftItSaysHowToGetSome() {
            root.sit(root.hands.joinedFolder());
            openInstrument();
            press(root.button);
            tryVerify(() => see("record-problem").text === "本机的“发文字号”已用完，同步一次即可取得新号");
            see(root.button);
        }

        function test_withoutADistrictThereAreNone() {
            root.sit(root.hands.filledFolder(0));
            openInstrument();
            verify(hidden(root.button));
        }
    }
}
