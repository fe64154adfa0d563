// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme

/// Something is typed and not saved: keep it, throw it away, or stay.
AppDialog {
    id: root

    property AppPage page: null
    property var action: null

    function ask(page: AppPage, action: var) {
        root.page = page;
        root.action = action;
        root.open();
    }

    title: qsTr("Not saved yet")
    text: qsTr("What you wrote here is not saved. Keep it as a draft?")

    GridLayout {
        Layout.fillWidth: true
        columns: root.width >= Theme.dialog ? 3 : 1
        columnSpacing: Theme.near
        rowSpacing: Theme.near

        AppButton {
            Layout.fillWidth: true
            objectName: "leave-stay"
            text: qsTr("Stay here")
            onClicked: root.close()
        }

        AppButton {
            Layout.fillWidth: true
            objectName: "leave-discard"
            look: "danger"
            text: qsTr("Throw away")
            onClicked: {
                root.close();
                root.page.discard();
                root.action.call(null);
            }
        }

        AppButton {
            Layout.fillWidth: true
            objectName: "leave-keep"
            look: "primary"
            text: qsTr("Keep draft")
            onClicked: {
                root.close();
                if (root.page.keep())
                    root.action.call(null);
            }
        }
    }
}
