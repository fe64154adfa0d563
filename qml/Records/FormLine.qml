// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// One line of a form, whatever it is: the name of a section, a field, the head of an item, "add an item".
Item {
    id: root

    required property RecordForm form
    required property string rowKind
    required property string path
    required property string kind
    required property string label
    required property string hint
    required property string unit
    required property var value
    required property string echo
    required property var choices
    required property bool isRequired
    required property string problem
    required property bool isWarning
    required property bool isWide
    required property bool isNested
    required property int limit
    required property bool isListed
    required property bool isFirst
    required property bool isLast
    /// What a reviewer asks for here.
    property string remark: ""

    readonly property int indent: root.isNested || root.rowKind === "item" ? Theme.gap : 0

    function part(): Component {
        switch (root.rowKind) {
        case "section":
            return section;
        case "item":
            return item;
        case "add":
            return add;
        default:
            return field;
        }
    }

    implicitWidth: Theme.popup
    implicitHeight: loader.implicitHeight + (asked.visible ? asked.implicitHeight + Theme.tight : 0)
    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Layout.alignment: Qt.AlignTop

    Rectangle {
        width: Theme.ring
        height: parent.height + Theme.gap
        visible: root.indent > 0 && root.x < Theme.gap
        color: Theme.line
    }

    Loader {
        id: loader

        x: root.indent
        width: root.width - root.indent
        sourceComponent: root.part()
    }

    Notice {
        id: asked

        x: root.indent
        y: loader.implicitHeight + Theme.tight
        width: loader.width
        height: implicitHeight
        objectName: "asked-" + root.path
        mood: "warning"
        text: root.remark
    }

    Component {
        id: section

        Heading {
            topPadding: Theme.wide
            text: root.label
        }
    }

    Component {
        id: item

        GridLayout {
            columns: root.width > 6 * Theme.touch ? 2 : 1
            columnSpacing: Theme.near
            rowSpacing: 0

            AppText {
                Layout.fillWidth: true
                text: root.label
                font.weight: Font.DemiBold
            }

            RowLayout {
                IconButton {
                    objectName: "up-" + root.path
                    idle: root.isFirst
                    glyph: "higher"
                    text: qsTr("Move up: %1").arg(root.label)
                    onClicked: root.form.moveItem(root.path, -1)
                }

                IconButton {
                    objectName: "down-" + root.path
                    idle: root.isLast
                    glyph: "down"
                    text: qsTr("Move down: %1").arg(root.label)
                    onClicked: root.form.moveItem(root.path, 1)
                }

                AppButton {
                    objectName: "remove-" + root.path
                    look: "quiet"
                    glyph: "trash"
                    text: root.width > Theme.twoColumnsFrom ? qsTr("Remove") : ""
                    Accessible.name: qsTr("Remove: %1").arg(root.label)
                    onClicked: root.form.removeItem(root.path)
                }
            }
        }
    }

    Component {
        id: add

        ColumnLayout {
            spacing: Theme.tight

            Flow {
                Layout.fillWidth: true
                spacing: Theme.near

                AppButton {
                    width: Math.min(implicitWidth, root.width)
                    objectName: "add-" + root.path
                    glyph: "plus"
                    text: qsTr("Add: %1").arg(root.label)
                    onClicked: root.form.addItem(root.path)
                }

                AppButton {
                    width: Math.min(implicitWidth, root.width)
                    objectName: "again-" + root.path
                    visible: root.echo.length > 0
                    glyph: "plus"
                    text: qsTr("One more: %1").arg(root.echo)
                    onClicked: root.form.addAlike(root.path)
                }
            }

            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: root.problem.length > 0 ? root.problem : root.hint
                color: root.problem.length > 0 ? Theme.danger : Theme.softInk
                font.pixelSize: Theme.small
            }
        }
    }

    Component {
        id: field

        FieldEditor {
            name: root.path
            kind: root.kind
            label: root.label
            hint: root.hint
            unit: root.unit
            value: root.value
            echo: root.echo
            choices: root.choices
            isRequired: root.isRequired
            problem: root.problem
            isWarning: root.isWarning
            limit: root.limit
            isListed: root.isListed
            look: words => root.form.options(root.path, words)
            pickedLabel: {
                root.value;
                return root.kind === "choice" || root.kind === "org" || root.kind === "reference" ? root.form.labelFor(root.path) : "";
            }
            chosen: {
                root.value;
                return root.isListed ? root.form.chosen(root.path) : [];
            }
            pending: root.kind === "tags" ? root.form.pendingAt(root.path) : ""
            onPended: letters => root.form.setPending(root.path, letters)
            onEdited: value => root.form.set(root.path, value)
            onSettled: root.form.settle(root.path)
        }
    }
}
