// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Fayi.Controls

Sheet {
    title: "IconButton, Icon"
    focused: focusedButton

    Sample {
        name: "normal, pressed, idle, disabled, focused"

        IconButton {
            glyph: "calendar"
            text: "选日期"
        }

        IconButton {
            glyph: "calendar"
            down: true
            text: "选日期"
        }

        IconButton {
            glyph: "up"
            idle: true
            text: "上移"
        }

        IconButton {
            glyph: "down"
            enabled: false
            text: "下移"
        }

        IconButton {
            id: focusedButton

            glyph: "close"
            text: "关闭"
        }
    }

    Sample {
        name: "drawings"

        Repeater {
            model: Object.keys(Drawings.all)

            Icon {
                required property string modelData

                name: modelData
            }
        }
    }
}
