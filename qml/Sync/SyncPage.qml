// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The three facts at length, the button, what waits, and what the district did not take.
AppPage {
    id: root

    required property StationSession session
    required property SyncController sync
    required property AttentionModel attention
    required property DangerController danger
    property string told: ""
    /// An answer of the district that the program was started with; empty: none.
    property url handed
    readonly property alias linkTest: linkCard.steps
    readonly property alias stick: stickCard.stick
    readonly property alias dangerZone: dangerCard

    signal opened(string recordId)
    signal settle(string recordId)
    signal mend(string change)
    signal enrol
    signal settingsAsked

    function press(recordsOnly) {
        const answer = words.press(recordsOnly);
        // While it runs the button says so.
        root.told = root.sync.link === "failing" || root.sync.problem.length > 0 || !root.session.enrolled ? answer : "";
    }

    chapter: "sync"
    title: qsTr("Sync")
    Component.onCompleted: {
        root.attention.showFirst();
        if (stickCard.asked)
            settling.start();
    }

    SyncWords {
        id: words

        sync: root.sync
    }

    SyncDaysModel {
        id: syncDays

        session: root.session
    }

    RecordListModel {
        id: waiting

        session: root.session
        word: "waiting"
    }

    /// The card is below what the window shows; the layout is known by then.
    Timer {
        id: settling

        interval: 0
        onTriggered: scroll.reveal(stickCard)
    }

    ScrollColumn {
        id: scroll

        anchors.fill: parent

        GridLayout {
            Layout.fillWidth: true
            columns: scroll.width > Theme.twoColumnsFrom ? 3 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.near

            FactCard {
                objectName: "fact-waiting"
                glyph: "up"
                name: qsTr("To send")
                fact: root.sync.practising ? words.practice : words.waiting
                mood: words.waits ? "warning" : root.sync.practising ? "calm" : "good"
            }

            FactCard {
                objectName: "fact-last"
                glyph: "clock"
                name: qsTr("Last sync that worked")
                fact: words.last
            }

            FactCard {
                objectName: "fact-link"
                glyph: "link"
                name: qsTr("Link to the district")
                fact: words.link
                mood: root.sync.link === "failing" ? "warning" : (root.sync.link === "fine" ? "good" : "calm")
            }
        }

        Notice {
            Layout.fillWidth: true
            objectName: "sync-problem"
            mood: "warning"
            text: root.sync.problem.length > 0 ? root.sync.problem + "\n" + qsTr("Nothing is lost: everything is on this computer and goes when there is a link.") : ""
        }

        Notice {
            Layout.fillWidth: true
            objectName: "clock-note"
            mood: "warning"
            text: root.sync.clockNote
        }

        Notice {
            Layout.fillWidth: true
            objectName: "sync-told"
            text: root.told
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap

            AppButton {
                objectName: "sync-now"
                width: Math.min(implicitWidth, parent.width)
                visible: root.session.enrolled
                look: "primary"
                glyph: "sync"
                text: root.sync.running ? qsTr("Syncing…") : qsTr("Sync now")
                onClicked: root.press(false)
            }

            AppButton {
                objectName: "join"
                width: Math.min(implicitWidth, parent.width)
                visible: !root.sync.practising
                look: root.session.enrolled ? "plain" : "primary"
                glyph: "person"
                text: root.session.enrolled ? qsTr("Add a person to this computer") : qsTr("Join a district")
                onClicked: root.enrol()
            }
        }

        SendCards {
            Layout.fillWidth: true
            visible: root.session.enrolled
            sync: root.sync
            onRecordsPressed: root.press(true)
        }

        AppText {
            Layout.fillWidth: true
            text: root.session.enrolled ? qsTr("%1 · server %2").arg(root.session.district).arg(root.session.server) : root.sync.practising ? qsTr("Samples join no district. Your real records are not touched.") : qsTr("This computer works without a server. What you write now comes along when it joins a district.")
            color: Theme.softInk
            font.pixelSize: Theme.small
        }

        Heading {
            Layout.fillWidth: true
            text: qsTr("Needs attention")
        }

        AttentionList {
            Layout.fillWidth: true
            attention: root.attention
            detailed: true
            onOpened: recordId => root.opened(recordId)
            onSettle: recordId => root.settle(recordId)
            onMend: change => root.mend(change)
        }

        Heading {
            Layout.fillWidth: true
            visible: root.session.enrolled
            text: qsTr("Check the link")
        }

        LinkTestCard {
            id: linkCard

            Layout.fillWidth: true
            visible: root.session.enrolled
            session: root.session
        }

        Heading {
            Layout.fillWidth: true
            visible: stickCard.visible
            text: qsTr("By stick")
        }

        StickCard {
            id: stickCard

            Layout.fillWidth: true
            visible: root.session.enrolled || stickCard.asked
            session: root.session
            handed: root.handed
        }

        Heading {
            Layout.fillWidth: true
            visible: !root.sync.practising
            text: qsTr("Waiting to be sent")
        }

        Card {
            Layout.fillWidth: true
            visible: !root.sync.practising
            padding: 0
            spacing: 0

            AppText {
                Layout.fillWidth: true
                Layout.margins: Theme.wide
                visible: waiting.count === 0
                objectName: "no-record-waits"
                text: root.sync.filesWaiting > 0 ? qsTr("No record waits any more. Files that go after them: %1.").arg(root.sync.filesSize) : qsTr("Nothing waits.")
                color: Theme.softInk
            }

            Repeater {
                model: waiting

                ListDelegate {
                    required property string recordId
                    required property int index
                    required secondary
                    required word
                    required standing

                    Layout.fillWidth: true
                    objectName: "waiting-" + index
                    inCard: true
                    last: index === waiting.count - 1
                    onClicked: root.opened(recordId)
                }
            }

            AppButton {
                Layout.margins: Theme.wide
                objectName: "waiting-more"
                visible: waiting.more
                text: qsTr("Show more")
                onClicked: waiting.readOn()
            }
        }

        Heading {
            Layout.fillWidth: true
            visible: daysCard.visible
            text: qsTr("Day by day")
        }

        DaysCard {
            id: daysCard

            Layout.fillWidth: true
            visible: root.session.enrolled
            days: syncDays
        }

        DangerCard {
            id: dangerCard

            Layout.fillWidth: true
            visible: !root.sync.practising
            session: root.session
            sync: root.sync
            danger: root.danger
            onSettingsAsked: root.settingsAsked()
        }
    }
}
