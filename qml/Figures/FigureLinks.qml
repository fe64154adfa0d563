// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Fayi.Controls
import Fayi.Theme

/// Ways to other figures of the report.
Flow {
    id: root

    /// [{figure,label}]
    required property var figures
    /// Where the ways stand, for names.
    required property string place

    signal asked(string figure)

    spacing: Theme.near

    Repeater {
        model: root.figures

        AppButton {
            required property var modelData

            objectName: "to-" + modelData.figure + "-" + root.place
            width: Math.min(implicitWidth, root.width)
            look: "quiet"
            glyph: "next"
            text: modelData.label
            Accessible.name: qsTr("To the figure %1").arg(modelData.label)
            onClicked: root.asked(modelData.figure)
        }
    }
}
