// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// One month: locked or open, how much of it is verified, and the button that is allowed.
Card {
    id: root

    required property int index
    required property string month
    required property bool isLocked
    required property int records
    required property int verified
    required property int unverified
    /// The newest that is locked: opening begins there or before it.
    required property bool isLast
    property bool busy: false
    property bool mayLift: false

    signal locked
    signal opened

    spacing: Theme.near
    Accessible.role: Accessible.ListItem
    Accessible.name: root.month + qsTr(": ") + word.text

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        AppText {
            text: root.month
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }

        Row {
            spacing: Theme.tight

            Icon {
                name: root.isLocked ? "lock" : "pencil"
                color: root.isLocked ? Theme.warning : Theme.good
            }

            AppText {
                id: word

                objectName: "lock-state-" + root.index
                text: root.isLocked ? qsTr("locked") : qsTr("open")
                color: root.isLocked ? Theme.warning : Theme.good
            }
        }
    }

    AppText {
        Layout.fillWidth: true
        objectName: "lock-counts-" + root.index
        text: root.records === 0 ? qsTr("no records") : qsTr("%1 records, %2 verified, %3 not verified").arg(root.records).arg(root.verified).arg(root.unverified)
        color: root.unverified > 0 && !root.isLocked ? Theme.warning : Theme.softInk
    }

    Flow {
        Layout.fillWidth: true
        visible: !root.isLocked || (root.isLast && root.mayLift)
        spacing: Theme.near

        AppButton {
            objectName: "lock-month-" + root.index
            width: Math.min(implicitWidth, parent.width)
            visible: !root.isLocked
            enabled: !root.busy
            glyph: "lock"
            text: qsTr("Lock up to here…")
            Accessible.name: root.month + qsTr(": ") + text
            onClicked: root.locked()
        }

        AppButton {
            objectName: "open-month-" + root.index
            width: Math.min(implicitWidth, parent.width)
            visible: root.isLocked && root.isLast && root.mayLift
            enabled: !root.busy
            text: qsTr("Open again…")
            Accessible.name: root.month + qsTr(": ") + text
            onClicked: root.opened()
        }
    }
}
