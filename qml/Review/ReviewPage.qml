// SPDX-License-Identifier: Apache-2.0
// The views of Qt 6.4 refuse bound headers, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What was submitted and waits for a look, oldest first, by type and unit.
AppPage {
    id: root

    required property ReviewModel queue
    readonly property int margin: root.width > Theme.railFrom ? Theme.far : Theme.gap

    signal opened(string recordId)

    chapter: "review"
    title: qsTr("Review")

    function choices(all: var, words: string): var {
        return Array.from(all).filter(one => Finder.finds(one.label, words));
    }

    function labelOf(all: var, code: string): string {
        return Array.from(all).find(one => one.code === code)?.label ?? "";
    }

    ListView {
        id: list

        anchors.fill: parent
        objectName: "queue"
        model: root.queue
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: root.title
        T.ScrollBar.vertical: AppScrollBar {
        }

        header: ColumnLayout {
            x: root.margin
            width: ListView.view.width - 2 * root.margin
            spacing: Theme.near

            AppText {
                Layout.fillWidth: true
                Layout.topMargin: root.margin
                objectName: "queue-told"
                text: root.queue.count < root.queue.total ? qsTr("%1 wait; the oldest %2 are shown.").arg(root.queue.total).arg(root.queue.count) : qsTr("Oldest first. Waiting: %1").arg(root.queue.total)
                color: Theme.softInk
            }

            GridLayout {
                Layout.fillWidth: true
                visible: root.queue.types.length > 0 || root.queue.orgs.length > 0
                columns: root.width > Theme.twoColumnsFrom ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.near

                OptionPicker {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    objectName: "queue-type"
                    visible: root.queue.types.length > 0
                    label: qsTr("Record type")
                    look: words => root.choices(root.queue.types, words)
                    code: root.queue.type
                    text: root.labelOf(root.queue.types, root.queue.type)
                    onPicked: code => root.queue.type = code
                }

                OptionPicker {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    objectName: "queue-unit"
                    visible: root.queue.orgs.length > 0
                    label: qsTr("Unit")
                    look: words => root.choices(root.queue.orgs, words)
                    code: root.queue.org
                    text: root.labelOf(root.queue.orgs, root.queue.org)
                    onPicked: code => root.queue.org = code
                }
            }

            Chip {
                objectName: "queue-offices"
                visible: root.queue.mayWiden
                text: qsTr("also what the offices verify themselves")
                checked: root.queue.officesToo
                onClicked: root.queue.officesToo = !root.queue.officesToo
            }

            Notice {
                Layout.fillWidth: true
                objectName: "queue-problem"
                mood: "danger"
                text: root.queue.problem
            }

            Item {
                Layout.preferredHeight: Theme.tight
            }
        }

        delegate: ListDelegate {
            required property string recordId
            required property int index
            required secondary
            required word
            required standing

            objectName: "waits-" + index
            width: ListView.view.width
            leftPadding: root.margin
            rightPadding: root.margin
            onClicked: root.opened(recordId)
        }
    }

    AppText {
        anchors.centerIn: parent
        width: parent.width - 2 * root.margin
        objectName: "queue-empty"
        visible: list.count === 0
        horizontalAlignment: Text.AlignHCenter
        text: root.queue.mayReview ? qsTr("Nothing waits for your look.") : qsTr("Your role reviews no records.")
        color: Theme.softInk
    }
}
