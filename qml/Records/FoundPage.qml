// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Fayi.Controls

/// Records that stand behind a number, as they were found when it was pressed.
AppPage {
    id: root

    /// [{recordId,title,secondary,word,standing}]
    required property var rows
    readonly property alias count: list.count

    signal opened(string recordId)

    chapter: "list"

    ListView {
        id: list

        anchors.fill: parent
        objectName: "found"
        model: root.rows
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: root.title
        T.ScrollBar.vertical: AppScrollBar {
        }

        delegate: ListDelegate {
            required property var modelData
            required property int index

            objectName: "found-" + index
            width: ListView.view.width
            title: modelData.title
            secondary: modelData.secondary
            word: modelData.word
            standing: modelData.standing
            onClicked: root.opened(modelData.recordId)
        }
    }
}
