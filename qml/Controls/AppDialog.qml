// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Theme

/// A question that must be answered before anything else. The buttons are its content's last row.
T.Popup {
    id: root

    property string title: ""
    property string text: ""
    default property alias content: column.data

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    width: Math.min(Theme.dialog, (parent?.width ?? Theme.dialog) - 2 * Theme.gap)
    padding: Theme.far
    contentHeight: column.implicitHeight

    ColumnLayout {
        id: column

        width: root.availableWidth
        spacing: Theme.gap
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title

        AppText {
            Layout.fillWidth: true
            text: root.title
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
        }

        AppText {
            Layout.fillWidth: true
            visible: root.text.length > 0
            text: root.text
            color: Theme.softInk
        }
    }
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.width: Theme.border
        border.color: Theme.line
    }

    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }
}
