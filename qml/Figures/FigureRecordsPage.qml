// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Exactly the records behind one figure.
AppPage {
    id: root

    required property StationSession session
    required property string figure
    /// {report,unit,from,to}
    required property var question
    readonly property alias count: list.count

    signal opened(string recordId)

    chapter: "figures"
    title: look.label

    FigureLook {
        id: look

        session: root.session
        question: Object.assign({
                "figure": root.figure,
                "what": "records"
            }, root.question)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        FigureLookState {
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.wide : 0
            look: look
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            objectName: "figure-records"
            model: look.records
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
}
