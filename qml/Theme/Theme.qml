// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick

/// Every colour and every size, by the role it plays. `dark` and `scale` are set by the window.
QtObject {
    id: root

    property bool dark: false
    /// Per cent, 100 to 200; of letters and what is measured by them.
    property int scale: 100
    readonly property real factor: root.scale / 100

    // Surfaces, from the ground up.
    readonly property color ground: root.dark ? "#14181c" : "#f4f3ef"
    readonly property color surface: root.dark ? "#1d2329" : "#ffffff"
    readonly property color sunken: root.dark ? "#262e36" : "#eceae4"
    readonly property color pressed: root.dark ? "#313b45" : "#dfdcd3"
    readonly property color line: root.dark ? "#3a444e" : "#d8d5cc"
    readonly property color strongLine: root.dark ? "#76828e" : "#8b8f92"
    readonly property color shade: root.dark ? "#b0000000" : "#80202428"

    // Letters.
    readonly property color ink: root.dark ? "#e9ebee" : "#1e2327"
    readonly property color softInk: root.dark ? "#abb4bd" : "#586069"

    // What to press, and what is chosen.
    readonly property color accent: root.dark ? "#74bcdb" : "#17597a"
    readonly property color accentPressed: root.dark ? "#93cde6" : "#0f4560"
    readonly property color accentInk: root.dark ? "#0a1c25" : "#ffffff"
    readonly property color accentSoft: root.dark ? "#1d3a48" : "#e1edf3"
    readonly property color focus: root.dark ? "#ffc46b" : "#c96f00"

    // Moods; each has a soft ground for its letters.
    readonly property color good: root.dark ? "#82cb9e" : "#226c42"
    readonly property color goodSoft: root.dark ? "#1d3527" : "#e2f1e7"
    readonly property color warning: root.dark ? "#e9b765" : "#8a5100"
    readonly property color warningSoft: root.dark ? "#3a2f1b" : "#fbefd8"
    readonly property color danger: root.dark ? "#f49b94" : "#a9231b"
    readonly property color dangerSoft: root.dark ? "#43231f" : "#fbe7e4"

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
