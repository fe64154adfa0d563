// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The way around on a wide window.
Rectangle {
    id: root

    /// Those that are near; the others are behind "All records".
    required property TypesModel types
    required property int attention
    /// home, types, figures, sync, settings, or the name of a record type.
    required property string section
    /// Who sits here, whether they have a PIN, and whether others share the computer.
    required property StationSession session

    /// Records that wait for a look; -1: this person reviews nothing.
    property int waiting: -1
    /// There are units for this person to see.
    property bool hasBoard: false
    /// There is an appraisal for this person to see.
    property bool assessed: false

    signal home
    signal review
    signal listed(string type)
    signal all
    signal figures
    signal assessment
    signal board
    signal sync
    signal settings
    signal lock
    signal switchUser
    signal help

    Layout.fillHeight: true
    implicitWidth: Theme.rail
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.border
        color: Theme.line
    }

    Flickable {
        id: view

        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.gap)
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        FocusSight {
            view: view
        }

        ColumnLayout {
            id: column

            anchors.fill: parent
            anchors.margins: Theme.gap
            spacing: Theme.tight

            RowLayout {
                Layout.bottomMargin: Theme.gap
                spacing: Theme.gap

                MarkBadge {
                    mark: qsTr("Fa")
                }

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Fayi")
                    font.pixelSize: Theme.title
                    font.weight: Font.DemiBold
                }
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-home"
                glyph: "home"
                text: qsTr("Home")
                count: root.attention
                checked: root.section === "home"
                onClicked: root.home()
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-review"
                visible: root.waiting >= 0
                glyph: "check"
                text: qsTr("Review")
                count: Math.max(0, root.waiting)
                checked: root.section === "review"
                onClicked: root.review()
            }

            // Somebody signs in: the rail is made, and what it lists comes anew before it is shown. A layout of Qt 6.4
            // goes on with items that are gone by then; a column does not.
            Column {
                id: types

                Layout.fillWidth: true
                visible: root.types.count > 0
                spacing: Theme.tight

                Repeater {
                    model: root.types

                    NavItem {
                        required property string name
                        required property string label

                        width: types.width
                        objectName: "nav-" + name
                        glyph: "list"
                        text: label
                        checked: root.section === name
                        onClicked: root.listed(name)
                    }
                }
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-types"
                glyph: "list"
                text: qsTr("All records")
                checked: !/^(home|review|assessment|board|figures|sync|settings|start)$/.test(root.section) && !root.types.has(root.section)
                onClicked: root.all()
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-figures"
                glyph: "chart"
                text: qsTr("Figures")
                checked: root.section === "figures"
                onClicked: root.figures()
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-board"
                visible: root.hasBoard
                glyph: "list"
                text: qsTr("Units")
                checked: root.section === "board"
                onClicked: root.board()
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-assessment"
                visible: root.assessed
                glyph: "person"
                text: qsTr("Appraisal")
                checked: root.section === "assessment"
                onClicked: root.assessment()
            }

            Item {
                Layout.fillHeight: true
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-sync"
                glyph: "sync"
                text: qsTr("Sync")
                checked: root.section === "sync"
                onClicked: root.sync()
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-settings"
                glyph: "settings"
                text: qsTr("Settings")
                checked: root.section === "settings"
                onClicked: root.settings()
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-lock"
                visible: root.session.hasPin
                glyph: "lock"
                text: qsTr("Lock")
                onClicked: root.lock()
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-switch"
                visible: root.session.people.length > 1
                glyph: "people"
                text: qsTr("Switch user")
                onClicked: root.switchUser()
            }

            NavItem {
                Layout.fillWidth: true
                objectName: "nav-help"
                glyph: "help"
                text: qsTr("Help")
                onClicked: root.help()
            }
        }
    }
}
