// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

Sheet {
    title: "AppTextField, AppTextArea"
    focused: focusedField

    Sample {
        name: "empty, filled, with a unit"

        AppTextField {
            label: "合同名称"
            placeholderText: "合同名称"
        }

        AppTextField {
            label: "合同名称"
            given: "山坪塘承包经营权流转合同"
        }

        AppTextField {
            label: "金额"
            given: "12800.00"
            suffix: "元"
        }
    }

    Sample {
        name: "faulty, disabled, focused, longer than its room"

        AppTextField {
            label: "人数"
            given: "三十"
            faulty: true
        }

        AppTextField {
            label: "编号"
            given: "〔2026〕12号"
            enabled: false
        }

        AppTextField {
            id: focusedField

            label: "村（社区）"
            given: "谷黄村"
        }

        AppTextField {
            label: "事项"
            given: "邻里通行、宅基地边界、山坪塘用水和集体林地承包经营权流转引发的一揽子纠纷"
        }
    }

    Sample {
        id: areas

        name: "several lines: empty, filled, faulty"

        AppTextArea {
            width: areas.room
            label: "事项摘要"
        }

        AppTextArea {
            width: areas.room
            label: "事项摘要"
            given: "当事人称对方占用出行道路。\n现场查看，双方同意各退一尺。\n约定三月底前完成，由村委会监督。\n已告知三十日内可以申请司法确认。"
        }

        AppTextArea {
            width: areas.room
            label: "事项摘要"
            given: "太短"
            faulty: true
        }
    }
}
