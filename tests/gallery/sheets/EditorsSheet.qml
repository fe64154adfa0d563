// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls

Sheet {
    id: root

    readonly property var editors: [{
            "kind": "text",
            "label": "合同名称",
            "value": "山坪塘承包合同",
            "isRequired": true
        }, {
            "kind": "money",
            "label": "标的金额",
            "value": "13500",
            "unit": "元",
            "echo": "壹万叁仟伍佰元整"
        }, {
            "kind": "integer",
            "label": "参加人数",
            "value": "三十",
            "unit": "人",
            "problem": "“三十”不是数字，请写成 30"
        }, {
            "kind": "idnumber",
            "label": "身份证号",
            "value": "110105194912310021",
            "problem": "校验码不对，请核对；不影响保存",
            "isWarning": true
        }, {
            "kind": "date",
            "label": "发生日期",
            "value": "2026-03-01",
            "hint": "以实际发生的日子为准"
        }, {
            "kind": "boolean",
            "label": "是否经村民代表会议",
            "value": true
        }, {
            "kind": "org",
            "label": "村（社区）",
            "value": "500115127201",
            "pickedLabel": "谷黄村"
        }, {
            "kind": "tags",
            "label": "标签",
            "value": ["宅基地", "相邻关系"]
        }, {
            "kind": "attachments",
            "label": "附件",
            "value": ["现场照片.jpg"]
        }]

    title: "FieldEditor"

    Repeater {
        model: root.editors

        FieldEditor {
            required property var modelData

            Layout.fillWidth: true
            name: modelData.kind
            kind: modelData.kind
            label: modelData.label
            value: modelData.value
            unit: modelData.unit ?? ""
            hint: modelData.hint ?? ""
            echo: modelData.echo ?? ""
            problem: modelData.problem ?? ""
            isWarning: modelData.isWarning ?? false
            isRequired: modelData.isRequired ?? false
            pickedLabel: modelData.pickedLabel ?? ""
        }
    }
}
