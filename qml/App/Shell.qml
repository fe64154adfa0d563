// SPDX-License-Identifier: Apache-2.0
// long: every way from page to page, in a line or two each
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Records
import Fayi.Theme
import Fayi.Ui

/// What fills the window: the ways around, the status pill, and the pages one on top of the other.
FocusScope {
    id: root

    required property StationSession session
    required property Preferences preferences
    /// False: nothing is sent; for pictures.
    property bool syncing: true

    readonly property alias sync: syncController
    readonly property alias types: typesModel
    readonly property alias attention: attentionModel
    readonly property alias queue: reviewModel
    readonly property AppPage page: stack.currentItem as AppPage
    readonly property bool isWide: root.width >= Theme.railFrom
    /// Where in the rail one is: home, review, types, figures, sync, settings, start or a record type.
    property string section: "home"

    readonly property string barSection: {
        if (/^(assessment|board)$/.test(root.section))
            return "figures";
        return /^(home|figures|sync|settings)$/.test(root.section) ? root.section : "list";
    }

    /// Leaves the page that is shown, after asking if something would be lost.
    function leave(action: var) {
        if (root.page && root.page.dirty)
            leaving.ask(root.page, action);
        else
            action();
    }

    function place(section: string, component: Component, properties: var) {
        root.leave(() => {
                root.section = section;
                stack.clear();
                stack.push(component, properties);
            });
    }

    function begin() {
        root.section = root.session.ready ? "home" : "start";
        stack.clear();
        stack.push(root.session.ready ? pages.home : pages.start);
    }

    function goHome() {
        root.place("home", pages.home, {});
    }

    function goList(type: string) {
        root.place(type, pages.list, {
                "type": type
            });
    }

    function goTypes() {
        root.place("types", pages.allTypes, {});
    }

    function goSync() {
        root.place("sync", pages.syncing, {});
    }

    function goFigures() {
        root.place("figures", pages.figures, {});
    }

    function openFigure(figure: string, from: string, to: string) {
        stack.push(pages.figureRecords, {
                "figure": figure,
                "from": from,
                "to": to
            });
    }

    function goBoard() {
        root.place("board", pages.board, {});
    }

    function openMonths(figure: string, from: string, to: string) {
        stack.push(pages.figureMonths, {
                "figure": figure,
                "from": from,
                "to": to
            });
    }

    function goAssessment() {
        root.place("assessment", pages.assessment, {});
    }

    function showFound(title: string, rows: var) {
        stack.push(pages.found, {
                "title": title,
                "rows": rows
            });
    }

    function goReview() {
        root.place("review", pages.review, {});
    }

    function reviewRecord(recordId: string) {
        stack.push(pages.reviewRecord, {
                "recordId": recordId
            });
    }

    function goSettings() {
        root.place("settings", pages.settings, {});
    }

    function goBack() {
        if (stack.depth > 1)
            root.leave(() => stack.pop());
    }

    function newRecord(type: string) {
        stack.push(pages.form, {
                "type": type
            });
    }

    function editRecord(recordId: string) {
        stack.push(pages.form, {
                "recordId": recordId
            });
    }

    /// What a return asks for, beginning at a field.
    function mendField(recordId: string, path: string) {
        stack.push(pages.form, {
                "recordId": recordId,
                "path": path
            });
    }

    function mendChange(change: string) {
        stack.push(pages.form, {
                "change": change
            });
    }

    /// What was refused is on its way again; a record that the district never had has another name now.
    function mended(recordId: string) {
        stack.pop();
        const below = root.page as RecordPage;
        if (below && below.record.recordId !== recordId)
            stack.pop();
        if (!below || below.record.recordId !== recordId)
            root.openRecord(recordId);
        toast.show(qsTr("It goes to the district again with the next sync."));
    }

    function openRecord(recordId: string) {
        stack.push(pages.record, {
                "recordId": recordId
            });
    }

    function settle(recordId: string) {
        stack.push(pages.conflict, {
                "recordId": recordId
            });
    }

    /// Takes the place of the page that is shown.
    function toRecord(recordId: string) {
        stack.pop();
        const below = root.page as RecordPage;
        if (!below || below.record.recordId !== recordId)
            root.openRecord(recordId);
    }

    /// A form was submitted: the record takes its place.
    function written(recordId: string) {
        root.toRecord(recordId);
        toast.show(qsTr("Submitted. It goes to the district with the next sync."));
    }

    function enrol() {
        stack.push(pages.enrol);
    }

    /// For pictures: the first page, over a store that is there.
    function showStart() {
        stack.clear();
        stack.push(pages.start);
    }

    function pressPill() {
        if (syncController.syncNow())
            toast.show(syncController.problem.length > 0 ? qsTr("Queued: it goes by itself as soon as there is a link.") : qsTr("Syncing…"));
        else
            toast.show(qsTr("There is no server yet. Everything you write is kept on this computer."));
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Fayi")
    Component.onCompleted: root.begin()
    Keys.onEscapePressed: root.goBack()

    Connections {
        target: root.session
        property bool wasReady: root.session.ready

        function onIdentityChanged() {
            if (wasReady !== root.session.ready) {
                wasReady = root.session.ready;
                root.begin();
            }
        }
    }

    TypesModel {
        id: typesModel

        session: root.session
    }

    AttentionModel {
        id: attentionModel

        session: root.session
    }

    ReviewModel {
        id: reviewModel

        session: root.session
    }

    SyncController {
        id: syncController

        active: root.syncing
        session: root.session
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        NavRail {
            Layout.fillHeight: true
            visible: root.isWide && root.session.ready
            types: pages.nearTypes
            attention: attentionModel.count
            section: root.section
            assessed: root.session.enrolled
            waiting: reviewModel.mayReview ? reviewModel.waiting : -1
            onReview: root.goReview()
            onHome: root.goHome()
            onListed: type => root.goList(type)
            onAll: root.goTypes()
            onFigures: root.goFigures()
            onAssessment: root.goAssessment()
            onBoard: root.goBoard()
            onSync: root.goSync()
            onSettings: root.goSettings()
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            TopBar {
                Layout.fillWidth: true
                title: root.page?.title ?? ""
                mayGoBack: stack.depth > 1
                sync: syncController
                troubles: attentionModel.count
                room: root.width - (root.isWide && root.session.ready ? Theme.rail : 0)
                hasStatus: root.session.ready
                onBack: root.goBack()
                onPressed: root.pressPill()
            }

            SyncNotice {
                Layout.fillWidth: true
                Layout.margins: visible ? Theme.near : 0
                Layout.preferredHeight: Math.min(implicitHeight, root.height / 2)
                sync: syncController
            }

            T.StackView {
                id: stack

                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "stack"
                clip: true
                focus: true
            }

            NavBar {
                Layout.fillWidth: true
                visible: !root.isWide && root.session.ready
                section: root.barSection
                onHome: root.goHome()
                onListed: root.goTypes()
                onFigures: root.goFigures()
                onSync: root.goSync()
                onSettings: root.goSettings()
            }
        }
    }

    Toast {
        id: toast

        objectName: "toast"
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottomMargin: Theme.touch + Theme.far
        width: Math.min(Theme.dialog, parent.width - 2 * Theme.gap)
    }

    LeaveDialog {
        id: leaving
    }

    PageSet {
        id: pages

        session: root.session
        preferences: root.preferences
        types: typesModel
        attention: attentionModel
        sync: syncController
        queue: reviewModel
        onReviewAsked: root.goReview()
        onAssessmentAsked: root.goAssessment()
        onBoardAsked: root.goBoard()
        onSyncAsked: root.goSync()
        onMonthsAsked: (figure, from, to) => root.openMonths(figure, from, to)
        onFoundAsked: (title, rows) => root.showFound(title, rows)
        onReviewed: recordId => root.reviewRecord(recordId)
        onFieldMended: (recordId, path) => root.mendField(recordId, path)
        onCreated: type => root.newRecord(type)
        onListed: type => root.goList(type)
        onAllAsked: root.goTypes()
        onFigureOpened: (figure, from, to) => root.openFigure(figure, from, to)
        onOpened: recordId => root.openRecord(recordId)
        onReopened: recordId => root.toRecord(recordId)
        onWritten: recordId => root.written(recordId)
        onMendAsked: change => root.mendChange(change)
        onMended: recordId => root.mended(recordId)
        onEdited: recordId => root.editRecord(recordId)
        onSettled: recordId => root.settle(recordId)
        onRemoved: root.goBack()
        onEnrolAsked: root.enrol()
        onEnrolled: root.begin()
    }
}
