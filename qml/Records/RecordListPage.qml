// SPDX-License-Identifier: Apache-2.0
// The views of Qt 6.4 refuse bound headers, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Tables
import Fayi.Theme
import Fayi.Ui

/// The records of one type: search, filters, a list that reads on as it is scrolled.
AppPage {
    id: root

    required property StationSession session
    required property TypesModel types
    property string type: root.types.nameAt(0)
    /// A row word to begin with.
    property alias word: records.word
    readonly property alias model: records
    /// The dialog, once it was opened.
    readonly property var exporting: exports.item
    /// Too low to keep the search in sight all the time.
    readonly property bool isLow: root.height < 7 * Theme.textArea
    readonly property int margin: root.width > Theme.railFrom ? Theme.far : Theme.gap

    signal opened(string recordId)
    signal created(string type)
    signal importAsked(string type)

    function look(words: string) {
        records.text = words;
    }

    /// The row that gets the keyboard comes into sight, below what stands above the list too.
    function show(row: Item) {
        const head = list.headerItem;
        if (row.y < Math.max(list.contentY, head.y + head.height))
            list.contentY = row.y - head.height;
        else if (row.y + row.height > list.contentY + list.height)
            list.contentY = row.y + row.height - list.height;
    }

    chapter: "list"
    title: {
        root.session.language;
        return root.types.labelOf(root.type);
    }

    RecordListModel {
        id: records

        session: root.session
        type: root.type
    }

    ListView {
        id: list

        anchors.fill: parent
        objectName: "records"
        model: records
        // A list gives the keyboard to its current row whenever its rows come anew: there is none while somebody
        // writes in the search above them.
        currentIndex: -1
        header: ListHead {
            z: 2
            onImplicitHeightChanged: Qt.callLater(list.positionViewAtBeginning)
            width: ListView.view.width
            records: root.model
            title: root.title
            margin: root.margin
            onSearchingChanged: if (searching)
                list.currentIndex = -1
            onCreated: root.created(root.type)
            onImportAsked: root.importAsked(root.type)
            onExportAsked: exports.get().begin()
            onFilterAsked: filters.get().open()
        }
        headerPositioning: root.isLow ? ListView.PullBackHeader : ListView.OverlayHeader
        clip: true
        reuseItems: true
        onContentYChanged: if (list.contentY + 2 * list.height > list.originY + list.contentHeight)
            records.readOn()
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: root.title
        T.ScrollBar.vertical: AppScrollBar {
        }

        delegate: ListDelegate {
            required property string recordId
            required property int index
            required secondary
            required word
            required standing

            objectName: "row-" + index
            width: ListView.view.width
            // Behind what stands above them, the rows together are one stop of the tabulator.
            focusPolicy: index === Math.max(0, list.currentIndex) ? Qt.StrongFocus : Qt.ClickFocus
            onActiveFocusChanged: if (activeFocus) {
                list.currentIndex = index;
                root.show(this);
            }
            leftPadding: root.margin
            rightPadding: root.margin
            onClicked: root.opened(recordId)
        }
    }

    FocusSight {
        view: list
        within: list.headerItem
    }

    OnDemand {
        id: filters

        sourceComponent: FilterDialog {
            records: root.model
            onClosed: {
                // Whoever came from the search had no row.
                list.currentIndex = Math.max(0, list.currentIndex);
                (list.currentItem ?? list).forceActiveFocus();
            }
        }
    }

    OnDemand {
        id: exports

        sourceComponent: ExportDialog {
            session: root.session
            records: root.model
            what: root.title
        }
    }

    AppText {
        anchors.centerIn: parent
        width: parent.width - 2 * root.margin
        visible: list.count === 0
        horizontalAlignment: Text.AlignHCenter
        text: records.filtered ? qsTr("Nothing found.") : qsTr("Nothing here yet. Press “New” to write the first one.")
        color: Theme.softInk
    }
}
