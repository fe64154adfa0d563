// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls

Sheet {
    title: "ListDelegate, StateTag, MarkBadge"
    focused: focusedRow

    Sample {
        name: "every word"

        Repeater {
            model: StateWords.all.concat(["overdue", "today", "soon", "practice"])

            StateTag {
                required property string modelData

                word: modelData
            }
        }
    }

    Sample {
        name: "marks"

        Repeater {
            model: ["法", "调", "援"]

            MarkBadge {
                required property string modelData

                mark: modelData
            }
        }
    }

    Card {
        Layout.fillWidth: true
        padding: 0
        spacing: 0

        ListDelegate {
            Layout.fillWidth: true
            inCard: true
            title: "民法典进院坝"
            secondary: "双龙镇 · 2026-03-01 · 66 人"
            word: "verified"
        }

        ListDelegate {
            Layout.fillWidth: true
            inCard: true
            down: true
            title: "按下的一行"
            secondary: "谷黄村 · 2026-02-10"
            word: "waiting"
        }

        ListDelegate {
            id: focusedRow

            Layout.fillWidth: true
            inCard: true
            title: "键盘在这一行"
            word: "returned"
        }

        ListDelegate {
            Layout.fillWidth: true
            inCard: true
            last: true
            title: "标题很长：双龙镇谷黄村与邻封镇保合村关于山坪塘用水、灌溉渠道维修费用分担以及历年欠缴水费的合同审查（第二次送审）"
            secondary: "说明也很长：送审单位双龙镇人民政府，对方当事人长寿区谷黄村股份经济合作联合社，金额一百三十五万元，期限二十年"
            word: "changed"
        }

        MoreRows {
            Layout.fillWidth: true
            more: 12
        }

        MoreRows {
            Layout.fillWidth: true
            more: 3
            note: "其中 2 项已超期"
        }
    }
}
