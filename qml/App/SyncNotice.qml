// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What a sync has to say once, above every page. Where there is no room for all of it, it scrolls.
ScrollColumn {
    id: root

    required property SyncController sync

    Layout.fillWidth: true
    Layout.margins: visible ? Theme.near : 0
    Layout.preferredHeight: Math.min(implicitHeight, (Window.window?.height ?? 0) / 2)
    implicitHeight: root.contentHeight
    visible: root.sync.notice.length > 0
    margin: 0
    limit: root.width

    Notice {
        Layout.fillWidth: true
        objectName: "sync-notice"
        mood: "warning"
        text: root.sync.notice
        action: qsTr("Understood")
        onPressed: root.sync.understood()
    }
}
