// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// Above the form of a returned record: what was said of it as a whole, and that not all of it is shown.
ColumnLayout {
    id: root

    /// {path: text}
    required property var remarks
    property bool only: false

    signal allAsked

    spacing: Theme.near
    visible: root.only || (root.remarks[""] ?? "").length > 0

    Notice {
        Layout.fillWidth: true
        objectName: "asked-whole"
        mood: "warning"
        text: root.remarks[""] ?? ""
    }

    Notice {
        Layout.fillWidth: true
        objectName: "asked-only"
        text: root.only ? qsTr("Only what the reviewer remarked is shown.") : ""
        action: qsTr("Show all fields")
        onPressed: root.allAsked()
    }
}
