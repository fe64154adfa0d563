// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls

Sheet {
    title: "Notice, Card, Heading, AppText"

    Repeater {
        model: ["calm", "good", "warning", "danger"]

        Notice {
            required property string modelData

            Layout.fillWidth: true
            mood: modelData
            text: "内容没有丢，都在本机；一有网络就上报。"
        }
    }

    Notice {
        Layout.fillWidth: true
        mood: "warning"
        text: "有人同时改了这条记录，需要您定夺的地方：2 处。三月一日以前的记录已经锁定，区县不会接受对它们的改动。"
        action: "去处理"
    }

    Card {
        Layout.fillWidth: true

        Heading {
            Layout.fillWidth: true
            text: "卡片的标题"
        }

        AppText {
            Layout.fillWidth: true
            text: "一段文字：村（社区）法律顾问和司法所在本机写记录。The quick brown fox 0123456789。"
        }
    }
}
