// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Ui

/// Joining a district later, or one more person on this computer.
AppPage {
    id: root

    required property StationSession session
    readonly property alias card: card

    signal enrolled

    chapter: "enrol"
    title: root.session.enrolled ? qsTr("Add a person to this computer") : qsTr("Join a district")

    ScrollColumn {
        anchors.fill: parent

        EnrolCard {
            id: card

            Layout.fillWidth: true
            session: root.session
            stationName: root.session.stationName
            landing: root
            onEnrolled: root.enrolled()
        }
    }
}
