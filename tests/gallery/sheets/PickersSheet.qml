// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls

Sheet {
    id: root

    function look(words: string): var {
        return [{
                "code": "a",
                "label": "谷黄村"
            }];
    }

    title: "OptionPicker, DateField, TagField, TagPicker"
    focused: focusedPicker

    Sample {
        name: "nothing chosen, chosen, faulty, focused"

        OptionPicker {
            label: "村（社区）"
            look: root.look
        }

        OptionPicker {
            label: "村（社区）"
            look: root.look
            code: "a"
            text: "谷黄村"
        }

        OptionPicker {
            label: "村（社区）"
            look: root.look
            faulty: true
        }

        OptionPicker {
            id: focusedPicker

            label: "村（社区）"
            look: root.look
            text: "双龙镇保合村和谷黄村联合人民调解委员会"
        }
    }

    DateField {
        Layout.fillWidth: true
        label: "日期"
    }

    DateField {
        Layout.fillWidth: true
        label: "日期"
        given: "2026-02-30"
        faulty: true
    }

    TagField {
        Layout.fillWidth: true
        label: "标签"
        tags: ["宅基地", "相邻关系", "土地承包经营权流转"]
    }

    TagPicker {
        Layout.fillWidth: true
        label: "法律主题"
        look: root.look
        chosen: [{
                "code": "civil-code",
                "label": "民法典"
            }, {
                "code": "aid",
                "label": "法律援助法"
            }]
    }
}
