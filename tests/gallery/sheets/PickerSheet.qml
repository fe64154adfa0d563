// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

Sheet {
    title: "PickerPopup, AppScrollBar"
    Component.onCompleted: picker.open()

    PickerPopup {
        id: picker

        label: "村（社区）"
        code: "3"
        look: words => Array.from(["双龙社区", "龙滩村", "谷黄村", "保合村", "飞石村", "红岩村", "天堂村", "罗围村", "尖锋村", "群力村", "连丰村", "回龙村"]).map((name, row) => ({
                            "code": String(row),
                            "label": name
                        }))
    }
}
