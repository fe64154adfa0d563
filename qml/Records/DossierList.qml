// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The checklist of a dossier: which papers it must hold and which as needed, which are in it, and which are scanned.
/// What is missing is told and keeps nobody from anything.
ColumnLayout {
    id: root

    required property StationSession session
    required property DossierModel dossier
    required property AttachmentsModel files
    required property bool mayEdit
    readonly property bool mayScan: root.mayEdit && root.files.possible
    readonly property bool adding: root.visible && root.mayScan

    // A look takes time: only for who sees the list, and then each time, for cameras come and go.
    onAddingChanged: {
        if (root.adding)
            lens.look();
    }

    function needOf(isRequired: bool, inPlace: string): string {
        if (!isRequired)
            return qsTr("as needed");
        return inPlace.length > 0 ? qsTr("required, or %1").arg(inPlace) : qsTr("required");
    }

    spacing: Theme.gap

    CameraController {
        id: lens

        session: root.session
    }

    Notice {
        Layout.fillWidth: true
        objectName: "dossier-problem"
        mood: "danger"
        text: root.dossier.problem.length > 0 ? root.dossier.problem : root.files.problem
    }

    Notice {
        Layout.fillWidth: true
        objectName: "dossier-missing"
        mood: root.dossier.missing > 0 ? "warning" : "good"
        text: root.dossier.missing > 1 ? qsTr("%1 required papers are missing.").arg(root.dossier.missing) : root.dossier.missing === 1 ? qsTr("1 required paper is missing.") : qsTr("All required papers are in the dossier.")
    }

    Card {
        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.dossier

            GridLayout {
                id: line

                required property string code
                required property string label
                required property bool isRequired
                required property bool isThere
                required property bool isMissing
                required property string inPlace
                required property int scans
                required property string thumbnail

                Layout.fillWidth: true
                objectName: "paper-" + line.code
                columns: root.width > Theme.twoColumnsFrom ? 3 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.tight
                Accessible.role: Accessible.ListItem
                Accessible.name: line.label + qsTr(": ") + need.text

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    spacing: Theme.tight

                    Chip {
                        Layout.maximumWidth: parent.width
                        objectName: "tick-" + line.code
                        visible: root.mayEdit
                        text: line.label
                        checked: line.isThere
                        onClicked: root.dossier.tick(line.code, !line.isThere)
                    }

                    RowLayout {
                        Layout.fillWidth: true
                        visible: !root.mayEdit
                        spacing: Theme.tight

                        Icon {
                            visible: line.isThere
                            name: "check"
                            size: Theme.smallIcon
                            color: Theme.good
                        }

                        AppText {
                            Layout.fillWidth: true
                            text: line.label
                        }
                    }

                    AppText {
                        id: need

                        Layout.fillWidth: true
                        objectName: "need-" + line.code
                        text: root.needOf(line.isRequired, line.inPlace) + (line.isThere ? qsTr(" · in the dossier") : line.isMissing ? qsTr(" · missing") : "")
                        color: line.isMissing ? Theme.warning : Theme.softInk
                        font.pixelSize: Theme.small
                    }
                }

                RowLayout {
                    Layout.fillWidth: line.columns === 1
                    spacing: Theme.near

                    Image {
                        Layout.preferredWidth: Theme.touch
                        Layout.preferredHeight: Theme.touch
                        objectName: "scan-" + line.code
                        visible: line.thumbnail.length > 0
                        source: line.thumbnail
                        fillMode: Image.PreserveAspectFit
                        asynchronous: true
                        Accessible.ignored: true
                    }

                    AppText {
                        Layout.fillWidth: true
                        objectName: "scanned-" + line.code
                        text: line.scans > 1 ? qsTr("scanned, %1 files").arg(line.scans) : line.scans === 1 ? qsTr("scanned") : qsTr("not scanned")
                        color: line.scans > 0 ? Theme.good : Theme.softInk
                        font.pixelSize: Theme.small
                    }
                }

                Flow {
                    Layout.fillWidth: line.columns === 1
                    Layout.preferredWidth: line.columns === 1 ? -1 : implicitWidth
                    visible: root.mayScan
                    spacing: Theme.tight

                    AppButton {
                        objectName: "scan-add-" + line.code
                        width: Math.min(implicitWidth, parent.width)
                        look: "quiet"
                        glyph: "plus"
                        enabled: !root.files.running
                        text: qsTr("Add a file")
                        Accessible.name: qsTr("Add a file: %1").arg(line.label)
                        onClicked: {
                            source.paper = line.code;
                            source.open();
                        }
                    }

                    IconButton {
                        objectName: "scan-photo-" + line.code
                        visible: lens.names.length > 0
                        glyph: "camera"
                        idle: root.files.running
                        text: qsTr("Take photos: %1").arg(line.label)
                        onClicked: {
                            const dialog = photo.get();
                            dialog.paper = line.code;
                            dialog.open();
                        }
                    }
                }
            }
        }

        AppText {
            Layout.fillWidth: true
            visible: root.mayScan
            text: qsTr("A file that is added here is a scan of its paper, and stands among the files of the record too.")
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

        property string paper: ""

        title: qsTr("Files of this paper")
        fileMode: FileDialog.OpenFiles
        onAccepted: root.files.add(source.selectedFiles, source.paper)
    }
}
