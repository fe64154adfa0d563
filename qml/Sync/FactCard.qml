// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// One fact of the sync: what it is about, and how it stands.
Card {
    id: root

    required property string glyph
    required property string name
    required property string fact
    property string mood: "calm"

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    spacing: Theme.tight

    RowLayout {
        spacing: Theme.near

        Icon {
            name: root.glyph
            color: Theme.softInk
        }

        AppText {
            Layout.fillWidth: true
            text: root.name
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
    }

    AppText {
        Layout.fillWidth: true
        text: root.fact
        font.pixelSize: Theme.heading
        font.weight: Font.DemiBold
        color: {
            switch (root.mood) {
            case "good":
                return Theme.good;
            case "warning":
                return Theme.warning;
            case "danger":
                return Theme.danger;
            default:
                return Theme.ink;
            }
        }
    }
}
