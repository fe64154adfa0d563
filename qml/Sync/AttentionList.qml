// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// What waits for a person: refused, returned, in conflict.
Card {
    id: root

    required property AttentionModel attention

    /// What was refused stands here whole, with what can be done about it.
    property bool detailed: false

    signal opened(string recordId)
    signal settle(string recordId)
    signal mend(string change)

    padding: 0
    spacing: 0

    AppText {
        Layout.fillWidth: true
        Layout.margins: Theme.wide
        visible: root.attention.count === 0
        text: qsTr("Nothing needs your attention.")
        color: Theme.softInk
    }

    Repeater {
        model: root.attention

        ColumnLayout {
            id: one

            required property string kind
            required property string recordId
            required property string title
            required property string reason
            required property string change
            required property var writes
            required property bool removes
            required property bool mendable
            required property string standing
            required property int index
            readonly property bool last: one.index === root.attention.count - 1 && root.attention.more === 0
            readonly property bool whole: root.detailed && one.kind === "refused"

            Layout.fillWidth: true
            spacing: 0

            ListDelegate {
                Layout.fillWidth: true
                objectName: "attention-" + one.index
                visible: !one.whole
                inCard: true
                last: one.last
                title: one.title
                secondary: one.reason
                word: one.kind
                standing: one.standing
                onClicked: one.kind === "conflict" ? root.settle(one.recordId) : root.opened(one.recordId)
            }

            Loader {
                Layout.fillWidth: true
                active: one.whole
                visible: active

                sourceComponent: RefusalCard {
                    objectName: "refusal-" + one.index
                    last: one.last
                    title: one.title
                    reason: one.reason
                    writes: one.writes
                    removes: one.removes
                    mendable: one.mendable
                    onMend: root.mend(one.change)
                    onDiscard: root.attention.discard(one.change)
                }
            }
        }
    }
    MoreRows {
        Layout.fillWidth: true
        objectName: "attention-more"
        more: root.attention.more
        onClicked: root.attention.showMore()
    }
}
