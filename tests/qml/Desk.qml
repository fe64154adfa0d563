// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Fayi.App
import Fayi.Testing
import Fayi.Theme
import Fayi.Ui

/// A desk to test at: the shell of the window over a folder, and verbs for what a person does.
Item {
    id: root

    property alias session: session
    property alias preferences: preferences
    property alias hands: hands
    property alias colleague: colleague
    readonly property Shell shell: loader.item as Shell
    property int sheetWidth: 1280
    property int sheetHeight: 800
    property bool syncing: false
    property url handed

    function sit(folder: string) {
        loader.active = false;
        session.folder = folder;
        loader.active = true;
    }

    function item(name: string): Item {
        return hands.findInWindow(root, name);
    }

    width: 1280
    height: 800

    Hands {
        id: hands
    }

    Colleague {
        id: colleague
    }

    StationSession {
        id: session
    }

    Preferences {
        id: preferences
    }

    Loader {
        id: loader

        active: false
        width: root.sheetWidth
        height: root.sheetHeight

        sourceComponent: Shell {
            session: root.session
            preferences: root.preferences
            syncing: root.syncing
            handed: root.handed
        }
    }
}
