// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// One field of a record: its name, the control that fits its kind, and what is wrong or good to know.
/// The values are those of fayi/ui/field_value.h.
ColumnLayout {
    id: root

    required property string name
    required property string kind
    required property string label
    property var value: undefined
    /// [{code, label}]; empty: `look` is asked.
    property var choices: []
    property string unit: ""
    property string hint: ""
    property string echo: ""
    property string problem: ""
    property bool isWarning: false
    property bool isRequired: false
    property int limit: 0
    /// (words) => [{code, label}]
    property var look: words => []
    /// The label of a value that is picked with `look`.
    property string pickedLabel: ""
    /// Tags of a code list: `chosen` are [{code, label}].
    property bool isListed: false
    property var chosen: []
    /// Tags: letters of a word that was not entered yet.
    property string pending: ""

    readonly property bool faulty: root.problem.length > 0 && !root.isWarning
    readonly property bool isNumber: root.kind === "integer" || root.kind === "duration" || root.kind === "money"
    readonly property string text: root.value === undefined || root.value === null ? "" : String(root.value)
    readonly property var yesNo: [{
            "code": true,
            "label": qsTr("Yes")
        }, {
            "code": false,
            "label": qsTr("No")
        }]

    signal edited(var value)
    signal settled
    signal pended(string letters)
    /// Enter in a line.
    signal accepted

    /// The keyboard goes there.
    function take() {
        loader.item?.forceActiveFocus();
    }

    function editor(): Component {
        switch (root.kind) {
        case "longtext":
            return area;
        case "date":
            return date;
        case "boolean":
            return chips;
        case "choice":
            return root.choices.length > 0 ? chips : picker;
        case "tags":
            if (root.choices.length > 0)
                return chips;
            return root.isListed ? listedTags : tags;
        case "org":
        case "reference":
            return picker;
        case "attachments":
            return files;
        default:
            return line;
        }
    }

    spacing: Theme.tight

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.near

        AppText {
            Layout.fillWidth: true
            text: root.isRequired ? root.label + " *" : root.label
            color: Theme.softInk
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }

        AppText {
            visible: root.limit > 0 && root.kind === "longtext" && root.text.length > root.limit * 0.8
            text: root.text.length + " / " + root.limit
            color: root.text.length > root.limit ? Theme.danger : Theme.softInk
            font.pixelSize: Theme.small
        }
    }

    Loader {
        id: loader

        Layout.fillWidth: true
        sourceComponent: root.editor()
    }

    AppText {
        Layout.fillWidth: true
        visible: root.echo.length > 0
        text: root.echo
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Loader {
        Layout.fillWidth: true
        active: root.problem.length > 0
        visible: active
        sourceComponent: trouble
    }

    AppText {
        Layout.fillWidth: true
        visible: root.hint.length > 0 && root.problem.length === 0
        text: root.hint
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Component {
        id: trouble

        RowLayout {
            spacing: Theme.tight

            Icon {
                Layout.alignment: Qt.AlignTop
                name: "warning"
                size: Theme.smallIcon
                color: root.isWarning ? Theme.warning : Theme.danger
            }

            AppText {
                Layout.fillWidth: true
                objectName: "problem-" + root.name
                text: root.problem
                color: root.isWarning ? Theme.warning : Theme.danger
                font.pixelSize: Theme.small
                Accessible.role: Accessible.AlertMessage
            }
        }
    }

    Component {
        id: line

        AppTextField {
            objectName: "edit-" + root.name
            label: root.label
            given: root.text
            suffix: root.unit
            faulty: root.faulty
            echoMode: root.kind === "secret" ? TextInput.Password : TextInput.Normal
            inputMethodHints: root.kind === "secret" ? Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase : root.isNumber ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
            onTextEdited: root.edited(text)
            onEditingFinished: root.settled()
            onAccepted: root.accepted()
        }
    }

    Component {
        id: area

        AppTextArea {
            objectName: "edit-" + root.name
            label: root.label
            given: root.text
            faulty: root.faulty
            onWritten: text => root.edited(text)
            onEditingFinished: root.settled()
        }
    }

    Component {
        id: date

        DateField {
            name: "edit-" + root.name
            label: root.label
            given: root.text
            faulty: root.faulty
            onWritten: text => root.edited(text)
            onSettled: root.settled()
        }
    }

    Component {
        id: chips

        ChoiceChips {
            objectName: "edit-" + root.name
            label: root.label
            choices: root.kind === "boolean" ? root.yesNo : root.choices
            value: root.value
            several: root.kind === "tags"
            onPicked: value => root.edited(value)
        }
    }

    Component {
        id: picker

        OptionPicker {
            objectName: "edit-" + root.name
            label: root.label
            look: root.look
            code: root.text
            text: root.pickedLabel
            faulty: root.faulty
            onPicked: code => root.edited(code)
        }
    }

    Component {
        id: tags

        TagField {
            name: "edit-" + root.name
            label: root.label
            tags: root.value ?? []
            pending: root.pending
            onPended: letters => root.pended(letters)
            onChanged: tags => root.edited(tags)
        }
    }

    Component {
        id: listedTags

        TagPicker {
            name: "edit-" + root.name
            label: root.label
            chosen: root.chosen
            look: root.look
            onChanged: codes => root.edited(codes)
        }
    }

    Component {
        id: files

        AppText {
            readonly property var names: Array.from(root.value ?? [])

            text: names.length > 0 ? names.join("\n") : qsTr("no files")
            color: Theme.softInk
        }
    }
}
