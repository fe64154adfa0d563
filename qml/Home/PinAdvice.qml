// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Said once to somebody without a PIN: that they can have one.
Card {
    id: root

    required property StationSession session

    signal settings

    visible: root.session.seat > 0 && !root.session.knowsOfPin

    AppText {
        Layout.fillWidth: true
        objectName: "pin-advice"
        text: qsTr("Do others use this computer too? With a PIN of your own nobody works under your name by mistake. You can set one now, or at any time in the settings.")
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.near

        AppButton {
            objectName: "advice-set"
            width: Math.min(implicitWidth, parent.width)
            glyph: "lock"
            text: qsTr("Set a PIN")
            onClicked: {
                root.session.noteToldOfPin();
                root.settings();
            }
        }

        AppButton {
            objectName: "advice-later"
            width: Math.min(implicitWidth, parent.width)
            look: "quiet"
            text: qsTr("Not now")
            onClicked: root.session.noteToldOfPin()
        }
    }
}
