// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

Sheet {
    id: root

    readonly property var choices: [{
            "code": "a",
            "label": "现场"
        }, {
            "code": "b",
            "label": "电话"
        }, {
            "code": "c",
            "label": "微信、视频或者其他网络方式，事后补写记录的也选这一项"
        }]

    title: "Chip, ChoiceChips, Tabs"
    focused: focusedChip

    Sample {
        name: "normal, chosen, pressed, with a drawing, disabled, focused"

        Chip {
            text: "草稿"
        }

        Chip {
            checked: true
            text: "已审核"
        }

        Chip {
            down: true
            text: "已退回"
        }

        Chip {
            glyph: "close"
            text: "民法典"
        }

        Chip {
            enabled: false
            opacity: 0.45
            text: "已作废"
        }

        Chip {
            id: focusedChip

            text: "冲突"
        }
    }

    Sample {
        id: one

        name: "one of three, the long one chosen"

        ChoiceChips {
            width: one.room
            label: "服务方式"
            choices: root.choices
            value: "c"
        }
    }

    Sample {
        id: several

        name: "several"

        ChoiceChips {
            width: several.room
            label: "服务方式"
            choices: root.choices
            several: true
            value: ["a", "b"]
        }
    }

    Sample {
        id: tabs

        name: "tabs"

        Tabs {
            width: tabs.room
            tabs: root.choices
            current: "b"
        }
    }
}
