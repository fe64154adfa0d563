// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What whoever hands a report in looks at first: units without data, and what must be known between figures.
ColumnLayout {
    id: root

    required property ReportController report

    spacing: Theme.gap

    Notice {
        Layout.fillWidth: true
        objectName: "report-missing"
        mood: root.report.missing.length > 0 ? "warning" : "good"
        text: {
            if (root.report.units === 0)
                return "";
            if (root.report.missing.length === 0)
                return qsTr("All %1 units below have verified records of this period.").arg(root.report.units);
            return qsTr("Without a verified record of this period, %1 of %2 units: %3").arg(root.report.missing.length).arg(root.report.units).arg(Array.from(root.report.missing).join(qsTr(", ")));
        }
    }

    Repeater {
        model: root.report.checks

        Notice {
            required property var modelData
            required property int index

            Layout.fillWidth: true
            objectName: "report-check-" + index
            mood: modelData.wrong ? "warning" : "calm"
            text: modelData.text
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "report-sound"
        mood: "good"
        text: root.report.known && root.report.checks.length === 0 ? qsTr("Nothing between the figures needs a look.") : ""
    }
}
