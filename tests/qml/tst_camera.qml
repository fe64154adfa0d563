// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

/// The files of a record that come from a camera, or from the clipboard.
Desk {
    id: root

    PageCase {
        name: "Camera"
        desk: root

        function init() {
            root.hands.plugCameras(true);
            root.hands.copyNothing();
            root.sit(root.hands.filledFolder(1));
        }

        function cleanup() {
            root.hands.copyNothing();
        }

        function openFiles() {
            press("nav-outreach");
            press("row-0");
            press("tab-attachments");
            return root.shell.page.attachments;
        }

        function savedAs(files, row) {
            const file = root.hands.newShelf() + "/saved";
            files.save(row, "file://" + file);
            tryCompare(files, "running", false, 20000);
            compare(files.problem, "");
            return root.hands.pictureIn(file);
        }

        /// Page after page with the space bar and the Enter key alone.
        function test_pagesAreTakenOneAfterTheOther() {
            const files = openFiles();
            tryVerify(() => !hidden("attachment-photo"), 20000);
            press("attachment-photo");
            for (let page = 1; page <= 3; ++page) {
                tryVerify(() => see("camera-take").enabled && see("camera-take").activeFocus, 20000);
                keyClick(Qt.Key_Space);
                verify(see("camera-use").activeFocus);
                compare(root.hands.cornerOf(see("camera-view").camera.picture()), "#ff0000");
                keyClick(Qt.Key_Return);
                tryCompare(files, "count", page, 20000);
                compare(see("camera-used").text, "已添加：" + page);
            }
            press("camera-close");
            verify(/^照片 \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.jpg$/.test(see("attachment-0").name), see("attachment-0").name);
            compare(root.hands.sizeOf(savedAs(files, 0)), "640x480");
            verify(see("attachment-0").thumbnail.length > 0);
        }

        function test_whatIsNotGoodIsTakenAgainAndNothingIsKept() {
            const files = openFiles();
            tryVerify(() => !hidden("attachment-photo"), 20000);
            press("attachment-photo");
            tryVerify(() => see("camera-take").enabled, 20000);
            press("camera-take");
            verify(hidden("camera-take"));
            press("camera-again");
            tryVerify(() => see("camera-take").enabled, 20000);
            press("camera-turn");
            tryVerify(() => root.hands.sizeOf(see("camera-view").camera.picture()) === "480x640", 20000);
            press("camera-close");
            compare(files.count, 0);
            verify(!root.shell.page.files.camera.open);
        }

        function test_oneOfSeveralThatIsPulledOutSaysSo() {
            openFiles();
            tryVerify(() => !hidden("attachment-photo"), 20000);
            press("attachment-photo");
            tryVerify(() => see("camera-take").enabled, 20000);
            press("choice-1");
            tryVerify(() => !hidden("camera-problem"), 20000);
            verify(/拔下/.test(see("camera-problem").text), see("camera-problem").text);
            verify(!see("camera-take").enabled);
            press("choice-0");
            tryVerify(() => see("camera-take").enabled, 20000);
            verify(hidden("camera-problem"));
            press("camera-close");
        }

        function test_whereThereIsNoneNoneIsOffered() {
            root.hands.plugCameras(false);
            openFiles();
            tryCompare(root.shell.page.files.camera, "looking", false, 20000);
            verify(hidden("attachment-photo"));
            verify(!hidden("attachment-add"));
        }

        function test_aPictureOrAFileThatWasCopiedIsPasted() {
            const files = openFiles();
            verify(hidden("attachment-paste"));
            root.hands.copyPicture();
            tryVerify(() => !hidden("attachment-paste"));
            keySequence(StandardKey.Paste);
            tryCompare(files, "count", 1, 20000);
            verify(/^粘贴的图片 .*\.png$/.test(see("attachment-0").name), see("attachment-0").name);
            compare(root.hands.cornerOf(savedAs(files, 0)), "#00ff00");
            root.hands.copyFile(root.hands.picture(root.hands.newShelf()));
            press("attachment-paste");
            tryCompare(files, "count", 2, 20000);
            root.hands.copyFile(root.hands.newShelf() + "/gone.pdf");
            press("attachment-paste");
            tryVerify(() => !hidden("attachment-problem"), 20000);
            verify(/找不到文件/.test(see("attachment-problem").text));
            compare(files.count, 2);
        }
    }
}
