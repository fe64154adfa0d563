// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Theme

/// One month to pick a day from; the week begins on Monday.
T.Popup {
    id: root

    required property string label
    property int year: 2026
    property int month: 1
    property string chosen: ""
    readonly property int days: new Date(Date.UTC(root.year, root.month, 0)).getUTCDate()
    readonly property int blanks: (new Date(Date.UTC(root.year, root.month - 1, 1)).getUTCDay() + 6) % 7
    /// A week's row: on a low window with large type lower than other buttons, so that six of them fit.
    readonly property real row: {
        const room = (T.Overlay.overlay?.height ?? Theme.dialog) - Theme.near - 2 * root.padding - Theme.touch - 3 * Theme.near - 2 * Theme.body;
        return Math.min(Theme.touch, Math.max(44, Math.floor(room / 6)));
    }
    readonly property var weekDays: [qsTr("Mo"), qsTr("Tu"), qsTr("We"), qsTr("Th"), qsTr("Fr"), qsTr("Sa"), qsTr("Su")]

    signal picked(string date)

    function iso(year: int, month: int, day: int): string {
        return String(year).padStart(4, "0") + "-" + String(month).padStart(2, "0") + "-" + String(day).padStart(2, "0");
    }

    function show(date: string) {
        const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
        root.chosen = parts ? date : "";
        const shown = (parts ? date : Calendar.today()).split("-");
        root.year = Number(shown[0]);
        root.month = Number(shown[1]);
        root.open();
    }

    function turn(months: int) {
        const at = root.year * 12 + root.month - 1 + months;
        root.year = Math.floor(at / 12);
        root.month = at % 12 + 1;
    }

    anchors.centerIn: T.Overlay.overlay
    modal: true
    focus: true
    padding: Theme.wide
    implicitHeight: contentHeight + 2 * padding
    width: Math.min(Theme.touch * 7 + 2 * padding, (T.Overlay.overlay?.width ?? Theme.dialog) - Theme.near)

    contentItem: ColumnLayout {
        spacing: Theme.near

        RowLayout {
            IconButton {
                objectName: "month-before"
                glyph: "back"
                text: qsTr("The month before")
                onClicked: root.turn(-1)
            }

            AppText {
                Layout.fillWidth: true
                text: qsTr("%1-%2").arg(root.year).arg(root.month)
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
            }

            IconButton {
                objectName: "month-after"
                glyph: "next"
                text: qsTr("The month after")
                onClicked: root.turn(1)
            }
        }

        GridLayout {
            columns: 7
            columnSpacing: 0
            rowSpacing: 0

            Repeater {
                model: root.weekDays

                AppText {
                    required property string modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: modelData
                    color: Theme.softInk
                    horizontalAlignment: Text.AlignHCenter
                }
            }

            Repeater {
                model: root.blanks + root.days

                AppButton {
                    required property int index
                    readonly property int day: index - root.blanks + 1

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.preferredHeight: root.row
                    objectName: "day-" + day
                    leftPadding: 0
                    enabled: day > 0
                    opacity: day > 0 ? 1 : 0
                    look: root.iso(root.year, root.month, day) === root.chosen ? "primary" : "quiet"
                    text: day > 0 ? String(day) : ""
                    Accessible.name: root.iso(root.year, root.month, day)
                    onClicked: root.picked(root.iso(root.year, root.month, day))
                }
            }
        }
    }
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.width: Theme.border
        border.color: Theme.line
    }

    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }
}
