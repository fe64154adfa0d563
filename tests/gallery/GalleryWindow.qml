// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme

/// Every control of qml/Controls in every state, a sheet at a time.
T.ApplicationWindow {
    id: root

    readonly property var sheets: ["Buttons", "IconButtons", "Choices", "Fields", "Editors", "Pickers", "Rows", "Notices", "Dialog", "Month", "Picker"]
    /// Pictures show a sheet and nothing else.
    property bool bare: false

    /// A sheet stands as soon as it is shown.
    function goOnWithPicture(): bool {
        return false;
    }

    function pictureNames(): var {
        return Array.from(root.sheets);
    }

    function dress(dark: bool, contrast: bool, scale: int) {
        Theme.dark = dark;
        Theme.contrast = contrast;
        Theme.scale = scale;
    }

    function showPicture(name: string): bool {
        loader.setSource("");
        loader.setSource("sheets/" + name + "Sheet.qml");
        return loader.status === Loader.Ready;
    }

    width: Theme.windowWidth
    height: Theme.windowHeight
    visible: true
    color: Theme.ground
    title: "Fayi · gallery"
    Component.onCompleted: if (!root.bare)
        root.showPicture(root.sheets[0])

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Flow {
            Layout.fillWidth: true
            Layout.margins: Theme.near
            visible: !root.bare
            spacing: Theme.near

            Chip {
                text: "dark"
                checked: Theme.dark
                onClicked: Theme.dark = !Theme.dark
            }

            Chip {
                text: "high contrast"
                checked: Theme.contrast
                onClicked: Theme.contrast = !Theme.contrast
            }

            Chip {
                text: "200 %"
                checked: Theme.scale === 200
                onClicked: Theme.scale = Theme.scale === 200 ? 100 : 200
            }

            Repeater {
                model: root.sheets

                AppButton {
                    required property string modelData

                    look: "quiet"
                    text: modelData
                    onClicked: root.showPicture(modelData)
                }
            }
        }

        Loader {
            id: loader

            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
        }
    }
}
