// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Fayi.Theme

/// Words side by side, one or several of them chosen. Pressing the chosen one takes it back.
Flow {
    id: root

    /// [{code, label}]
    required property var choices
    required property string label
    /// A code, or with `several` a list of codes; booleans are codes too.
    property var value: undefined
    property bool several: false

    signal picked(var value)

    function isChosen(code) {
        return root.several ? Array.from(root.value ?? []).includes(code) : root.value === code;
    }

    function press(code) {
        if (!root.several) {
            root.picked(root.isChosen(code) ? undefined : code);
            return;
        }
        const chosen = Array.from(root.value ?? []);
        root.picked(root.isChosen(code) ? chosen.filter(one => one !== code) : chosen.concat([code]));
    }

    spacing: Theme.near
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    Repeater {
        model: root.choices

        Chip {
            required property var modelData

            objectName: "choice-" + modelData.code
            width: Math.min(implicitWidth, root.width)
            text: modelData.label
            checked: root.isChosen(modelData.code)
            onClicked: root.press(modelData.code)
        }
    }
}
