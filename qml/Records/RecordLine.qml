// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// One line of a record that is read.
Item {
    id: root

    required property string rowKind
    required property string path
    required property string label
    required property string text
    required property bool isCovered
    required property bool inConflict
    required property bool isMerged
    required property string remark
    required property bool isWide

    readonly property bool isField: root.rowKind === "field"

    /// The person asks to see what is covered.
    signal revealed

    implicitWidth: Theme.popup
    implicitHeight: column.implicitHeight
    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Layout.alignment: Qt.AlignTop

    ColumnLayout {
        id: column

        width: root.width
        spacing: Theme.hair

        Heading {
            Layout.fillWidth: true
            Layout.topMargin: Theme.near
            visible: root.rowKind === "section"
            text: root.label
        }

        AppText {
            Layout.fillWidth: true
            visible: root.rowKind === "item"
            text: root.label
            font.weight: Font.DemiBold
        }

        AppText {
            Layout.fillWidth: true
            visible: root.isField
            text: root.label
            color: Theme.softInk
            font.pixelSize: Theme.small
        }

        RowLayout {
            Layout.fillWidth: true
            visible: root.isField
            spacing: Theme.near

            AppText {
                Layout.fillWidth: true
                text: root.text
                Accessible.name: root.label + "：" + root.text
            }

            IconButton {
                objectName: "reveal-" + root.path
                visible: root.isCovered
                glyph: "eye"
                text: qsTr("Show: %1").arg(root.label)
                onClicked: root.revealed()
            }

            StateTag {
                visible: root.inConflict
                word: root.inConflict ? "conflict" : ""
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.topMargin: Theme.tight
            objectName: "merged"
            text: root.isMerged ? qsTr("Several people edited this text at the same time; all of it was joined. Read it through once and save it as it should be.") : ""
        }

        Notice {
            Layout.fillWidth: true
            mood: "warning"
            text: root.remark
        }
    }
}
