// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The ledger of exports: who took what out of this computer as a file, when, and why.
AppPage {
    id: root

    required property StationSession session
    readonly property alias ledger: entries

    chapter: "export"
    title: qsTr("What was exported")

    ExportLedgerModel {
        id: entries

        session: root.session
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.gap

        AppText {
            Layout.fillWidth: true
            text: qsTr("Every file of records that was written on this computer. An entry stays three years; the ledger stays on this computer.")
            color: Theme.softInk
        }

        Notice {
            Layout.fillWidth: true
            objectName: "ledger-problem"
            mood: "danger"
            text: entries.problem
        }

        AppText {
            Layout.fillWidth: true
            objectName: "ledger-empty"
            visible: entries.count === 0 && entries.problem.length === 0
            text: qsTr("Nothing was exported yet.")
            color: Theme.softInk
        }

        Repeater {
            model: entries

            Card {
                id: entry

                required property int index
                required property string what
                required property string who
                required property bool named
                required property string reason
                required property string file
                required property string sum
                required property string filter

                Layout.fillWidth: true
                objectName: "exported-" + entry.index
                spacing: Theme.tight
                Accessible.role: Accessible.ListItem
                Accessible.name: entry.what + qsTr(", ") + entry.who

                AppText {
                    Layout.fillWidth: true
                    objectName: "exported-what-" + entry.index
                    text: entry.what
                    font.weight: Font.DemiBold
                }

                AppText {
                    Layout.fillWidth: true
                    text: entry.who
                    color: Theme.softInk
                }

                AppText {
                    Layout.fillWidth: true
                    objectName: "exported-kind-" + entry.index
                    text: entry.named ? qsTr("Persons can be recognised. Reason: %1").arg(entry.reason) : qsTr("Persons cannot be recognised.")
                    color: entry.named ? Theme.warning : Theme.softInk
                }

                AppText {
                    Layout.fillWidth: true
                    visible: entry.filter.length > 0
                    text: qsTr("Which: %1").arg(entry.filter)
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                }

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("File: %1").arg(entry.file) + "\nSHA-256: " + entry.sum
                    wrapMode: Text.WrapAnywhere
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                }
            }
        }
    }
}
