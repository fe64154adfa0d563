// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The appraisal of one advisor in one village, computed from ordinary records. Nobody is compared with anybody.
AppPage {
    id: root

    required property StationSession session
    readonly property alias sheet: model

    signal opened(string recordId)
    signal behind(string title, var rows)

    chapter: "assessment"
    title: qsTr("Appraisal")

    AssessmentModel {
        id: model

        session: root.session
    }

    ScrollColumn {
        anchors.fill: parent

        AppText {
            Layout.fillWidth: true
            text: model.person.length > 0 ? qsTr("Appraisal of %1").arg(model.person) : qsTr("Appraisal")
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        SheetQuestion {
            Layout.fillWidth: true
            sheet: model
        }

        Notice {
            Layout.fillWidth: true
            objectName: "sheet-problem"
            mood: "warning"
            text: model.problem
        }

        AppText {
            Layout.fillWidth: true
            objectName: "sheet-total"
            visible: model.count > 0 && model.total.length > 0
            text: model.total
            color: Theme.accent
            font.pixelSize: Theme.display
            font.weight: Font.DemiBold
        }

        AppText {
            Layout.fillWidth: true
            visible: model.count > 0
            text: Array.from([model.open, model.source, qsTr("Only verified records count.")]).filter(part => part.length > 0).join("  ·  ")
            color: Theme.softInk
        }

        FrozenCard {
            Layout.fillWidth: true
            visible: model.count > 0
            sheet: model
            onOpened: recordId => root.opened(recordId)
            onAppealed: appealing.open()
        }

        Repeater {
            model: model

            SheetLine {
                mayScore: model.mayScore
                onOpened: {
                    const rows = model.recordsBehind(line);
                    if (rows)
                        root.behind(label, rows);
                }
                onScored: saying.ask(line, label, most, given)
            }
        }
    }

    SayDialog {
        id: saying

        onConfirmed: (line, points, reason) => model.say(line, points, reason)
    }

    AppealDialog {
        id: appealing

        onConfirmed: words => model.writeAppeal(words)
    }
}
