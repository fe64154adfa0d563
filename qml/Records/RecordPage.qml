// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// A record: read first, edited second; its history beside it.
AppPage {
    id: root

    required property StationSession session
    required property Preferences preferences
    required property SyncController sync
    /// As it was opened; view.recordId follows when the store goes on under new names.
    required property string recordId
    readonly property alias record: view
    readonly property alias history: versions
    readonly property alias attachments: files
    readonly property alias files: attached
    readonly property alias dossier: papers
    readonly property alias printer: actions.printer
    readonly property alias queue: actions.queue
    property alias tab: tabs.current

    signal edit(string recordId)
    /// What a return asks for, beginning at this field.
    signal mendField(string recordId, string path)
    signal settle(string recordId)
    signal mend(string change)
    signal opened(string recordId)
    signal removed

    /// To the line of a field; what is empty has none, and is written in the form.
    function showField(path: string) {
        tabs.current = "content";
        const line = Array.from({
                "length": lines.count
            }, (_, i) => lines.itemAt(i)).find(one => one.path === path || one.path.startsWith(path + "/"));
        if (line)
            scroll.revealSoon(line);
        else if (view.mayEdit)
            root.mendField(view.recordId, path);
    }

    chapter: "record"
    title: view.typeLabel

    RecordView {
        id: view

        session: root.session
        recordId: root.recordId
    }

    HistoryModel {
        id: versions

        session: root.session
        sync: root.sync
        recordId: view.recordId
        uncovered: view.uncovered
    }

    AttachmentsModel {
        id: files

        session: root.session
        sync: root.sync
        recordId: view.recordId
    }

    DossierModel {
        id: papers

        session: root.session
        recordId: view.recordId
    }

    DropArea {
        anchors.fill: parent
        enabled: tabs.current === "attachments" && view.mayEdit
        onDropped: drop => {
            if (drop.hasUrls)
                files.add(drop.urls);
        }
    }

    ScrollColumn {
        id: scroll

        anchors.fill: parent

        AppText {
            Layout.fillWidth: true
            objectName: "record-title"
            text: view.found ? view.title : qsTr("This record is not on this computer.")
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        // Qt 6.4 lays tags out badly that come and go; and with large type they need lines of their own.
        Flow {
            id: tags

            Layout.fillWidth: true
            spacing: Theme.near

            StateTag {
                objectName: "record-word"
                word: view.word
            }

            StateTag {
                objectName: "record-void"
                word: Object.keys(view.voided).length > 0 ? "void" : ""
            }

            StateTag {
                objectName: "record-restricted"
                word: Object.keys(view.restricted).length > 0 ? "restricted" : ""
            }

            StateTag {
                objectName: "record-changed"
                word: view.changedSinceVerified ? "changed" : ""
            }

            AppText {
                width: Math.min(implicitWidth, tags.width)
                topPadding: Theme.tight
                text: Array.from([view.org, view.updated]).filter(part => part.length > 0).join("  ·  ")
                color: Theme.softInk
                font.pixelSize: Theme.small
            }
        }

        AppText {
            Layout.fillWidth: true
            objectName: "record-received"
            visible: view.received.length > 0
            text: qsTr("Receipt of the district: %1").arg(view.received)
            color: Theme.softInk
            font.pixelSize: Theme.small
        }

        RecordStanding {
            Layout.fillWidth: true
            record: view
            onOpened: recordId => root.opened(recordId)
            onLiftAsked: actions.askLift()
        }

        Notice {
            Layout.fillWidth: true
            objectName: "conflict-notice"
            mood: "danger"
            text: view.conflicts > 0 ? qsTr("Several people wrote here without seeing each other. Fields to settle: %1").arg(view.conflicts) : ""
            action: qsTr("Settle")
            onPressed: root.settle(view.recordId)
        }

        AppText {
            Layout.fillWidth: true
            objectName: "record-verified"
            visible: view.verified.length > 0
            text: qsTr("Verified by %1").arg(view.verified)
            color: Theme.softInk
            font.pixelSize: Theme.small
        }

        Notice {
            Layout.fillWidth: true
            objectName: "refusal-notice"
            mood: "danger"
            text: view.refusal.length > 0 ? qsTr("The district did not take this: %1").arg(view.refusal) : ""
            action: qsTr("Mend and send again")
            onPressed: root.mend(view.refusedChange)
        }

        Notice {
            Layout.fillWidth: true
            mood: "warning"
            text: view.clockWasWrong ? qsTr("Written on a computer whose clock was wrong; the history says more. The dates in the record are as they were written.") : ""
        }

        Notice {
            Layout.fillWidth: true
            mood: "warning"
            text: view.deleted ? qsTr("This record is in the recycle bin.") : ""
        }

        Notice {
            Layout.fillWidth: true
            mood: "warning"
            text: view.changedSinceVerified ? qsTr("Changed since it was verified; it does not count until somebody looks at it again.") : ""
        }

        RemarkList {
            Layout.fillWidth: true
            record: view
            onMend: path => root.mendField(view.recordId, path)
        }

        Notice {
            Layout.fillWidth: true
            objectName: "record-problem"
            mood: "danger"
            text: view.problem
        }

        Notice {
            Layout.fillWidth: true
            objectName: "obstacles"
            mood: "warning"
            text: view.obstacles.length > 0 ? qsTr("Before it can be submitted:") + "\n" + Array.from(view.obstacles).join("\n") : ""
        }

        RecordActions {
            id: actions

            Layout.fillWidth: true
            Layout.topMargin: implicitHeight > 0 ? 0 : -scroll.spacing
            record: view
            preferences: root.preferences
            onEdit: root.edit(view.recordId)
            onRemoved: root.removed()
        }

        RecordTabs {
            id: tabs

            Layout.fillWidth: true
            record: view
            files: files
            dossier: papers
            history: versions
        }

        Card {
            Layout.fillWidth: true
            visible: tabs.current === "content" && view.found

            GridLayout {
                id: grid

                Layout.fillWidth: true
                columns: scroll.width > Theme.twoColumnsFrom ? 2 : 1
                columnSpacing: Theme.far
                rowSpacing: Theme.gap

                Repeater {
                    id: lines

                    model: view

                    RecordLine {
                        onRevealed: view.reveal(path)
                        Layout.columnSpan: isWide ? grid.columns : 1
                    }
                }
            }
        }

        AttachmentList {
            id: attached

            Layout.fillWidth: true
            visible: tabs.current === "attachments"
            session: root.session
            files: files
            mayEdit: view.mayEdit
        }

        DossierList {
            Layout.fillWidth: true
            visible: tabs.current === "dossier"
            session: root.session
            dossier: papers
            files: files
            mayEdit: view.mayEdit
        }

        RemarkTab {
            Layout.fillWidth: true
            visible: tabs.current === "remarks"
            record: view
            onFieldAsked: path => root.showField(path)
        }

        HistoryList {
            Layout.fillWidth: true
            visible: tabs.current === "history"
            history: versions
            mayRestore: view.mayEdit
        }
    }
}
