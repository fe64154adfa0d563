// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick

/// The one word that every record carries, in the language of the person.
QtObject {
    id: root

    /// In the order in which a filter offers them; what is being sent is found among what waits.
    readonly property var all: ["draft", "waiting", "received", "verified", "changed", "returned", "conflict", "refused", "void", "restricted"]

    function label(word: string): string {
        switch (word) {
        case "draft":
            return qsTr("draft");
        case "waiting":
            return qsTr("waiting");
        case "sending":
            return qsTr("sending");
        case "received":
            return qsTr("at the district");
        case "verified":
            return qsTr("verified");
        case "returned":
            return qsTr("returned");
        case "conflict":
            return qsTr("conflict");
        case "refused":
            return qsTr("refused");
        case "void":
            return qsTr("void");
        case "restricted":
            return qsTr("restricted");
        case "changed":
            return qsTr("changed since verified");
        case "submitted":
            return qsTr("submitted");
        case "again":
            return qsTr("sent again");
        case "practice":
            return qsTr("practice");
        case "overdue":
            return qsTr("overdue");
        case "today":
            return qsTr("due today");
        case "soon":
            return qsTr("due soon");
        case "open":
            return qsTr("open");
        case "settled":
            return qsTr("settled");
        default:
            return word;
        }
    }

    function mood(word: string): string {
        switch (word) {
        case "verified":
        case "received":
            return "good";
        case "waiting":
        case "changed":
        case "again":
        case "open":
        case "today":
        case "restricted":
            return "warning";
        case "overdue":
        case "returned":
        case "conflict":
        case "refused":
            return "danger";
        default:
            return "calm";
        }
    }

    function glyph(word: string): string {
        switch (word) {
        case "verified":
        case "received":
        case "settled":
            return "check";
        case "waiting":
        case "sending":
        case "submitted":
            return "up";
        case "again":
            return "undo";
        case "returned":
            return "undo";
        case "conflict":
            return "split";
        case "refused":
        case "changed":
        case "overdue":
            return "warning";
        case "today":
        case "soon":
            return "clock";
        case "void":
            return "ban";
        case "restricted":
            return "lock";
        default:
            return "pencil";
        }
    }
}
