// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// A ledger from a spreadsheet: what its columns mean, what would become of it, and then all of it or nothing.
AppPage {
    id: root

    required property StationSession session
    /// The kind of records to begin with.
    property string type: ""
    readonly property alias model: ledger
    readonly property bool isRead: ledger.state === "read" && ledger.problem.length === 0
    readonly property bool isDone: ledger.state === "done"

    signal behind(string title, var rows)
    signal listed(string type)

    chapter: "import"
    title: qsTr("Import a table")

    ImportModel {
        id: ledger

        session: root.session
        type: root.type
    }

    ScrollColumn {
        anchors.fill: parent

        ImportSource {
            Layout.fillWidth: true
            ledger: root.model
        }

        Notice {
            Layout.fillWidth: true
            objectName: "import-problem"
            mood: "danger"
            text: ledger.problem
            action: ledger.problem.length > 0 ? qsTr("Read the file again") : ""
            onPressed: ledger.readAgain()
        }

        Notice {
            Layout.fillWidth: true
            objectName: "import-notice"
            mood: "warning"
            text: ledger.notice
        }

        AppText {
            Layout.fillWidth: true
            objectName: "import-busy"
            visible: ledger.state === "reading" || ledger.state === "writing"
            text: ledger.state === "writing" ? qsTr("Importing…") : qsTr("Reading the file…")
            color: Theme.softInk
        }

        ImportCheck {
            Layout.fillWidth: true
            visible: root.isRead || root.isDone
            ledger: root.model
            onBehind: (title, rows) => root.behind(title, rows)
            onListed: root.listed(ledger.type)
        }

        Card {
            Layout.fillWidth: true
            visible: ledger.columns > 0 && !root.isDone

            Heading {
                Layout.fillWidth: true
                text: qsTr("What the columns mean")
            }

            AppText {
                Layout.fillWidth: true
                text: qsTr("Press a field to change it. The same columns are known the next time.")
                color: Theme.softInk
            }

            Notice {
                Layout.fillWidth: true
                objectName: "left-out"
                mood: "warning"
                text: ledger.leftOut.length > 0 ? qsTr("Not imported: %1").arg(Array.from(ledger.leftOut).join(qsTr(", "))) : ""
            }

            Column {
                id: columns

                Layout.fillWidth: true
                spacing: Theme.gap

                Repeater {
                    model: ledger

                    ImportColumn {
                        width: columns.width
                        enabled: ledger.state === "read"
                        ledger: root.model
                    }
                }
            }
        }

        ImportPreview {
            Layout.fillWidth: true
            visible: ledger.preview.length > 0 && !root.isDone
            records: ledger.preview
        }
    }
}
