// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// One field with several values: what was there before, who wrote what, and a third way.
Card {
    id: root

    required property string field
    required property string label
    required property string kind
    required property string before
    required property var siblings
    required property var choices
    required property string unit
    required property bool isCovered
    /// Of a long text: all versions in one.
    required property string joined
    /// What the field may be instead, found by words; and what a code of it is called.
    property var look: words => []
    property var naming: code => ""
    property var third: undefined
    property bool writing: false

    /// The person asks to see what is covered.
    signal revealed(string field)
    signal take(string version)
    signal write(var value)

    Heading {
        Layout.fillWidth: true
        text: root.label
    }

    Notice {
        Layout.fillWidth: true
        objectName: "covered-" + root.field
        text: root.isCovered ? qsTr("Personal: the values are covered. Look at them before you choose; the look is written down.") : ""
        action: qsTr("Show them")
        onPressed: root.revealed(root.field)
    }

    AppText {
        Layout.fillWidth: true
        visible: root.before.length > 0
        text: qsTr("Before: %1").arg(root.before)
        color: Theme.softInk
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.width > Theme.twoColumnsFrom ? Math.min(root.siblings.length, 3) : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            model: root.siblings

            Rectangle {
                id: sibling

                required property var modelData
                required property int index

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                implicitHeight: column.implicitHeight + 2 * Theme.gap
                radius: Theme.radius
                color: Theme.ground
                border.width: Theme.border
                border.color: sibling.modelData.mine ? Theme.accent : Theme.line

                ColumnLayout {
                    id: column

                    anchors.fill: parent
                    anchors.margins: Theme.gap
                    spacing: Theme.near

                    AppText {
                        Layout.fillWidth: true
                        text: sibling.modelData.mine ? qsTr("You wrote · %1").arg(sibling.modelData.when) : qsTr("%1 wrote · %2").arg(sibling.modelData.by).arg(sibling.modelData.when)
                        color: Theme.softInk
                        font.pixelSize: Theme.small
                    }

                    AppText {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        text: sibling.modelData.text
                        font.pixelSize: Theme.heading
                    }

                    AppText {
                        Layout.fillWidth: true
                        visible: sibling.modelData.station.length > 0
                        text: qsTr("on %1").arg(sibling.modelData.station)
                        color: Theme.softInk
                        font.pixelSize: Theme.small
                    }

                    AppButton {
                        wide: true
                        objectName: "take-" + sibling.index
                        enabled: !root.isCovered
                        glyph: "check"
                        text: qsTr("Take this one")
                        Accessible.name: qsTr("Take this one: %1").arg(sibling.modelData.text)
                        onClicked: root.take(sibling.modelData.version)
                    }
                }
            }
        }
    }

    AppButton {
        objectName: "third"
        visible: root.kind.length > 0 && !root.writing && !root.isCovered
        look: "quiet"
        glyph: "pencil"
        text: root.joined.length > 0 ? qsTr("Join them by hand") : qsTr("Write something else")
        onClicked: {
            root.third = root.joined.length > 0 ? root.joined : root.kind === "text" ? root.siblings[0].text : undefined;
            root.writing = true;
        }
    }

    Loader {
        Layout.fillWidth: true
        active: root.writing
        visible: active

        sourceComponent: ColumnLayout {
            spacing: Theme.gap

            AppText {
                Layout.fillWidth: true
                visible: root.joined.length > 0
                text: qsTr("All versions are in the text below, what they share once. Cut what is too much.")
                color: Theme.softInk
            }

            FieldEditor {
                Layout.fillWidth: true
                name: "third"
                kind: root.kind
                label: root.label
                value: root.third
                choices: root.choices
                unit: root.unit
                look: root.look
                pickedLabel: typeof root.third === "string" && root.choices.length === 0 ? root.naming(root.third) : ""
                onEdited: value => root.third = value
            }

            RowLayout {
                spacing: Theme.gap

                AppButton {
                    objectName: "third-save"
                    look: "primary"
                    text: qsTr("Use this instead")
                    onClicked: root.write(root.third)
                }

                AppButton {
                    objectName: "third-cancel"
                    text: qsTr("Cancel")
                    onClicked: root.writing = false
                }
            }
        }
    }
}
