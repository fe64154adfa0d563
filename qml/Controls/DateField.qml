// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Theme

/// A date, typed in any usual way or picked from a month.
GridLayout {
    id: root

    required property string label
    property string name: ""
    property string given: ""
    property bool faulty: false
    /// Made when it is opened first.
    property MonthPopup month: null

    signal written(string text)
    signal settled

    /// Beside the button a whole date must be seen; where it would not be, the button goes below.
    columns: root.width < Theme.touch + Theme.near + 2 * Theme.gap + 6 * Theme.body ? 1 : 2
    columnSpacing: Theme.near
    rowSpacing: Theme.near

    AppTextField {
        Layout.fillWidth: true
        objectName: root.name
        label: root.label
        given: root.given
        faulty: root.faulty
        placeholderText: qsTr("year-month-day")
        inputMethodHints: Qt.ImhDate
        onTextEdited: root.written(text)
        onEditingFinished: root.settled()
    }

    IconButton {
        objectName: root.name + "-pick"
        glyph: "calendar"
        text: qsTr("Pick a day: %1").arg(root.label)
        onClicked: {
            root.month = root.month ?? months.createObject(root);
            root.month.show(root.given);
        }
    }

    Component {
        id: months

        MonthPopup {
            label: root.label
            onPicked: date => {
                root.month.close();
                root.written(date);
                root.settled();
            }
        }
    }
}
