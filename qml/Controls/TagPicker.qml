// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// Several of a long list of words: what is chosen, each to be taken away again, and a picker for more.
ColumnLayout {
    id: root

    required property string label
    property string name: ""
    /// [{code, label}]
    property var chosen: []
    required property var look

    signal changed(var codes)

    readonly property var codes: Array.from(root.chosen).map(one => one.code)

    spacing: Theme.near

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near
        visible: root.codes.length > 0

        Repeater {
            model: root.chosen

            Chip {
                required property var modelData

                width: Math.min(implicitWidth, root.width)
                text: modelData.label
                glyph: "close"
                Accessible.name: qsTr("Remove: %1").arg(modelData.label)
                onClicked: root.changed(root.codes.filter(code => code !== modelData.code))
            }
        }
    }

    OptionPicker {
        Layout.fillWidth: true
        objectName: root.name
        label: root.label
        look: words => Array.from(root.look.call(null, words)).filter(one => !root.codes.includes(one.code))
        onPicked: code => {
            if (code.length > 0)
                root.changed(root.codes.concat([code]));
        }
    }
}
