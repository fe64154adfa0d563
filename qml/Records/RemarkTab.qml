// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// All that was remarked of a record, newest first, whatever became of it. Who may return it may write one more.
ColumnLayout {
    id: root

    required property RecordView record
    readonly property int count: root.record.remarks.length

    /// The way to what a remark is about.
    signal fieldAsked(string path)

    function write(path: string, label: string) {
        const dialog = writing.get();
        dialog.about = path;
        dialog.aboutLabel = label;
        dialog.open();
    }

    function belonging(one: var): string {
        if (one.round > 0)
            return qsTr("With return no. %1").arg(one.round);
        return one.seenBy.length > 0 ? qsTr("Before the verification by %1").arg(one.seenBy) : qsTr("Without a return");
    }

    spacing: Theme.gap

    AppText {
        Layout.fillWidth: true
        objectName: "no-remarks"
        visible: root.count === 0
        text: qsTr("No remarks yet.")
        color: Theme.softInk
    }

    AppButton {
        objectName: "remark-write"
        visible: root.record.mayRemark
        glyph: "pencil"
        text: qsTr("Write a remark")
        onClicked: root.write("", "")
    }

    Repeater {
        model: root.record.remarks

        Card {
            id: entry

            required property var modelData
            required property int index

            Layout.fillWidth: true
            objectName: "remark-" + entry.index
            spacing: Theme.near
            Accessible.role: Accessible.ListItem
            Accessible.name: entry.modelData.by + qsTr(": ") + entry.modelData.text

            GridLayout {
                Layout.fillWidth: true
                columns: root.width > Theme.twoColumnsFrom ? 3 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.tight

                AppText {
                    Layout.fillWidth: true
                    text: entry.modelData.by
                    font.weight: Font.DemiBold
                }

                AppText {
                    Layout.fillWidth: root.width <= Theme.twoColumnsFrom
                    objectName: "remark-when-" + entry.index
                    text: entry.modelData.when + " · " + root.belonging(entry.modelData)
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                }

                StateTag {
                    objectName: "remark-standing-" + entry.index
                    word: entry.modelData.open ? "open" : "settled"
                }
            }

            AppText {
                Layout.fillWidth: true
                objectName: "remark-text-" + entry.index
                text: entry.modelData.text
            }

            Flow {
                Layout.fillWidth: true
                visible: entry.modelData.field.length > 0 || root.record.mayRemark
                spacing: Theme.near

                AppButton {
                    objectName: "remark-at-" + entry.index
                    visible: entry.modelData.field.length > 0
                    width: Math.min(implicitWidth, parent.width)
                    look: "quiet"
                    glyph: "next"
                    text: entry.modelData.field
                    Accessible.name: qsTr("To the field: %1").arg(entry.modelData.field)
                    onClicked: root.fieldAsked(entry.modelData.path)
                }

                AppButton {
                    objectName: "remark-answer-" + entry.index
                    width: Math.min(implicitWidth, parent.width)
                    visible: root.record.mayRemark
                    look: "quiet"
                    glyph: "pencil"
                    text: qsTr("Answer")
                    Accessible.name: qsTr("Answer: %1").arg(entry.modelData.text)
                    onClicked: root.write(entry.modelData.path, entry.modelData.field)
                }
            }
        }
    }

    OnDemand {
        id: writing

        sourceComponent: RemarkDialog {
            name: "write-remark"
            record: root.record
            title: qsTr("Write a remark")
            text: qsTr("It stays with the record, and everybody who sees the record reads it. Nothing is returned by it.")
            answer: qsTr("Save the remark")
            onConfirmed: (remark, field) => root.record.remark(remark, field)
        }
    }
}
