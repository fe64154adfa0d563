// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls

Sheet {
    id: root

    readonly property string longText: "把这份合同的全部审查意见退回给双龙镇人民调解委员会补正后再报"

    title: "AppButton"
    focused: focusedButton

    Repeater {
        model: ["primary", "plain", "quiet", "danger"]

        Sample {
            id: look

            required property string modelData

            name: modelData

            AppButton {
                look: look.modelData
                text: "提交"
            }

            AppButton {
                look: look.modelData
                glyph: "printer"
                text: "打印"
            }

            AppButton {
                look: look.modelData
                down: true
                text: "按下"
            }

            AppButton {
                look: look.modelData
                enabled: false
                text: "不可用"
            }
        }
    }

    Sample {
        name: "focused"

        AppButton {
            id: focusedButton

            text: "键盘在这里"
        }
    }

    AppButton {
        Layout.fillWidth: true
        text: root.longText
    }
}
