// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Theme

/// Picks one of many: closed it shows what is chosen, open it searches. `look` gives the options for some words.
T.Button {
    id: root

    required property string label
    /// (words) => [{code, label}]
    required property var look
    property string code: ""
    property bool faulty: false
    /// Made when it is opened first: a form has many, and opens few.
    property PickerPopup popup: null

    function open() {
        root.popup = root.popup ?? picker.createObject(root);
        root.popup.open();
    }

    signal picked(string code)

    implicitWidth: Theme.popup
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + 2 * Theme.near)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    hoverEnabled: true
    Accessible.role: Accessible.ComboBox
    Accessible.name: root.label + (root.text.length > 0 ? "：" + root.text : "")
    onClicked: root.open()
    Keys.onReturnPressed: root.open()
    Keys.onEnterPressed: root.open()
    Keys.onDownPressed: root.open()

    contentItem: RowLayout {
        spacing: Theme.near

        AppText {
            Layout.fillWidth: true
            text: root.text.length > 0 ? root.text : qsTr("choose…")
            color: root.text.length > 0 ? Theme.ink : Theme.softInk
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }

        Icon {
            name: "down"
            color: Theme.softInk
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.sunken : Theme.surface
        border.width: root.activeFocus ? Theme.ring : Theme.border
        border.color: root.activeFocus ? Theme.focus : (root.faulty ? Theme.danger : Theme.strongLine)
    }

    Component {
        id: picker

        PickerPopup {
            objectName: "picker"
            label: root.label
            look: root.look
            code: root.code
            onPicked: code => {
                root.popup.close();
                root.picked(code);
            }
        }
    }
}
