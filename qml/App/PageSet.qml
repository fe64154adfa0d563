// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Fayi.Assessment
import Fayi.Board
import Fayi.Conflicts
import Fayi.Figures
import Fayi.Help
import Fayi.Home
import Fayi.Records
import Fayi.Review
import Fayi.Settings
import Fayi.Start
import Fayi.Sync
import Fayi.Tables
import Fayi.Ui

/// Every page of the window. Where their signals lead is the shell's affair.
Item {
    id: root

    required property StationSession session
    required property Preferences preferences
    required property TypesModel types
    required property AttentionModel attention
    required property SyncController sync
    required property DangerController danger
    required property ReviewModel queue
    /// There are units for this person to see.
    property bool hasBoard: false
    /// Who sat here last.
    required property var last

    /// Those this person writes most.
    readonly property TypesModel nearTypes: TypesModel {
        nearOnly: true
        session: root.session
    }
    /// They outlive the home page: what looks through the store is not waited for when one leaves it.
    readonly property DueModel due: DueModel {
        session: root.session
    }
    readonly property MonthModel month: MonthModel {
        session: root.session
    }
    readonly property BackupController backup: BackupController {
        session: root.session
    }
    readonly property Component start: Component {
        StartPage {
            session: root.session
            backup: root.backup
            preferences: root.preferences
        }
    }
    readonly property Component trouble: Component {
        TroublePage {
            session: root.session
            preferences: root.preferences
            onCloseAsked: root.closeAsked()
        }
    }
    readonly property Component signIn: Component {
        SignInPage {
            session: root.session
            preferences: root.preferences
            chosen: root.last
        }
    }
    readonly property Component home: Component {
        HomePage {
            session: root.session
            types: root.nearTypes
            attention: root.attention
            due: root.due
            month: root.month
            waiting: root.queue.waiting
            onReviewAsked: root.reviewAsked()
            onBehind: (title, rows) => root.foundAsked(title, rows)
            onCreated: type => root.created(type)
            onListed: type => root.listed(type)
            onAllAsked: root.allAsked()
            onOpened: recordId => root.opened(recordId)
            onSettle: recordId => root.settled(recordId)
            onSettings: root.settingsAsked()
        }
    }
    readonly property Component allTypes: Component {
        TypesPage {
            types: root.types
            onCreated: type => root.created(type)
            onListed: type => root.listed(type)
            onImportAsked: root.importAsked("")
        }
    }
    readonly property Component list: Component {
        RecordListPage {
            session: root.session
            types: root.types
            onOpened: recordId => root.opened(recordId)
            onCreated: type => root.created(type)
            onImportAsked: type => root.importAsked(type)
        }
    }
    readonly property Component importing: Component {
        ImportPage {
            session: root.session
            onBehind: (title, rows) => root.foundAsked(title, rows)
            onListed: type => root.listed(type)
        }
    }
    readonly property Component exports: Component {
        ExportsPage {
            session: root.session
        }
    }
    readonly property Component locks: Component {
        LocksPage {
            session: root.session
            onChanged: root.sync.syncNow()
        }
    }
    readonly property Component form: Component {
        FormPage {
            session: root.session
            onSubmitted: recordId => root.written(recordId)
            onMended: recordId => root.mended(recordId)
        }
    }
    readonly property Component record: Component {
        RecordPage {
            session: root.session
            preferences: root.preferences
            sync: root.sync
            onEdit: recordId => root.edited(recordId)
            onMendField: (recordId, path) => root.fieldMended(recordId, path)
            onSettle: recordId => root.settled(recordId)
            onMend: change => root.mendAsked(change)
            onOpened: recordId => root.opened(recordId)
            onRemoved: root.removed()
        }
    }
    readonly property Component review: Component {
        ReviewPage {
            queue: root.queue
            onOpened: recordId => root.reviewed(recordId)
        }
    }
    readonly property Component reviewRecord: Component {
        ReviewRecordPage {
            session: root.session
            queue: root.queue
            onSettle: recordId => root.settled(recordId)
            onOpened: recordId => root.opened(recordId)
            onFinished: root.removed()
        }
    }
    readonly property Component conflict: Component {
        ConflictPage {
            session: root.session
            onOpened: recordId => root.reopened(recordId)
        }
    }
    readonly property Component syncing: Component {
        SyncPage {
            session: root.session
            sync: root.sync
            attention: root.attention
            danger: root.danger
            onOpened: recordId => root.opened(recordId)
            onSettle: recordId => root.settled(recordId)
            onMend: change => root.mendAsked(change)
            onEnrol: root.enrolAsked()
            onSettingsAsked: root.settingsAsked()
        }
    }
    readonly property Component settings: Component {
        SettingsPage {
            session: root.session
            preferences: root.preferences
            sync: root.sync
            backup: root.backup
            onEnrol: root.enrolAsked()
            onLock: root.lockAsked()
            onSwitchUser: root.switchAsked()
            onHelpAsked: root.helpAsked()
            onExportsAsked: root.exportsAsked()
            onLeaveAsked: action => root.leaveAsked(action)
        }
    }
    readonly property Component help: Component {
        HelpPage {
            session: root.session
        }
    }
    readonly property Component enrol: Component {
        EnrolPage {
            session: root.session
            onEnrolled: root.enrolled()
        }
    }

    readonly property Component figures: Component {
        FiguresPage {
            session: root.session
            onOpened: (figure, question) => root.figureOpened(figure, question)
            mayReview: root.hasBoard
            onAssessmentAsked: root.assessmentAsked()
            onBoardAsked: root.boardAsked()
            onMonths: (figure, question) => root.monthsAsked(figure, question)
            onReportAsked: question => root.reportAsked(question)
        }
    }
    readonly property Component report: Component {
        ReportPage {
            session: root.session
            onClosedAsked: number => root.closedAsked(number)
        }
    }
    readonly property Component closedReport: Component {
        ClosedReportPage {
            session: root.session
            onOpened: recordId => root.opened(recordId)
        }
    }
    readonly property Component assessment: Component {
        AssessmentPage {
            session: root.session
            onOpened: recordId => root.opened(recordId)
            onBehind: (title, rows) => root.foundAsked(title, rows)
        }
    }
    readonly property Component board: Component {
        BoardPage {
            session: root.session
            attention: root.attention
            onBehind: (title, rows) => root.foundAsked(title, rows)
            onTroublesAsked: root.syncAsked()
            onLocksAsked: root.locksAsked()
        }
    }
    readonly property Component figureMonths: Component {
        FigureMonthsPage {
            session: root.session
        }
    }
    readonly property Component found: Component {
        FoundPage {
            onOpened: recordId => root.opened(recordId)
        }
    }
    readonly property Component figureRecords: Component {
        FigureRecordsPage {
            session: root.session
            onOpened: recordId => root.opened(recordId)
        }
    }

    signal figureOpened(string figure, var question)
    signal assessmentAsked
    signal boardAsked
    signal syncAsked
    signal monthsAsked(string figure, var question)
    signal reportAsked(var question)
    signal closedAsked(real number)
    /// The records behind a number.
    signal foundAsked(string title, var rows)
    signal reviewAsked
    signal reviewed(string recordId)
    /// What a return asks for is mended, beginning at this field.
    signal fieldMended(string recordId, string path)
    signal created(string type)
    signal listed(string type)
    signal allAsked
    signal settingsAsked
    signal lockAsked
    signal switchAsked
    signal opened(string recordId)
    /// A record takes the place of the page that is shown.
    signal reopened(string recordId)
    signal written(string recordId)
    signal mendAsked(string change)
    signal mended(string recordId)
    signal edited(string recordId)
    signal settled(string recordId)
    signal removed
    /// A table is to be imported as records of a type; empty: of one to be chosen.
    signal importAsked(string type)
    signal exportsAsked
    signal locksAsked
    /// All pages are left, after asking if something would be lost.
    signal leaveAsked(var action)
    signal enrolAsked
    signal enrolled
    signal helpAsked
    /// There is nothing to be done here.
    signal closeAsked
}
