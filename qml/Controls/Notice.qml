// SPDX-License-Identifier: Apache-2.0
// The Loader of Qt 6.4 refuses bound components, so ids are looked up when they are used.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// A sentence that must be seen: `mood` is calm, good, warning or danger. With `action` a button beside it. Pages have
/// many and show few: what it is made of comes with its text.
Rectangle {
    id: root

    property string mood: "calm"
    property string text: ""
    property string action: ""

    signal pressed

    readonly property color ink: {
        switch (root.mood) {
        case "good":
            return Theme.good;
        case "warning":
            return Theme.warning;
        case "danger":
            return Theme.danger;
        default:
            return Theme.accent;
        }
    }

    implicitWidth: content.implicitWidth + 2 * Theme.gap
    implicitHeight: content.implicitHeight + 2 * Theme.near
    visible: root.text.length > 0
    radius: Theme.radius
    color: {
        switch (root.mood) {
        case "good":
            return Theme.goodSoft;
        case "warning":
            return Theme.warningSoft;
        case "danger":
            return Theme.dangerSoft;
        default:
            return Theme.accentSoft;
        }
    }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    Loader {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        active: root.text.length > 0
        sourceComponent: sentence
    }

    Component {
        id: sentence

        GridLayout {
            id: row

            columns: root.width > Theme.twoColumnsFrom ? 3 : 2
            columnSpacing: Theme.near
            rowSpacing: Theme.tight

            Icon {
                id: icon

                Layout.alignment: row.columns === 3 ? Qt.AlignVCenter : Qt.AlignTop
                Layout.topMargin: Theme.tight
                Layout.bottomMargin: Theme.tight
                name: root.mood === "good" ? "check" : (root.mood === "calm" ? "clock" : "warning")
                color: root.ink
            }

            AppText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.tight
                Layout.bottomMargin: Theme.tight
                text: root.text
                color: root.ink
                Accessible.ignored: true
            }

            Loader {
                Layout.column: row.columns === 3 ? 2 : 1
                Layout.row: row.columns === 3 ? 0 : 1
                Layout.maximumWidth: row.columns === 3 ? Infinity : row.width - icon.width - row.columnSpacing
                active: root.action.length > 0
                visible: active
                sourceComponent: button
            }
        }
    }

    Component {
        id: button

        AppButton {
            objectName: "notice-action"
            text: root.action
            onClicked: root.pressed()
        }
    }
}
