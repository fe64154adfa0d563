// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme

/// Something is typed and not saved: keep it, throw it away, or stay.
AppDialog {
    id: root

    /// The pages of the window.
    required property T.StackView stack
    property AppPage page: null
    property var action: null

    /// A page with something unsaved, under others too (the guide lies on top of a form); null: there is none.
    function unsaved(): AppPage {
        return root.stack.find(page => page.dirty === true) as AppPage;
    }

    /// Does it once nothing is unsaved on any page, or the person says so.
    function leave(action: var) {
        const page = root.unsaved();
        if (page)
            root.ask(page, action);
        else
            action.call(null);
    }

    /// Leaves the page on top; those below stay as they are.
    function goBack() {
        if (root.stack.depth <= 1)
            return;
        const top = root.stack.currentItem as AppPage;
        if (top.dirty)
            root.ask(top, () => root.stack.pop());
        else
            root.stack.pop();
    }

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
