// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Fayi.Theme

/// Letters and lines stand out from what they stand on, in all four palettes (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11).
TestCase {
    id: root

    readonly property real letters: 4.5
    /// What high contrast promises.
    readonly property real letterOfContrast: 7
    /// Borders by which a control is known, and the ring of what has the keyboard.
    readonly property real lines: 3

    /// Every ink and the grounds that its letters stand on.
    readonly property var inks: ({
            "ink": ["ground", "surface", "sunken", "pressed"],
            "softInk": ["ground", "surface", "sunken", "pressed"],
            "accent": ["ground", "surface", "sunken", "pressed", "accentSoft"],
            "accentInk": ["accent", "accentPressed"],
            "good": ["ground", "surface", "sunken", "pressed", "goodSoft"],
            "warning": ["ground", "surface", "sunken", "pressed", "warningSoft"],
            "danger": ["ground", "surface", "sunken", "pressed", "dangerSoft"]
        })
    /// Every line that says something, and the grounds that it stands on; of a button its border is seen against what
    /// lies around it.
    readonly property var borders: ({
            "strongLine": ["ground", "surface", "sunken", "accentSoft", "goodSoft", "warningSoft", "dangerSoft"],
            "accent": ["ground", "surface", "sunken"],
            "danger": ["ground", "surface", "sunken", "dangerSoft"],
            "focus": ["ground", "surface", "sunken", "accentSoft", "goodSoft", "warningSoft", "dangerSoft"]
        })
    /// They separate, and nothing is lost with who does not see them.
    readonly property var decoration: ["line", "shade"]
    /// As an object, whose properties can be told one by one.
    readonly property QtObject theme: Theme

    function luminance(color) {
        const part = share => share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        return 0.2126 * part(color.r) + 0.7152 * part(color.g) + 0.0722 * part(color.b);
    }

    function contrast(one, other) {
        const both = [root.luminance(one), root.luminance(other)].sort((a, b) => b - a);
        return (both[0] + 0.05) / (both[1] + 0.05);
    }

    /// The pairs that stand out less than that: ["softInk on ground 3.1"].
    function faint(table, least) {
        const out = [];
        for (const ink in table)
            for (const ground of table[ink]) {
                const seen = root.contrast(Theme[ink], Theme[ground]);
                if (seen < least)
                    out.push(ink + " on " + ground + " " + seen.toFixed(2));
            }
        return out;
    }

    function wear(row) {
        Theme.dark = row.dark;
        Theme.contrast = row.contrast;
    }

    name: "Theme"

    function cleanup() {
        root.wear({
                "dark": false,
                "contrast": false
            });
    }

    function test_contrastIsMeasuredAsTheGuidelinesSay() {
        fuzzyCompare(root.contrast(Qt.color("#000000"), Qt.color("#ffffff")), 21, 0.001);
        fuzzyCompare(root.contrast(Qt.color("#777777"), Qt.color("#ffffff")), 4.478, 0.001);
        compare(root.contrast(Qt.color("#123456"), Qt.color("#123456")), 1);
    }

    function test_lettersAndLinesStandOut_data() {
        const rows = [];
        for (const dark of [false, true])
            for (const contrast of [false, true])
                rows.push({
                        "tag": (dark ? "dark" : "light") + (contrast ? " contrast" : ""),
                        "dark": dark,
                        "contrast": contrast
                    });
        return rows;
    }

    function test_lettersAndLinesStandOut(row) {
        root.wear(row);
        compare(root.faint(root.inks, row.contrast ? root.letterOfContrast : root.letters).join(", "), "");
        compare(root.faint(root.borders, root.lines).join(", "), "");
    }

    function test_aPairThatIsTooFaintIsCaught() {
        compare(root.faint({
                    "line": ["ground"]
                }, root.lines).length, 1);
        compare(root.faint({
                    "softInk": ["accent"]
                }, root.letters).length, 1);
    }

    function test_everyColourOfTheThemeIsMeasured() {
        const measured = new Set(root.decoration);
        for (const table of [root.inks, root.borders])
            for (const ink in table) {
                measured.add(ink);
                table[ink].forEach(ground => measured.add(ground));
            }
        let colours = 0;
        for (const name in root.theme) {
            if (!/^#[0-9a-f]{6,8}$/.test(String(root.theme[name])))
                continue;
            ++colours;
            verify(measured.has(name), name + " is in no pair");
        }
        verify(colours >= 20, colours + " colours only");
    }
}
