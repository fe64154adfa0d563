// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme
import Fayi.Ui

/// A small drawing of lines. Never the only thing that says something.
LineDrawing {
    id: root

    required property string name
    property int size: Theme.icon

    implicitWidth: root.size
    implicitHeight: root.size
    path: Drawings.all[root.name] ?? ""
    color: Theme.ink
    Accessible.ignored: true
}
