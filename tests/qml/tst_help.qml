// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.App
import Fayi.Theme

/// The guide, reached from every page, at the chapter of that page.
Desk {
    id: root

    PictureBook {
        id: book

        shell: root.shell
    }

    PageCase {
        name: "Help"
        desk: root

        function initTestCase() {
            root.sit(root.hands.conflictFolder());
        }

        function cleanup() {
            root.sheetWidth = 1280;
            Theme.scale = 100;
            root.session.language = "zh";
        }

        function title() {
            return see("chapter-title").text;
        }

        function test_f1OpensTheChapterOfThePage_data() {
            return [["home", "首页"], ["list", "记录列表"], ["form", "填写记录"], ["record", "看一条记录"], ["conflict", "处理冲突"], ["sync", "同步"], ["settings", "设置"], ["enrol", "加入区县，或在本机添加人员"], ["types", "全部记录"], ["start", "第一次打开：开始使用"]].map(one => ({
                            "tag": one[0],
                            "page": one[0],
                            "title": one[1]
                        }));
        }

        function test_f1OpensTheChapterOfThePage(row) {
            verify(book.show(row.page));
            const before = root.shell.page;
            keyClick(Qt.Key_F1);
            compare(title(), row.title);
            keyClick(Qt.Key_F1);
            compare(title(), row.title, "the guide does not open over itself");
            keyClick(Qt.Key_Escape);
            tryCompare(root.shell, "page", before);
        }

        function test_whatIsTypedStaysUnderTheGuideAndIsAskedForBeforeItIsLeft() {
            book.show("home");
            root.shell.newRecord("outreach");
            write("edit-theme", "写了一半");
            tryVerify(() => root.shell.page.dirty);
            keyClick(Qt.Key_F1);
            see("chapter-title");
            press("nav-sync");
            press("leave-stay");
            press("back");
            compare(see("edit-theme").text, "写了一半");
            press("nav-sync");
            press("leave-discard");
            tryCompare(root.shell, "section", "sync");
        }

        function test_theGuideIsReadToItsEndAndInBothLanguages() {
            book.show("home");
            press("nav-help");
            press("tab-district");
            const page = root.shell.page;
            const titles = [];
            for (let row = 0; ; ++row) {
                compare(page.row, row);
                titles.push(title());
                verify(see("chapter-text").text.length > 20, title());
                if (!see("chapter-next").enabled)
                    break;
                press("chapter-next");
            }
            verify(titles.length > 25, titles.join("，"));
            compare(new Set(titles).size, titles.length);
            root.session.language = "en";
            tryVerify(() => /^[ -~’“”…]+$/.test(title()), 5000, title());
            press("tab-advisor");
            press("chapter-1");
            verify(/^[ -~]+$/.test(title()), title());
        }

        function test_aNarrowWindowHasAPickerOfChapters() {
            root.sheetWidth = 360;
            Theme.scale = 200;
            book.show("settings");
            press("open-guide");
            verify(hidden("chapters"));
            press("chapter-picker");
            write("picker-words", "冲突");
            const found = Array.from({
                    "length": 60
                }, (_, row) => row).filter(row => root.item("option-" + row) !== null);
            compare(found.length, 1);
            press("option-" + found[0]);
            compare(title(), "处理冲突");
            compare(root.hands.beyondSides(root.shell).join(" | "), "");
        }
    }
}
