// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// One of what a model offers, with its name above it.
ColumnLayout {
    id: root

    required property string name
    required property string label
    /// [{code,label}]
    required property var choices
    required property string code

    signal picked(string code)

    spacing: Theme.tight
    visible: Array.from(root.choices).length > 0

    AppText {
        Layout.fillWidth: true
        text: root.label
        color: Theme.softInk
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    OptionPicker {
        Layout.fillWidth: true
        objectName: root.name
        label: root.label
        look: words => Array.from(root.choices).filter(one => Finder.finds(one.label, words))
        text: Array.from(root.choices).find(one => one.code === root.code)?.label ?? ""
        onPicked: code => root.picked(code)
    }
}
