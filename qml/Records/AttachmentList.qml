// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The files of a record: added by choosing, dropping, pasting or photographing them, copied out, taken off.
ColumnLayout {
    id: root

    required property AttachmentsModel files
    required property bool mayEdit
    required property StationSession session
    readonly property bool adding: root.visible && root.mayEdit
    readonly property alias camera: lens

    // A look takes time: only for who sees the files, and then each time, for cameras come and go.
    onAddingChanged: {
        if (root.adding)
            lens.look();
    }

    spacing: Theme.gap

    CameraController {
        id: lens

        session: root.session
    }

    Shortcut {
        sequences: [StandardKey.Paste]
        enabled: root.adding && root.files.canPaste && !root.files.running
        onActivated: root.files.paste()
    }

    Notice {
        Layout.fillWidth: true
        objectName: "attachment-problem"
        mood: "danger"
        text: root.files.problem
    }

    Card {
        Layout.fillWidth: true
        spacing: Theme.near

        AppText {
            Layout.fillWidth: true
            visible: root.files.count === 0
            text: qsTr("No files yet.")
            color: Theme.softInk
        }

        Repeater {
            model: root.files

            GridLayout {
                id: line

                required property int index
                required property string name
                required property string about
                required property string thumbnail
                required property string media

                Layout.fillWidth: true
                objectName: "attachment-" + line.index
                columns: root.width > Theme.twoColumnsFrom ? 3 : 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.tight
                Accessible.role: Accessible.ListItem
                Accessible.name: line.name + qsTr(": ") + line.about

                Rectangle {
                    Layout.preferredWidth: Theme.thumbnail
                    Layout.preferredHeight: Theme.thumbnail
                    Layout.alignment: Qt.AlignTop
                    radius: Theme.radius
                    color: Theme.ground

                    Image {
                        anchors.fill: parent
                        visible: line.thumbnail.length > 0
                        source: line.thumbnail
                        fillMode: Image.PreserveAspectFit
                        asynchronous: true
                    }

                    Icon {
                        anchors.centerIn: parent
                        visible: line.thumbnail.length === 0
                        name: line.media === "picture" ? "eye" : "list"
                        color: Theme.softInk
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.tight

                    AppText {
                        Layout.fillWidth: true
                        text: line.name
                        elide: Text.ElideMiddle
                        maximumLineCount: 2
                    }

                    AppText {
                        Layout.fillWidth: true
                        objectName: "attachment-about"
                        text: line.about
                        color: Theme.softInk
                        font.pixelSize: Theme.small
                    }
                }

                Flow {
                    Layout.fillWidth: line.columns === 2
                    Layout.columnSpan: line.columns === 2 ? 2 : 1
                    Layout.preferredWidth: line.columns === 2 ? -1 : implicitWidth
                    spacing: Theme.near

                    AppButton {
                        objectName: "attachment-save"
                        width: Math.min(implicitWidth, parent.width)
                        glyph: "down"
                        enabled: !root.files.running
                        text: qsTr("Save as…")
                        Accessible.name: qsTr("Save as: %1").arg(line.name)
                        onClicked: {
                            target.row = line.index;
                            target.currentFile = root.files.suggestedFile(line.index);
                            target.open();
                        }
                    }

                    AppButton {
                        objectName: "attachment-remove"
                        width: Math.min(implicitWidth, parent.width)
                        visible: root.mayEdit
                        look: "quiet"
                        glyph: "trash"
                        enabled: !root.files.running
                        text: qsTr("Take off")
                        Accessible.name: qsTr("Take off: %1").arg(line.name)
                        onClicked: {
                            asking.row = line.index;
                            asking.open();
                        }
                    }
                }
            }
        }

        Flow {
            Layout.fillWidth: true
            visible: root.mayEdit
            spacing: Theme.gap

            AppButton {
                objectName: "attachment-add"
                width: Math.min(implicitWidth, parent.width)
                look: root.files.count === 0 ? "primary" : "plain"
                glyph: "plus"
                enabled: !root.files.running
                text: root.files.running ? qsTr("At work…") : qsTr("Add files")
                onClicked: source.open()
            }

            AppButton {
                objectName: "attachment-photo"
                width: Math.min(implicitWidth, parent.width)
                visible: lens.names.length > 0
                glyph: "camera"
                enabled: !root.files.running
                text: qsTr("Take photos")
                onClicked: photo.get().open()
            }

            AppButton {
                objectName: "attachment-paste"
                width: Math.min(implicitWidth, parent.width)
                visible: root.files.canPaste
                glyph: "paste"
                enabled: !root.files.running
                text: qsTr("Paste")
                onClicked: root.files.paste()
            }
        }

        AppText {
            Layout.fillWidth: true
            visible: root.mayEdit
            text: qsTr("Pictures, PDF and office files, 50 MB each at most. They go after the records.")
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
    }

    OnDemand {
        id: photo

        sourceComponent: CameraDialog {
            camera: lens
            files: root.files
        }
    }

    FileDialog {
        id: source

        title: qsTr("Files to add")
        fileMode: FileDialog.OpenFiles
        onAccepted: root.files.add(source.selectedFiles)
    }

    FileDialog {
        id: target

        property int row: -1

        title: qsTr("Where to save")
        fileMode: FileDialog.SaveFile
        onAccepted: root.files.save(target.row, target.selectedFile)
    }

    AppDialog {
        id: asking

        property int row: -1

        title: qsTr("Take this file off the record?")
        text: qsTr("It stays in the history of the record.")

        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap

            AppButton {
                objectName: "remove-cancel"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Cancel")
                onClicked: asking.close()
            }

            AppButton {
                objectName: "remove-confirm"
                width: Math.min(implicitWidth, parent.width)
                look: "danger"
                text: qsTr("Take off")
                onClicked: {
                    asking.close();
                    root.files.remove(asking.row);
                }
            }
        }
    }
}
