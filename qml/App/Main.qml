// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The window.
T.ApplicationWindow {
    id: root

    required property StationSession session
    required property Preferences preferences
    /// False: nothing is sent; for pictures.
    property bool syncing: true
    /// An exchange file that the program was started with; empty: none.
    property url handed
    /// Records that are pictured besides the pages.
    property list<string> pictured
    property bool mayClose: false

    function pictureNames(): var {
        return book.names.concat(book.rare);
    }

    function showPicture(name: string): bool {
        return book.show(name);
    }

    /// Does what is left to do for the picture once the page has its layout. False: nothing was.
    function goOnWithPicture(): bool {
        return book.goOn();
    }

    width: Theme.windowWidth
    height: Theme.windowHeight
    minimumWidth: Theme.leastWidth
    minimumHeight: Theme.leastHeight
    visible: true
    color: Theme.ground
    title: (root.session.practising ? qsTr("PRACTICE") + " · " : "") + qsTr("Fayi") + (root.session.stationName.length > 0 ? " · " + root.session.stationName : "")
    Component.onCompleted: Calendar.source = () => root.session.day()
    onClosing: close => {
        if (root.mayClose || !shell.leaving.unsaved())
            return;
        close.accepted = false;
        shell.leave(() => {
                root.mayClose = true;
                root.close();
            });
    }

    Binding {
        target: Theme
        property: "dark"
        value: root.preferences.dark
    }

    Binding {
        target: Theme
        property: "contrast"
        value: root.preferences.contrast
    }

    Binding {
        target: Theme
        property: "scale"
        value: root.preferences.textScale
    }

    Shell {
        id: shell

        anchors.fill: parent
        focus: true
        session: root.session
        preferences: root.preferences
        syncing: root.syncing
        handed: root.handed
        onCloseAsked: root.close()
    }

    PictureBook {
        id: book

        shell: shell
        records: root.pictured
    }
}
