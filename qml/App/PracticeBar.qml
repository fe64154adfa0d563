// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// Above every page while the records are samples: it says so in words, and leads out.
Rectangle {
    id: root

    /// There is a real store to go back to.
    property bool mayEnd: false

    signal ended

    Layout.fillWidth: true
    implicitHeight: row.implicitHeight + 2 * Theme.tight
    color: Theme.warningSoft
    border.width: Theme.ring
    border.color: Theme.warning
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.near
        spacing: Theme.near

        Icon {
            name: "warning"
            color: Theme.warning
        }

        AppText {
            id: words

            Layout.fillWidth: true
            objectName: "practice-words"
            text: root.width > Theme.twoColumnsFrom ? qsTr("PRACTICE. These are samples: nothing goes to the district.") : qsTr("PRACTICE, samples only")
            color: Theme.warning
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }

        AppButton {
            objectName: "practice-leave"
            visible: root.mayEnd
            text: root.width > Theme.twoColumnsFrom ? qsTr("Leave practice") : qsTr("Leave")
            Accessible.name: qsTr("Leave practice")
            onClicked: root.ended()
        }
    }
}
