// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Controls
import Fayi.Ui

/// One end of a period: a day, typed in any usual way. It counts when the line is left, and only where it is a day.
FieldEditor {
    id: root

    required property RecordListModel records
    required property string day
    /// It is before the other end.
    property bool isTooEarly: false
    property string typed: ""
    property bool isNoDay: false

    signal picked(string day)

    kind: "date"
    value: root.day
    problem: {
        if (root.isNoDay)
            return qsTr("This is no date. Write it like 2026-03-01.");
        return root.isTooEarly ? qsTr("This is before the first day: nothing is found.") : "";
    }
    onDayChanged: {
        root.typed = root.day;
        root.isNoDay = false;
    }
    onEdited: value => root.typed = value
    onSettled: {
        const day = root.records.dayOf(root.typed);
        root.isNoDay = day.length === 0 && root.typed.trim().length > 0;
        if (!root.isNoDay && day !== root.day)
            root.picked(day);
    }
}
