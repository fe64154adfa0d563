// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What goes out now and what goes later: records, with what they take before anything is pressed, and files.
GridLayout {
    id: root

    required property SyncController sync

    signal recordsPressed

    columns: root.width > Theme.twoColumnsFrom ? 2 : 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.near

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        spacing: Theme.near

        Heading {
            Layout.fillWidth: true
            text: qsTr("Records now")
        }

        AppText {
            Layout.fillWidth: true
            objectName: "records-now"
            text: root.sync.waiting > 0 ? qsTr("%1 waiting; %2 at most, mostly far less.").arg(root.sync.waiting).arg(root.sync.recordsSize) : qsTr("All records are with the district.")
        }

        AppButton {
            objectName: "sync-records"
            visible: root.sync.filesWaiting > 0
            enabled: !root.sync.running
            text: qsTr("Send records only")
            onClicked: root.recordsPressed()
        }
    }

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        spacing: Theme.near

        Heading {
            Layout.fillWidth: true
            text: qsTr("Photos and files later")
        }

        AppText {
            Layout.fillWidth: true
            objectName: "files-later"
            text: root.sync.filesWaiting > 0 ? qsTr("%1 waiting.").arg(root.sync.filesSize) : qsTr("All files are with the district.")
        }

        AppText {
            Layout.fillWidth: true
            visible: root.sync.filesWaiting > 0
            text: qsTr("They go by themselves after the records, piece by piece; a break loses nothing.")
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
    }
}
