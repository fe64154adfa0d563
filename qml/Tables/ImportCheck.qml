// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What would become of a file, row by row where something is wrong, and the buttons that do it; then what became of it.
Card {
    id: root

    required property ImportModel ledger
    readonly property bool isDone: root.ledger.state === "done"

    signal behind(string title, var rows)
    signal listed

    Heading {
        Layout.fillWidth: true
        text: root.isDone ? qsTr("Imported") : qsTr("Checked")
    }

    Notice {
        Layout.fillWidth: true
        objectName: "import-good"
        mood: root.isDone ? "good" : "calm"
        text: root.isDone ? qsTr("Imported as drafts: %1").arg(root.ledger.good) : qsTr("Rows that can be imported: %1").arg(root.ledger.good)
    }

    Notice {
        Layout.fillWidth: true
        objectName: "import-already"
        mood: "calm"
        text: root.ledger.already > 0 ? qsTr("Imported before, and left out: %1").arg(root.ledger.already) : ""
    }

    Notice {
        Layout.fillWidth: true
        objectName: "import-bad"
        mood: "danger"
        text: {
            if (root.ledger.bad === 0)
                return "";
            return root.isDone ? qsTr("Rows that were not imported: %1").arg(root.ledger.bad) : qsTr("Rows with something wrong: %1. As long as there are any, nothing is imported.").arg(root.ledger.bad);
        }
    }

    Column {
        id: troubles

        Layout.fillWidth: true
        visible: root.ledger.bad > 0
        spacing: Theme.tight

        Repeater {
            model: root.ledger.problems

            AppText {
                required property var modelData
                required property int index

                width: troubles.width
                objectName: "row-problem-" + index
                text: qsTr("Row %1: %2").arg(modelData.row).arg(modelData.text)
                color: Theme.danger
                font.pixelSize: Theme.small
                Accessible.role: Accessible.AlertMessage
            }
        }

        AppText {
            width: troubles.width
            visible: root.ledger.moreProblems > 0
            text: root.ledger.givenUp ? qsTr("and many more; the rest of the file was not looked at") : qsTr("and %1 more; the list of rows to mend has all of them").arg(root.ledger.moreProblems)
            color: Theme.danger
            font.pixelSize: Theme.small
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "errors-saved"
        mood: root.ledger.errorProblem.length > 0 ? "danger" : "good"
        text: {
            if (root.ledger.errorProblem.length > 0)
                return root.ledger.errorProblem;
            return root.ledger.errorFile.length > 0 ? qsTr("Saved: %1. Mend the rows there and import that file.").arg(root.ledger.errorFile) : "";
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "import-all"
            width: Math.min(implicitWidth, parent.width)
            visible: !root.isDone && root.ledger.bad === 0 && root.ledger.good > 0
            look: "primary"
            glyph: "down"
            text: qsTr("Import all %1").arg(root.ledger.good)
            onClicked: root.ledger.import(false)
        }

        AppButton {
            objectName: "save-errors"
            width: Math.min(implicitWidth, parent.width)
            visible: root.ledger.bad > 0
            glyph: "list"
            text: qsTr("Save the rows to mend")
            onClicked: root.ledger.saveErrors()
        }

        AppButton {
            objectName: "read-again"
            width: Math.min(implicitWidth, parent.width)
            visible: !root.isDone && root.ledger.bad > 0
            glyph: "sync"
            text: qsTr("Read the file again")
            onClicked: root.ledger.readAgain()
        }

        AppButton {
            objectName: "import-good-only"
            width: Math.min(implicitWidth, parent.width)
            visible: !root.isDone && root.ledger.bad > 0 && root.ledger.good > 0
            text: qsTr("Import the %1 good rows only…").arg(root.ledger.good)
            onClicked: knowing.open()
        }

        AppButton {
            objectName: "show-made"
            width: Math.min(implicitWidth, parent.width)
            visible: root.isDone
            look: "primary"
            glyph: "next"
            text: qsTr("Show the imported records")
            onClicked: root.behind(qsTr("Imported from %1").arg(root.ledger.fileName), root.ledger.made())
        }

        AppButton {
            objectName: "show-list"
            width: Math.min(implicitWidth, parent.width)
            visible: root.isDone
            text: qsTr("To the list")
            onClicked: root.listed()
        }
    }

    AppDialog {
        id: knowing

        title: qsTr("Import a part of the file?")
        text: qsTr("%1 rows become records; %2 rows are left out. Save the rows to mend first, or they are missing later. What was imported is not imported twice when the mended file comes.").arg(root.ledger.good).arg(root.ledger.bad)

        Flow {
            Layout.fillWidth: true
            spacing: Theme.near

            AppButton {
                objectName: "part-no"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Cancel")
                onClicked: knowing.close()
            }

            AppButton {
                objectName: "part-yes"
                width: Math.min(implicitWidth, parent.width)
                look: "danger"
                text: qsTr("Import the good rows only")
                onClicked: {
                    knowing.close();
                    root.ledger.import(true);
                }
            }
        }
    }
}
