// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls

Sheet {
    title: "MonthPopup"
    Component.onCompleted: month.show("2026-03-18")

    MonthPopup {
        id: month

        label: "日期"
    }
}
