// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Every version of a record, newest first; any of them can be written once more.
ColumnLayout {
    id: root

    required property HistoryModel history
    /// An earlier version may be written once more.
    required property bool mayRestore
    /// Lines of a version that are shown unasked.
    readonly property int few: 6

    function fateOf(word: string): string {
        switch (word) {
        case "shown":
            return qsTr("shown now");
        case "superseded":
            return qsTr("replaced later");
        case "sibling":
            return qsTr("in conflict");
        case "beside":
            return qsTr("written at the same time");
        case "refused":
            return qsTr("refused by the district");
        default:
            return word;
        }
    }

    spacing: Theme.gap

    Notice {
        Layout.fillWidth: true
        mood: "danger"
        text: root.history.problem
    }

    Repeater {
        model: root.history

        Card {
            id: entry

            required property string version
            required property string by
            required property string station
            required property string when
            required property var writes
            required property string fate
            required property string claimed
            required property int index
            property bool whole: false

            Layout.fillWidth: true
            objectName: "version-" + index
            spacing: Theme.near

            GridLayout {
                Layout.fillWidth: true
                columns: root.width > Theme.twoColumnsFrom ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.tight

                AppText {
                    Layout.fillWidth: true
                    text: entry.by + (entry.station.length > 0 ? " · " + entry.station : "")
                    font.weight: Font.DemiBold
                }

                AppText {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    text: entry.when + " · " + root.fateOf(entry.fate)
                    color: entry.fate === "sibling" || entry.fate === "refused" ? Theme.danger : Theme.softInk
                    font.pixelSize: Theme.small
                }
            }

            AppText {
                Layout.fillWidth: true
                visible: entry.claimed.length > 0
                text: qsTr("The clock of that computer was wrong: it said %1.").arg(entry.claimed)
                color: Theme.warning
                font.pixelSize: Theme.small
            }

            Repeater {
                model: entry.whole ? entry.writes : entry.writes.slice(0, root.few)

                AppText {
                    required property var modelData

                    Layout.fillWidth: true
                    text: modelData.label + qsTr(": ") + modelData.text
                    font.pixelSize: Theme.small
                    maximumLineCount: 4
                    elide: Text.ElideRight
                }
            }

            AppButton {
                objectName: "more-" + entry.index
                visible: !entry.whole && entry.writes.length > root.few
                look: "quiet"
                glyph: "down"
                text: qsTr("Show all fields: %1").arg(entry.writes.length)
                onClicked: entry.whole = true
            }

            AppButton {
                objectName: "restore-" + entry.index
                visible: root.mayRestore && (entry.index > 0 || entry.fate !== "shown")
                look: "quiet"
                glyph: "undo"
                text: qsTr("Use this version again")
                onClicked: root.history.restore(entry.version)
            }
        }
    }

    AppButton {
        objectName: "older"
        visible: root.history.older !== "none"
        enabled: root.history.older === "ask"
        glyph: "clock"
        text: root.history.older === "fetching" ? qsTr("Fetching older history…") : qsTr("Fetch older history")
        onClicked: root.history.fetchOlder()
    }

    AppText {
        Layout.fillWidth: true
        objectName: "older-why"
        visible: root.history.older === "offline"
        text: qsTr("The older history is kept at the district. There is no link to it now; try again when there is one.")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }
}
