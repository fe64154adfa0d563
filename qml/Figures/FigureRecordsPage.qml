// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Exactly the records behind one figure.
AppPage {
    id: root

    required property StationSession session
    required property string figure
    required property string from
    required property string to
    readonly property alias count: list.count

    signal opened(string recordId)

    chapter: "figures"
    title: {
        figures.count;
        return figures.labelOf(root.figure);
    }

    FiguresModel {
        id: figures

        session: root.session
        from: root.from
        to: root.to
        onLoaded: list.model = figures.recordsBehind(root.figure)
    }

    ListView {
        id: list

        anchors.fill: parent
        objectName: "figure-records"
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

            objectName: "behind-" + index
            width: ListView.view.width
            title: modelData.title
            secondary: modelData.secondary
            word: modelData.word
            standing: modelData.standing
            onClicked: root.opened(modelData.recordId)
        }
    }
}
