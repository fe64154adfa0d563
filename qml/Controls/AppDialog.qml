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
    default property alias content: view.content

    anchors.centerIn: T.Overlay.overlay
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    width: Math.min(Theme.dialog, (T.Overlay.overlay?.width ?? Theme.dialog) - 2 * Theme.gap)
    height: Math.min(view.contentHeight + topPadding + bottomPadding, (T.Overlay.overlay?.height ?? Theme.dialog) - 2 * Theme.gap)
    padding: Theme.far - Theme.gap

    ScrollColumn {
        id: view

        anchors.fill: parent
        // Room for the ring of what has the keyboard, and for the bar.
        margin: Theme.gap
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
        objectName: "dialog-sheet"
        color: Theme.surface
        radius: Theme.radius
        border.width: Theme.border
        border.color: Theme.line
    }

    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }
}
