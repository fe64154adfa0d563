// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Fayi.Theme

/// A small drawing of lines on a field of 24 by 24. Never the only thing that says something.
Item {
    id: root

    required property string name
    property int size: Theme.icon
    property color color: Theme.ink

    readonly property var drawings: ({
            "home": "M4 11 L12 4 L20 11 M6 9.5 V20 H18 V9.5",
            "list": "M5 6 H19 M5 12 H19 M5 18 H14",
            "sync": "M5 11 A7.2 7.2 0 0 1 18 8 M18.5 3.5 V8 H14 M19 13 A7.2 7.2 0 0 1 6 16 M5.5 20.5 V16 H10",
            "settings": "M4 7 H12 M18 7 H20 M4 17 H6 M12 17 H20 M15 4.5 A2.5 2.5 0 1 0 15 9.5 A2.5 2.5 0 1 0 15 4.5 M9 14.5 A2.5 2.5 0 1 0 9 19.5 A2.5 2.5 0 1 0 9 14.5",
            "plus": "M12 5 V19 M5 12 H19",
            "back": "M15 5 L8 12 L15 19",
            "next": "M9 5 L16 12 L9 19",
            "search": "M10.5 4 A6.5 6.5 0 1 0 10.5 17 A6.5 6.5 0 1 0 10.5 4 M15.5 15.5 L20 20",
            "close": "M6 6 L18 18 M18 6 L6 18",
            "check": "M5 12.5 L10 17.5 L19 7",
            "warning": "M12 4 L21 19.5 H3 Z M12 10 V14 M12 16.6 V17",
            "calendar": "M5 6 H19 V20 H5 Z M5 10 H19 M9 4 V7 M15 4 V7",
            "down": "M6 9 L12 15 L18 9",
            "person": "M12 4 A3.5 3.5 0 1 0 12 11 A3.5 3.5 0 1 0 12 4 M5 20 C5 15.5 8.5 13.8 12 13.8 C15.5 13.8 19 15.5 19 20",
            "pencil": "M5 19 L6 15 L15.5 5.5 L18.5 8.5 L9 18 Z",
            "eye": "M3 12 C6 7.5 9 6 12 6 C15 6 18 7.5 21 12 C18 16.5 15 18 12 18 C9 18 6 16.5 3 12 M12 9.5 A2.5 2.5 0 1 0 12 14.5 A2.5 2.5 0 1 0 12 9.5",
            "clock": "M12 4 A8 8 0 1 0 12 20 A8 8 0 1 0 12 4 M12 8 V12 L15 14",
            "trash": "M5 7 H19 M9 7 V5 H15 V7 M7 7 L8 20 H16 L17 7",
            "link": "M4 10 A12 12 0 0 1 20 10 M7 13.6 A7.5 7.5 0 0 1 17 13.6 M10 17 A3.2 3.2 0 0 1 14 17 M12 19.6 V20",
            "up": "M12 19 V6 M6 11 L12 5 L18 11",
            "undo": "M9 6 L4.5 10.5 L9 15 M5 10.5 H14 A5 5 0 0 1 14 20 H9",
            "split": "M12 20 V13 M12 13 L6 6 M12 13 L18 6 M6 10 V6 H10 M18 10 V6 H14"
        })

    implicitWidth: root.size
    implicitHeight: root.size
    Accessible.ignored: true

    Shape {
        readonly property real grid: 24

        width: grid
        height: grid
        transform: Scale {
            xScale: root.size / 24
            yScale: root.size / 24
        }

        ShapePath {
            strokeColor: root.color
            strokeWidth: Theme.ring
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: root.drawings[root.name] ?? ""
            }
        }
    }
}
