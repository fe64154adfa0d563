// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// That a figure is still being looked at, or why it cannot be.
ColumnLayout {
    id: root

    required property FigureLook look

    visible: root.look.problem.length > 0 || root.look.reading && root.look.records.length === 0 && root.look.months.length === 0

    AppText {
        Layout.fillWidth: true
        visible: root.look.problem.length === 0
        text: qsTr("Counting…")
        color: Theme.softInk
    }

    Notice {
        Layout.fillWidth: true
        objectName: "figure-problem"
        mood: "warning"
        text: root.look.problem
    }
}
