// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// The row word of a record, with a drawing and a colour that say the same.
Rectangle {
    id: root

    required property string word

    readonly property string mood: StateWords.mood(root.word)
    readonly property color ink: {
        switch (root.mood) {
        case "good":
            return Theme.good;
        case "warning":
            return Theme.warning;
        case "danger":
            return Theme.danger;
        default:
            return Theme.softInk;
        }
    }

    implicitWidth: row.implicitWidth + 2 * Theme.near
    implicitHeight: row.implicitHeight + 2 * Theme.tight
    visible: root.word.length > 0
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
            return Theme.sunken;
        }
    }
    Accessible.role: Accessible.StaticText
    Accessible.name: StateWords.label(root.word)

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.tight

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: StateWords.glyph(root.word)
            size: Theme.smallIcon
            color: root.ink
        }

        AppText {
            anchors.verticalCenter: parent.verticalCenter
            text: StateWords.label(root.word)
            color: root.ink
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
