// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// Which file, what its rows are, and which of its sheets.
Card {
    id: root

    required property ImportModel ledger
    readonly property bool busy: root.ledger.state === "writing"

    DropArea {
        Layout.preferredHeight: 0
        parent: root
        anchors.fill: parent
        enabled: !root.busy
        keys: ["text/uri-list"]
        onDropped: drop => {
            if (!drop.hasUrls)
                return;
            root.ledger.file = drop.urls[0];
            drop.accept(Qt.CopyAction);
        }
    }

    AppText {
        Layout.fillWidth: true
        text: qsTr("A table that you keep in a spreadsheet becomes records. Nothing is written before you say so; all rows are taken, or none. Rows imported before are recognised.")
        color: Theme.softInk
    }

    FieldEditor {
        Layout.fillWidth: true
        name: "import-type"
        kind: "choice"
        enabled: !root.busy
        label: qsTr("What the rows are")
        value: root.ledger.type
        pickedLabel: root.ledger.typeLabel
        look: words => root.ledger.types(words)
        onEdited: value => root.ledger.type = value ?? ""
    }

    AppText {
        Layout.fillWidth: true
        objectName: "import-file"
        visible: root.ledger.fileName.length > 0
        text: qsTr("File: %1").arg(root.ledger.fileName)
        wrapMode: Text.WrapAnywhere
    }

    FieldEditor {
        Layout.fillWidth: true
        visible: root.ledger.sheets.length > 1
        name: "import-sheet"
        kind: "choice"
        enabled: !root.busy
        label: qsTr("Sheet")
        value: root.ledger.sheet
        choices: Array.from(root.ledger.sheets).map(sheet => ({
                        "code": sheet,
                        "label": sheet
                    }))
        onEdited: value => {
            if (value)
                root.ledger.sheet = value;
        }
    }

    AppButton {
        objectName: "import-choose"
        look: root.ledger.fileName.length > 0 ? "plain" : "primary"
        glyph: "list"
        enabled: !root.busy
        text: root.ledger.fileName.length > 0 ? qsTr("Choose another file") : qsTr("Choose a file")
        onClicked: source.open()
    }

    FileDialog {
        id: source

        title: qsTr("The table to import")
        fileMode: FileDialog.OpenFile
        nameFilters: [qsTr("Tables (*.xlsx *.csv)"), qsTr("All files (*)")]
        onAccepted: root.ledger.file = source.selectedFile
    }
}
