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
    /// An exchange file to be read as soon as there is a store that can; empty: none.
    property alias handed: opened.file

    readonly property SyncController sync: models.sync
    readonly property TypesModel types: models.types
    readonly property AttentionModel attention: models.attention
    readonly property ReviewModel queue: models.queue
    readonly property alias warden: warden
    readonly property alias leaving: leaveDialog
    readonly property alias guide: helpKey
    readonly property AppPage page: stack.currentItem as AppPage
    readonly property bool isWide: root.width >= Theme.railFrom
    /// Somebody sits here, and their records may be shown.
    readonly property bool isOpen: root.session.ready && !root.session.locked
    /// Where in the rail one is: home, review, types, figures, sync, settings, start or a record type.
    property string section: "home"

    /// The window is to be closed.
    signal closeAsked

    /// Leaves all pages, after asking if something would be lost.
    function leave(action: var) {
        leaveDialog.leave(action);
    }

    function place(section: string, component: Component, properties: var) {
        root.leave(() => {
                root.section = section;
                stack.clear();
                stack.push(component, properties);
            });
    }

    /// Everything is as this person finds it, what they left unsaved included.
    function begin() {
        leaveDialog.close();
        stack.clear();
        root.section = root.isOpen ? "home" : "start";
        stack.push(root.isOpen ? pages.home : root.session.ready ? pages.signIn : root.session.trouble.length > 0 ? pages.trouble : pages.start);
        const left = root.session.unfinished();
        if (root.isOpen && Object.keys(left).length > 0)
            stack.push(pages.form, left);
        if (root.isOpen)
            opened.take(root);
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

    function openFigure(figure: string, question: var) {
        stack.push(pages.figureRecords, {
                "figure": figure,
                "question": question
            });
    }

    function goBoard() {
        root.place("board", pages.board, {});
    }

    function openMonths(figure: string, question: var) {
        stack.push(pages.figureMonths, {
                "figure": figure,
                "question": question
            });
    }

    function openReport(question: var) {
        stack.push(pages.report, {
                "question": question
            });
    }

    function openClosedReport(number: real) {
        stack.push(pages.closedReport, {
                "number": number
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

    function importTable(type: string) {
        stack.push(pages.importing, {
                "type": type
            });
    }

    function goExports(): bool {
        return stack.push(pages.exports) !== null;
    }

    function goLocks(): bool {
        return stack.push(pages.locks) !== null;
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
        leaveDialog.goBack();
    }

    /// Opens the exchange file that the program was started with, where it is read.
    function showHanded(file: url) {
        root.place("sync", pages.syncing, {
                "handed": file
            });
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

    /// What was refused is on its way again.
    function mended(recordId: string) {
        root.toRecord(recordId);
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

    /// Takes the place of the page that is shown, and of the record below it if that has another name now.
    function toRecord(recordId: string) {
        stack.pop();
        const below = root.page as RecordPage;
        if (below && below.record.recordId === recordId)
            return;
        if (below)
            stack.pop();
        root.openRecord(recordId);
    }

    /// A form was submitted: the record takes its place.
    function written(recordId: string) {
        root.toRecord(recordId);
        toast.show(qsTr("Submitted. It goes to the district with the next sync."));
    }

    function enrol() {
        if (root.session.practising) {
            toast.show(qsTr("Leave practice first: samples join no district."));
            return;
        }
        stack.push(pages.enrol);
    }

    /// For pictures: the first page, over a store that is there.
    function showStart(): bool {
        stack.clear();
        return stack.push(pages.start) !== null;
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Fayi")
    Component.onCompleted: root.begin()
    Keys.onEscapePressed: root.goBack()

    Warden {
        id: warden

        session: root.session
        page: root.page
        onBegun: root.begin()
    }

    Connections {
        target: root.session

        function onRestored(aside: string) {
            toast.show(aside.length > 0 ? qsTr("The backup is in place. What was here before is kept in %1").arg(aside) : qsTr("The backup is in place."));
        }
    }

    Connections {
        target: models.danger

        function onMoved(aside: string) {
            toast.show(qsTr("What was here is kept in %1").arg(aside));
        }

        function onMissed(problem: string) {
            toast.show(problem);
        }
    }

    Models {
        id: models

        session: root.session
        syncing: root.syncing
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        Loader {
            Layout.fillHeight: true
            // A layout of Qt 6.4 that is hidden does not hear of what its model takes away.
            active: root.isWide && root.isOpen
            visible: active
            // qmllint disable unqualified
            sourceComponent: NavRail {
                session: root.session
                types: pages.nearTypes
                attention: models.attention.total
                section: root.section
                assessed: root.session.enrolled
                waiting: models.queue.mayReview ? models.queue.waiting : -1
                hasBoard: pages.hasBoard
                onReview: root.goReview()
                onHome: root.goHome()
                onListed: type => root.goList(type)
                onAll: root.goTypes()
                onFigures: root.goFigures()
                onAssessment: root.goAssessment()
                onBoard: root.goBoard()
                onSync: root.goSync()
                onSettings: root.goSettings()
                onHelp: helpKey.open()
                onLock: warden.lock()
                onSwitchUser: warden.switchUser()
            }
            // qmllint enable unqualified
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            TopBar {
                title: root.page?.title ?? ""
                mayGoBack: stack.depth > 1
                sync: models.sync
                troubles: models.attention.total
                room: root.width - (root.isWide && root.isOpen ? Theme.rail : 0)
                hasStatus: root.isOpen
                door: !root.isOpen || root.isWide ? "" : root.session.hasPin ? "lock" : root.session.people.length > 1 ? "people" : ""
                onBack: root.goBack()
                onPressed: answer => toast.show(answer)
                onDoorPressed: warden.lock()
            }

            PracticeBar {
                visible: root.session.practising
                mayEnd: root.session.mayEndPractice
                onEnded: root.leave(() => root.session.endPractice())
            }

            SyncNotice {
                sync: models.sync
            }

            T.StackView {
                id: stack

                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "stack"
                clip: true
                focus: true
                // A stack of Qt 6.4 without any transition keeps every page that was left.
                popExit: Transition {
                }
            }

            NavBar {
                visible: !root.isWide && root.isOpen
                section: /^(assessment|board)$/.test(root.section) ? "figures" : root.section
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
    }

    LeaveDialog {
        id: leaveDialog

        stack: stack
    }

    HelpKey {
        id: helpKey

        stack: stack
        help: pages.help
    }

    HandedFile {
        id: opened
    }

    PageSet {
        id: pages

        session: root.session
        preferences: root.preferences
        types: models.types
        attention: models.attention
        sync: models.sync
        danger: models.danger
        queue: models.queue
        hasBoard: models.queue.mayReview || models.locks.mayLock
        last: warden.last
        onReviewAsked: root.goReview()
        onAssessmentAsked: root.goAssessment()
        onBoardAsked: root.goBoard()
        onSyncAsked: root.goSync()
        onMonthsAsked: (figure, question) => root.openMonths(figure, question)
        onReportAsked: question => root.openReport(question)
        onClosedAsked: number => root.openClosedReport(number)
        onFoundAsked: (title, rows) => root.showFound(title, rows)
        onReviewed: recordId => root.reviewRecord(recordId)
        onFieldMended: (recordId, path) => root.mendField(recordId, path)
        onCreated: type => root.newRecord(type)
        onListed: type => root.goList(type)
        onAllAsked: root.goTypes()
        onSettingsAsked: root.goSettings()
        onLockAsked: warden.lock()
        onSwitchAsked: warden.switchUser()
        onFigureOpened: (figure, question) => root.openFigure(figure, question)
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
        onHelpAsked: helpKey.open()
        onCloseAsked: root.closeAsked()
        onImportAsked: type => root.importTable(type)
        onExportsAsked: root.goExports()
        onLocksAsked: root.goLocks()
        onLeaveAsked: action => root.leave(action)
    }
}
