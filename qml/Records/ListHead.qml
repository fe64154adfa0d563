// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What stands above a list: the search, the filters and the way back from them.
Rectangle {
    id: root

    required property RecordListModel records
    required property string title
    required property int margin

    /// The keyboard is in the search.
    readonly property alias searching: search.activeFocus

    signal created
    signal importAsked
    signal exportAsked
    signal filterAsked

    implicitHeight: column.implicitHeight
    color: Theme.ground

    Timer {
        id: typing

        interval: Theme.searchDelay
        onTriggered: root.records.text = search.text
    }

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0

        GridLayout {
            Layout.fillWidth: true
            Layout.leftMargin: root.margin
            Layout.rightMargin: root.margin
            Layout.topMargin: root.margin
            columns: 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.near

            AppTextField {
                id: search

                Layout.fillWidth: true
                objectName: "search"
                label: qsTr("Search in %1").arg(root.title)
                given: root.records.text
                placeholderText: root.width > Theme.twoColumnsFrom ? qsTr("Search: two characters, or initials") : qsTr("Search")
                onTextEdited: typing.restart()
                onAccepted: {
                    typing.stop();
                    root.records.text = search.text;
                }
            }

            AppButton {
                objectName: "new"
                look: "primary"
                glyph: "plus"
                text: qsTr("New")
                Accessible.name: qsTr("New: %1").arg(root.title)
                onClicked: root.created()
            }
        }

        Flow {
            Layout.fillWidth: true
            Layout.leftMargin: root.margin
            Layout.rightMargin: root.margin
            Layout.topMargin: Theme.tight
            spacing: Theme.near

            AppButton {
                objectName: "list-import"
                width: Math.min(implicitWidth, parent.width)
                look: "quiet"
                glyph: "down"
                text: qsTr("Import a table")
                onClicked: root.importAsked()
            }

            AppButton {
                objectName: "list-export"
                width: Math.min(implicitWidth, parent.width)
                look: "quiet"
                glyph: "up"
                enabled: root.records.count > 0
                text: qsTr("Export this list")
                onClicked: root.exportAsked()
            }
        }

        Flickable {
            id: strip

            readonly property Item focusItem: strip.Window.activeFocusItem

            /// Moves no further than needed for the word to be seen.
            function reveal(word) {
                const left = word.mapToItem(strip.contentItem, 0, 0).x - root.margin;
                const right = left + word.width + 2 * root.margin;
                strip.contentX = Math.max(0, Math.min(left, Math.max(strip.contentX, right - strip.width)));
            }

            Layout.fillWidth: true
            Layout.preferredHeight: filters.implicitHeight
            Layout.topMargin: Theme.near
            Layout.bottomMargin: Theme.near
            contentWidth: filters.implicitWidth + 2 * root.margin
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            onFocusItemChanged: if (strip.focusItem?.parent === filters)
                strip.reveal(strip.focusItem)

            Row {
                id: filters

                x: root.margin
                spacing: Theme.near

                AppButton {
                    objectName: "list-filter"
                    glyph: "settings"
                    text: root.records.narrowed > 0 ? qsTr("Filter and sort (%1)").arg(root.records.narrowed) : qsTr("Filter and sort")
                    onClicked: root.filterAsked()
                }

                Repeater {
                    model: StateWords.all

                    Chip {
                        required property string modelData

                        objectName: "filter-" + modelData
                        text: StateWords.label(modelData)
                        checked: root.records.word === modelData
                        onClicked: root.records.word = checked ? "" : modelData
                    }
                }

                Chip {
                    objectName: "filter-bin"
                    text: qsTr("recycle bin")
                    checked: root.records.bin
                    onClicked: root.records.bin = !root.records.bin
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.leftMargin: root.margin
            Layout.rightMargin: root.margin
            Layout.bottomMargin: Theme.near
            objectName: "filter-notice"
            mood: root.records.problem.length > 0 ? "danger" : "calm"
            text: {
                if (root.records.problem.length > 0)
                    return root.records.problem;
                if (root.records.narrowed > 0)
                    return qsTr("Filters are on (%1): not everything is shown.").arg(root.records.narrowedTo);
                return root.records.filtered ? qsTr("Filters are on: not everything is shown.") : "";
            }
            action: root.records.filtered ? qsTr("Reset") : ""
            onPressed: {
                search.text = "";
                root.records.resetFilters();
            }
        }
    }
}
