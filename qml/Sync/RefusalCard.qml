// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// What the district did not take: why, what it said, and what can be done about it.
ColumnLayout {
    id: root

    required property string title
    required property string reason
    /// [{label, text}]
    required property var writes
    /// Discarding it removes the record.
    required property bool removes
    /// A form can put it right.
    required property bool mendable
    /// No line below it.
    property bool last: false
    /// Lines of content that are shown unasked.
    readonly property int few: 6
    property bool all: false

    signal mend
    signal discard

    spacing: Theme.near

    GridLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        Layout.leftMargin: Theme.wide
        Layout.rightMargin: Theme.wide
        columns: root.width > Theme.twoColumnsFrom ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.tight

        AppText {
            Layout.fillWidth: true
            text: root.title
            font.weight: Font.DemiBold
        }

        StateTag {
            word: "refused"
        }
    }

    AppText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.wide
        Layout.rightMargin: Theme.wide
        text: root.reason
        color: Theme.danger
    }

    Repeater {
        model: root.all ? root.writes : Array.from(root.writes).slice(0, root.few)

        AppText {
            required property var modelData

            Layout.fillWidth: true
            Layout.leftMargin: Theme.wide
            Layout.rightMargin: Theme.wide
            text: modelData.label + qsTr(": ") + modelData.text
            font.pixelSize: Theme.small
            maximumLineCount: 4
            elide: Text.ElideRight
        }
    }

    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.wide
        Layout.rightMargin: Theme.wide
        Layout.bottomMargin: Theme.gap
        spacing: Theme.near

        AppButton {
            objectName: "mend"
            width: Math.min(implicitWidth, parent.width)
            visible: root.mendable
            look: "primary"
            glyph: "pencil"
            text: qsTr("Mend and send again")
            onClicked: root.mend()
        }

        AppButton {
            objectName: "discard"
            width: Math.min(implicitWidth, parent.width)
            look: "danger"
            glyph: "trash"
            text: qsTr("Discard")
            onClicked: asking.get().open()
        }

        AppButton {
            visible: !root.all && root.writes.length > root.few
            look: "quiet"
            glyph: "down"
            text: qsTr("Show all fields: %1").arg(root.writes.length)
            onClicked: root.all = true
        }
    }

    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.border
        visible: !root.last
        color: Theme.line
    }

    OnDemand {
        id: asking

        sourceComponent: AppDialog {
            title: qsTr("Discard what was refused?")
            text: root.removes ? qsTr("The record exists on this computer only. It is removed and cannot be brought back.") : qsTr("What you wrote here is dropped; the record stays as the district has it.")

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                AppButton {
                    objectName: "discard-cancel"
                    width: Math.min(implicitWidth, parent.width)
                    text: qsTr("Cancel")
                    onClicked: asking.item.close()
                }

                AppButton {
                    objectName: "discard-confirm"
                    width: Math.min(implicitWidth, parent.width)
                    look: "danger"
                    text: qsTr("Discard")
                    onClicked: {
                        asking.item.close();
                        root.discard();
                    }
                }
            }
        }
    }
}
