// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick

/// Every colour and every size, by the role it plays. `dark`, `contrast` and `scale` are set by the window.
QtObject {
    id: root

    property bool dark: false
    /// Letters and lines as far from their ground as can be.
    property bool contrast: false
    /// Per cent, 100 to 200; of letters and what is measured by them.
    property int scale: 100
    readonly property real factor: root.scale / 100

    /// One role in its four palettes.
    function pick(light: string, dark: string, lightContrast: string, darkContrast: string): string {
        if (root.contrast)
            return root.dark ? darkContrast : lightContrast;
        return root.dark ? dark : light;
    }

    // Surfaces, from the ground up.
    readonly property color ground: root.pick("#f4f3ef", "#14181c", "#ffffff", "#000000")
    readonly property color surface: root.pick("#ffffff", "#1d2329", "#ffffff", "#000000")
    readonly property color sunken: root.pick("#eceae4", "#262e36", "#ececec", "#1f1f1f")
    readonly property color pressed: root.pick("#dfdcd3", "#313b45", "#dadada", "#343434")
    readonly property color line: root.pick("#d8d5cc", "#3a444e", "#000000", "#ffffff")
    readonly property color strongLine: root.pick("#7e8285", "#76828e", "#000000", "#ffffff")
    readonly property color shade: root.pick("#80202428", "#b0000000", "#b0000000", "#c0404040")

    // Letters.
    readonly property color ink: root.pick("#1e2327", "#e9ebee", "#000000", "#ffffff")
    readonly property color softInk: root.pick("#586069", "#abb4bd", "#1c1c1c", "#e6e6e6")

    // What to press, and what is chosen.
    readonly property color accent: root.pick("#17597a", "#74bcdb", "#00395a", "#8fdcff")
    readonly property color accentPressed: root.pick("#0f4560", "#93cde6", "#00243a", "#c2edff")
    readonly property color accentInk: root.pick("#ffffff", "#0a1c25", "#ffffff", "#000000")
    readonly property color accentSoft: root.pick("#e1edf3", "#1d3a48", "#e3f0f8", "#00212f")
    readonly property color focus: root.pick("#c96f00", "#ffc46b", "#a83e00", "#ffd24a")

    // Moods; each has a soft ground for its letters.
    readonly property color good: root.pick("#226c42", "#82cb9e", "#00491f", "#9df0b9")
    readonly property color goodSoft: root.pick("#e2f1e7", "#1d3527", "#e6f5ea", "#06210f")
    readonly property color warning: root.pick("#8a5100", "#e9b765", "#5a3300", "#ffd27a")
    readonly property color warningSoft: root.pick("#fbefd8", "#3a2f1b", "#fff4e0", "#2a1d00")
    readonly property color danger: root.pick("#a9231b", "#f49b94", "#7d0a04", "#ffb3ad")
    readonly property color dangerSoft: root.pick("#fbe7e4", "#43231f", "#ffecea", "#300603")

    // Letters by size, in pixels; the family is the one the program chose.
    readonly property string family: root.metrics.font.family
    readonly property FontMetrics metrics: FontMetrics {
    }
    readonly property int small: Math.round(13 * root.factor)
    readonly property int body: Math.round(15 * root.factor)
    readonly property int heading: Math.round(17 * root.factor)
    readonly property int title: Math.round(21 * root.factor)
    readonly property int display: Math.round(26 * root.factor)
    readonly property int mark: Math.round(18 * root.factor)

    // Room between things; grows half as fast as letters, or a narrow window would hold nothing else.
    readonly property real roomFactor: (1 + root.factor) / 2
    readonly property int hair: Math.round(2 * root.roomFactor)
    readonly property int tight: Math.round(4 * root.roomFactor)
    readonly property int near: Math.round(8 * root.roomFactor)
    readonly property int gap: Math.round(12 * root.roomFactor)
    readonly property int wide: Math.round(16 * root.roomFactor)
    readonly property int far: Math.round(24 * root.roomFactor)

    readonly property int border: 1
    readonly property int ring: 2
    readonly property int radius: 8
    readonly property int round: 999

    /// The least height and width of what a finger presses.
    readonly property int touch: Math.max(44, Math.round(30 * root.factor) + 14)
    readonly property int icon: Math.round(20 * root.factor)
    readonly property int smallIcon: Math.round(15 * root.factor)
    /// The side of a small picture of a file.
    readonly property int thumbnail: Math.round(72 * root.factor)
    readonly property int badge: Math.round(38 * root.factor)
    readonly property int dot: Math.round(9 * root.factor)
    readonly property int scrollBar: 8

    readonly property int rail: Math.round(208 * root.roomFactor)
    /// Lines longer than this are hard to read.
    readonly property int column: Math.round(960 * root.roomFactor)
    readonly property int textArea: Math.round(96 * root.factor)
    readonly property int dialog: Math.round(440 * root.roomFactor)
    readonly property int viewfinder: Math.round(720 * root.roomFactor)
    readonly property int popup: Math.round(340 * root.roomFactor)
    /// From this width on there is a rail at the side; below it a bar at the bottom.
    readonly property int railFrom: Math.round(780 * root.roomFactor)
    /// From this width on a form has two columns.
    readonly property int twoColumnsFrom: Math.round(640 * root.factor)

    readonly property int windowWidth: 1280
    readonly property int windowHeight: 800
    readonly property int leastWidth: 360
    readonly property int leastHeight: 480

    // Milliseconds.
    readonly property int searchDelay: 150
    readonly property int toastTime: 5000
    readonly property int tick: 30000
}
