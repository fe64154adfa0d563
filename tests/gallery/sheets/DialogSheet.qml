// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls

Sheet {
    title: "AppDialog"
    Component.onCompleted: dialog.open()

    AppText {
        Layout.fillWidth: true
        text: "下面的一页"
    }

    AppDialog {
        id: dialog

        title: "删除这条记录吗？"
        text: "记录会移到回收站，以后还可以恢复。"

        AppTextField {
            Layout.fillWidth: true
            label: "意见"
            placeholderText: "意见"
        }

        RowLayout {
            Layout.fillWidth: true

            AppButton {
                Layout.fillWidth: true
                text: "取消"
            }

            AppButton {
                Layout.fillWidth: true
                look: "danger"
                text: "删除"
            }
        }
    }
}
