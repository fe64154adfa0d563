// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Fayi.Theme

/// Views of the same thing side by side; one of them is shown.
Flow {
    id: root

    /// [{code, label}]
    required property var tabs
    property string current: root.tabs[0].code

    spacing: Theme.tight
    Accessible.role: Accessible.PageTabList

    Repeater {
        model: root.tabs

        AppButton {
            id: tab

            required property var modelData

            objectName: "tab-" + modelData.code
            width: Math.min(implicitWidth, parent.width)
            look: "quiet"
            leftPadding: Theme.gap
            text: modelData.label
            Accessible.role: Accessible.PageTab
            Accessible.name: modelData.label
            Accessible.selected: root.current === modelData.code
            onClicked: root.current = modelData.code

            Rectangle {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.tight
                height: Theme.ring
                radius: Theme.ring
                visible: root.current === tab.modelData.code
                color: Theme.accent
            }
        }
    }
}
