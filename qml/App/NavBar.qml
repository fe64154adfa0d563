// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// The way around on a narrow window.
Rectangle {
    id: root

    /// As the rail names them: home, figures, sync, settings; all others are records.
    required property string section

    /// Words of large type have no room in a fifth of a narrow window: all are as small as the longest must be.
    readonly property real fit: {
        const items = [homeItem, recordsItem, figuresItem, syncItem, settingsItem];
        const widest = Math.max(...items.map(item => words.advanceWidth(item.text)));
        return Math.max(0.5, Math.min(1, (root.width / items.length - 2 * Theme.tight) / widest));
    }

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

    FontMetrics {
        id: words

        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
    }

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: 0

        NavItem {
            id: homeItem

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-home"
            upright: true
            fit: root.fit
            glyph: "home"
            text: qsTr("Home")
            checked: root.section === "home"
            onClicked: root.home()
        }

        NavItem {
            id: recordsItem

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-records"
            upright: true
            fit: root.fit
            glyph: "list"
            text: qsTr("Records")
            checked: !/^(home|figures|sync|settings)$/.test(root.section)
            onClicked: root.listed()
        }

        NavItem {
            id: figuresItem

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-figures"
            upright: true
            fit: root.fit
            glyph: "chart"
            text: qsTr("Figures")
            checked: root.section === "figures"
            onClicked: root.figures()
        }

        NavItem {
            id: syncItem

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-sync"
            upright: true
            fit: root.fit
            glyph: "sync"
            text: qsTr("Sync")
            checked: root.section === "sync"
            onClicked: root.sync()
        }

        NavItem {
            id: settingsItem

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "bar-settings"
            upright: true
            fit: root.fit
            glyph: "settings"
            text: qsTr("Settings")
            checked: root.section === "settings"
            onClicked: root.settings()
        }
    }
}
