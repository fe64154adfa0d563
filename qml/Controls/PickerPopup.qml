// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Theme

/// The open side of a picker: a search line and what it finds.
T.Popup {
    id: root

    required property string label
    required property var look
    property string code: ""

    signal picked(string code)

    anchors.centerIn: T.Overlay.overlay
    modal: true
    focus: true
    width: Math.min(Theme.dialog, (T.Overlay.overlay?.width ?? Theme.dialog) - 2 * Theme.gap)
    height: Math.min(Theme.dialog, (T.Overlay.overlay?.height ?? Theme.dialog) - 2 * Theme.gap)
    padding: Theme.wide
    onAboutToShow: {
        words.text = "";
        list.model = root.look.call(null, "");
        words.forceActiveFocus();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.near

        RowLayout {
            AppText {
                Layout.fillWidth: true
                text: root.label
                font.weight: Font.DemiBold
            }

            AppButton {
                objectName: "picker-clear"
                look: "quiet"
                visible: root.code.length > 0
                text: qsTr("Clear")
                onClicked: root.picked("")
            }

            IconButton {
                objectName: "picker-close"
                glyph: "close"
                text: qsTr("Close")
                onClicked: root.close()
            }
        }

        AppTextField {
            id: words

            Layout.fillWidth: true
            objectName: "picker-words"
            label: qsTr("Search")
            placeholderText: qsTr("Search")
            onTextEdited: list.model = root.look.call(null, words.text)
            Keys.onDownPressed: list.forceActiveFocus()
            onAccepted: if (list.count === 1)
                root.picked(list.model[0].code)
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            keyNavigationEnabled: true
            T.ScrollBar.vertical: AppScrollBar {
            }
            Accessible.role: Accessible.List
            Accessible.name: root.label

            delegate: ListDelegate {
                required property var modelData

                width: ListView.view.width
                objectName: "option-" + modelData.code
                title: modelData.label
                onClicked: root.picked(modelData.code)
            }

            AppText {
                anchors.centerIn: parent
                visible: list.count === 0
                text: qsTr("Nothing found")
                color: Theme.softInk
            }
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
