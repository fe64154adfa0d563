// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What changed: before and now, who and when; each with a place for a remark.
ColumnLayout {
    id: root

    required property ReviewLook look
    /// [{path,field,label,before,now,by}]
    required property var changes
    property bool mayPin: false
    property string name: "change"

    spacing: Theme.gap

    Repeater {
        model: root.changes

        ColumnLayout {
            id: one

            required property var modelData
            required property int index

            Layout.fillWidth: true
            objectName: root.name + "-" + index
            spacing: Theme.hair

            AppText {
                Layout.fillWidth: true
                text: one.modelData.label
                font.weight: Font.DemiBold
            }

            AppText {
                Layout.fillWidth: true
                visible: one.modelData.before.length > 0
                text: qsTr("Before: %1").arg(one.modelData.before)
                color: Theme.softInk
            }

            AppText {
                Layout.fillWidth: true
                objectName: root.name + "-now-" + one.index
                text: one.modelData.before.length > 0 ? qsTr("Now: %1").arg(one.modelData.now) : one.modelData.now
            }

            AppText {
                Layout.fillWidth: true
                text: one.modelData.by
                color: Theme.softInk
                font.pixelSize: Theme.small
            }

            PinBox {
                Layout.fillWidth: true
                visible: root.mayPin && !one.modelData.field.startsWith("$")
                look: root.look
                field: one.modelData.field
                label: one.modelData.label
            }
        }
    }
}
