// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick

/// Our drawings by name, as LineDrawing reads them; here once, and not in every icon.
QtObject {
    readonly property var all: ({
            "camera": "M 4 8 H 8 L 9.5 5.5 H 14.5 L 16 8 H 20 V 19 H 4 Z O 12 13 3.5",
            "paste": "M 8 5 H 5 V 20 H 19 V 5 H 16 M 9 3.5 H 15 V 7 H 9 Z M 9 12 H 15 M 9 16 H 15",
            "turn": "M 18.5 9.5 C 16 3 6.5 3.5 5 11 C 3.5 19 14 23 18 16 M 19 3.5 V 9.5 H 13",
            "help": "O 12 12 8 M 9.5 9.8 C 9.5 6.6 14.6 6.6 14.6 9.8 C 14.6 11.8 12 11.8 12 13.8 M 12 16.4 V 16.6",
            "home": "M 4 11 L 12 4 L 20 11 M 6 9.5 V 20 H 18 V 9.5",
            "list": "M 5 6 H 19 M 5 12 H 19 M 5 18 H 14",
            "sync": "M 5 11 C 5.5 4.5 14 2.5 18 8 M 18.5 3.5 V 8 H 14 M 19 13 C 18.5 19.5 10 21.5 6 16 M 5.5 20.5 V 16 H 10",
            "settings": "M 4 7 H 12 M 18 7 H 20 M 4 17 H 6 M 12 17 H 20 O 15 7 2.5 O 9 17 2.5",
            "plus": "M 12 5 V 19 M 5 12 H 19",
            "back": "M 15 5 L 8 12 L 15 19",
            "next": "M 9 5 L 16 12 L 9 19",
            "search": "O 10.5 10.5 6.5 M 15.5 15.5 L 20 20",
            "ban": "O 12 12 8 M 6.5 6.5 L 17.5 17.5",
            "close": "M 6 6 L 18 18 M 18 6 L 6 18",
            "chart": "M 4 4 V 20 H 20 M 8 20 V 13 M 12.5 20 V 8 M 17 20 V 11",
            "check": "M 5 12.5 L 10 17.5 L 19 7",
            "warning": "M 12 4 L 21 19.5 H 3 Z M 12 10 V 14 M 12 16.8 V 17",
            "lock": "M 6 11 H 18 V 20 H 6 Z M 8.5 11 V 8 C 8.5 3 15.5 3 15.5 8 V 11 M 12 14.5 V 16.5",
            "people": "O 9 8 3 M 3.5 19 C 3.5 15 6 13.5 9 13.5 C 12 13.5 14.5 15 14.5 19 M 15.5 5.2 C 18.6 5.2 18.6 10.8 15.5 10.8 M 17 13.8 C 19.4 14.4 20.5 16 20.5 19",
            "calendar": "M 5 6 H 19 V 20 H 5 Z M 5 10 H 19 M 9 4 V 7 M 15 4 V 7",
            "down": "M 6 9 L 12 15 L 18 9",
            "higher": "M 6 15 L 12 9 L 18 15",
            "person": "O 12 7.5 3.5 M 5 20 C 5 15.5 8.5 13.8 12 13.8 C 15.5 13.8 19 15.5 19 20",
            "pencil": "M 5 19 L 6 15 L 15.5 5.5 L 18.5 8.5 L 9 18 Z",
            "eye": "M 3 12 C 6 7.5 9 6 12 6 C 15 6 18 7.5 21 12 C 18 16.5 15 18 12 18 C 9 18 6 16.5 3 12 O 12 12 2.5",
            "clock": "O 12 12 8 M 12 8 V 12 L 15 14",
            "trash": "M 5 7 H 19 M 9 7 V 5 H 15 V 7 M 7 7 L 8 20 H 16 L 17 7",
            "printer": "M 7 9 V 4 H 17 V 9 M 7 17 H 4 V 9 H 20 V 17 H 17 M 7 14 H 17 V 20 H 7 Z",
            "link": "M 4 10 Q 12 3.5 20 10 M 7 13.8 Q 12 9.6 17 13.8 M 10 17.2 Q 12 15.4 14 17.2 M 12 20 V 20.2",
            "up": "M 12 19 V 6 M 6 11 L 12 5 L 18 11",
            "undo": "M 9 6 L 4.5 10.5 L 9 15 M 5 10.5 H 14 C 20.5 10.5 20.5 20 14 20 H 9",
            "split": "M 12 20 V 13 L 6 6 M 12 13 L 18 6 M 6 10 V 6 H 10 M 18 10 V 6 H 14"
        })
}
