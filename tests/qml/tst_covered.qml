// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Names and numbers of persons are covered until somebody asks, and every look is written down.
Desk {
    id: root

    PageCase {
        id: test

        name: "Covered"
        desk: root

        property string folder

        function init() {
            test.folder = root.hands.namedFolder();
            root.sit(test.folder);
            press("nav-consultation");
        }

        function texts() {
            return root.hands.texts(root).join("\n");
        }

        function test_listsAndSearchesShowNoName() {
            see("row-0");
            write("search", "李秀英");
            tryVerify(() => root.shell.page.model.text === "李秀英");
            compare(root.shell.page.model.count, 1);
            verify(!texts().replace("李秀英", "").includes("李秀英"), "only in the search line");
            verify(!texts().includes("13812345678"));
            compare(root.hands.looks(test.folder).length, 0);
        }

        function test_oneFieldIsShownAndItsLookIsWrittenDown() {
            press("row-0");
            see("reveal-phone");
            verify(!texts().includes("13812345678") && !texts().includes("李秀英"), texts());
            press("reveal-phone");
            tryVerify(() => texts().includes("13812345678"));
            verify(!texts().includes("李秀英"));
            const looks = root.hands.looks(test.folder);
            compare(looks.length, 1);
            compare(looks[0].field, "phone");
            compare(looks[0].place, "page");
            press("uncover");
            tryVerify(() => texts().includes("李秀英"));
            verify(root.hands.looks(test.folder).some(look => look.field === "person_name"));
            press("uncover");
            tryVerify(() => !texts().includes("李秀英") && !texts().includes("13812345678"));
        }

        function test_theHistoryIsCoveredTheSameWay() {
            press("row-0");
            press("tab-history");
            see("version-0");
            if (!hidden("more-0"))
                press("more-0");
            verify(!texts().includes("13812345678"), texts());
            press("uncover");
            tryVerify(() => texts().includes("13812345678"));
        }

        function test_aConflictIsChosenAfterALook() {
            const shared = root.hands.namedConflictFolder();
            root.sit(shared);
            press("attention-0");
            see("conflict-birth_date");
            verify(!texts().includes("1961年") && !texts().includes("1962年") && !texts().includes("1960年"), texts());
            verify(!see("take-0").enabled);
            verify(hidden("third"));
            compare(root.hands.looks(shared).length, 0);
            settle(see("covered-birth_date"));
            mouseClick(root.hands.find(see("covered-birth_date"), "notice-action"));
            tryVerify(() => texts().includes("1961年2月2日") && texts().includes("1962年3月3日"));
            compare(root.hands.looks(shared).length, 1);
            compare(root.hands.looks(shared)[0].field, "birth_date");
            press("take-1");
            see("settled");
            compare(root.hands.firstConflict(shared), "");
        }

        function test_openingTheFormIsALook() {
            press("row-0");
            press("edit");
            see("edit-person_name");
            const looks = root.hands.looks(test.folder);
            verify(looks.length > 1);
            verify(looks.every(look => look.place === "form"), JSON.stringify(looks));
        }
    }
}
