// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The records of one type: search, one filter, a list that reads on as it is scrolled.
AppPage {
    id: root

    required property StationSession session
    required property TypesModel types
    property string type: root.types.nameAt(0)
    /// A row word to begin with.
    property alias word: records.word
    /// The rail has the types already; without it they are chosen here.
    property bool hasRail: true
    readonly property alias model: records
    readonly property bool mayCreate: {
        root.types.count;
        return root.session.ready;
    }
    readonly property int margin: root.width > Theme.railFrom ? Theme.far : Theme.gap

    signal opened(string recordId)
    signal created(string type)

    function look(words: string) {
        search.text = words;
        records.text = words;
    }

    title: root.types.labelOf(root.type)

    RecordListModel {
        id: records

        session: root.session
        type: root.type
    }

    Timer {
        id: typing

        interval: Theme.searchDelay
        onTriggered: records.text = search.text
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Flickable {
            Layout.fillWidth: true
            Layout.preferredHeight: visible ? typeRow.implicitHeight + Theme.near : 0
            Layout.topMargin: visible ? Theme.near : 0
            visible: !root.hasRail
            contentWidth: typeRow.implicitWidth + 2 * root.margin
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Row {
                id: typeRow

                x: root.margin
                spacing: Theme.near

                Repeater {
                    model: root.types

                    Chip {
                        required property string name
                        required property string label

                        objectName: "type-" + name
                        text: label
                        checked: root.type === name
                        onClicked: {
                            root.type = name;
                            records.resetFilters();
                            search.text = "";
                        }
                    }
                }
            }
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.leftMargin: root.margin
            Layout.rightMargin: root.margin
            Layout.topMargin: root.hasRail ? root.margin : Theme.near
            columns: 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.near

            AppTextField {
                id: search

                Layout.fillWidth: true
                objectName: "search"
                label: qsTr("Search in %1").arg(root.title)
                placeholderText: qsTr("Search: any two characters")
                onTextEdited: typing.restart()
                onAccepted: {
                    typing.stop();
                    records.text = search.text;
                }
            }

            AppButton {
                objectName: "new"
                look: "primary"
                glyph: "plus"
                text: qsTr("New")
                Accessible.name: qsTr("New: %1").arg(root.title)
                onClicked: root.created(root.type)
            }
        }

        Flickable {
            Layout.fillWidth: true
            Layout.preferredHeight: filters.implicitHeight
            Layout.topMargin: Theme.near
            Layout.bottomMargin: Theme.near
            contentWidth: filters.implicitWidth + 2 * root.margin
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Row {
                id: filters

                x: root.margin
                spacing: Theme.near

                Repeater {
                    model: StateWords.all

                    Chip {
                        required property string modelData

                        objectName: "filter-" + modelData
                        text: StateWords.label(modelData)
                        checked: records.word === modelData
                        onClicked: records.word = checked ? "" : modelData
                    }
                }

                Chip {
                    objectName: "filter-bin"
                    text: qsTr("recycle bin")
                    checked: records.bin
                    onClicked: records.bin = !records.bin
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.leftMargin: root.margin
            Layout.rightMargin: root.margin
            Layout.bottomMargin: Theme.near
            objectName: "filter-notice"
            mood: records.problem.length > 0 ? "danger" : "calm"
            text: {
                if (records.problem.length > 0)
                    return records.problem;
                return records.filtered ? qsTr("Filters are on: not everything is shown.") : "";
            }
            action: records.filtered ? qsTr("Reset") : ""
            onPressed: {
                search.text = "";
                records.resetFilters();
            }
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            objectName: "records"
            model: records
            clip: true
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
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

                objectName: "row-" + index
                width: ListView.view.width
                leftPadding: root.margin
                rightPadding: root.margin
                onClicked: root.opened(recordId)
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
    }
}
