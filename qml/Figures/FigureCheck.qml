// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls

/// Something that does not hold between figures, and the ways to them.
ColumnLayout {
    id: root

    /// {label,message,figures}
    required property var check
    required property int index

    signal asked(string figure)

    spacing: 0

    Notice {
        Layout.fillWidth: true
        objectName: "check-" + root.index
        mood: "warning"
        text: qsTr("To be checked: %1. %2").arg(root.check.label).arg(root.check.message)
    }

    FigureLinks {
        Layout.fillWidth: true
        figures: root.check.figures
        place: "check-" + root.index
        onAsked: figure => root.asked(figure)
    }
}
