// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// The way around on a narrow window.
Rectangle {
    id: root

    /// As the rail names them: home, figures, sync, settings; all others are records.
    required property string section

    signal home
    signal listed
    signal figures
    signal sync
    signal settings

    Layout.fillWidth: true
    implicitHeight: row.implicitHeight + Theme.tight
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.border
        color: Theme.line
    }

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: 0

        NavItem {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-home"
            upright: true
            glyph: "home"
            text: qsTr("Home")
            checked: root.section === "home"
            onClicked: root.home()
        }

        NavItem {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-records"
            upright: true
            glyph: "list"
            text: qsTr("Records")
            checked: !/^(home|figures|sync|settings)$/.test(root.section)
            onClicked: root.listed()
        }

        NavItem {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-figures"
            upright: true
            glyph: "chart"
            text: qsTr("Figures")
            checked: root.section === "figures"
            onClicked: root.figures()
        }

        NavItem {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-sync"
            upright: true
            glyph: "sync"
            text: qsTr("Sync")
            checked: root.section === "sync"
            onClicked: root.sync()
        }

        NavItem {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-settings"
            upright: true
            glyph: "settings"
            text: qsTr("Settings")
            checked: root.section === "settings"
            onClicked: root.settings()
        }
    }
}
