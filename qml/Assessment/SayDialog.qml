// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// The points that somebody gives to a line which no record answers, and why.
AppDialog {
    id: root

    property string line: ""
    property int most: 0
    readonly property bool fits: /^\d{1,4}$/.test(points.text) && Number(points.text) <= root.most

    signal confirmed(string line, int points, string reason)

    function ask(line: string, label: string, most: int, given: int) {
        root.line = line;
        root.title = qsTr("Score: %1").arg(label);
        root.most = most;
        points.text = given >= 0 ? String(given) : "";
        reason.text = "";
        root.open();
        points.forceActiveFocus();
    }

    text: qsTr("From 0 to %1 points. What you say stands in the appraisal with your name and can be appealed.").arg(root.most)

    AppText {
        Layout.fillWidth: true
        Layout.bottomMargin: -Theme.near
        text: points.label
        color: Theme.softInk
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    AppTextField {
        id: points

        Layout.fillWidth: true
        objectName: "say-points"
        label: qsTr("Points")
        suffix: qsTr("points")
        faulty: points.text.length > 0 && !root.fits
        inputMethodHints: Qt.ImhDigitsOnly
    }

    AppText {
        Layout.fillWidth: true
        Layout.bottomMargin: -Theme.near
        text: reason.label
        color: Theme.softInk
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    AppTextArea {
        id: reason

        Layout.fillWidth: true
        objectName: "say-reason"
        label: qsTr("Why")
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        AppButton {
            objectName: "say-cancel"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Cancel")
            onClicked: root.close()
        }

        AppButton {
            objectName: "say-confirm"
            width: Math.min(implicitWidth, parent.width)
            look: "primary"
            enabled: root.fits && reason.text.trim().length > 0
            text: qsTr("Write it down")
            onClicked: {
                root.close();
                root.confirmed(root.line, Number(points.text), reason.text);
            }
        }
    }
}
