// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Sync
import Fayi.Theme
import Fayi.Ui

/// What is due, what needs attention, and what is written most.
AppPage {
    id: root

    required property StationSession session
    /// Those this person writes most.
    required property TypesModel types
    required property AttentionModel attention
    required property DueModel due
    required property MonthModel month
    /// Records that wait for this person's look.
    property int waiting: 0

    /// Why a part of the page could not be read; empty: all was.
    readonly property string unread: root.due.problem || root.attention.problem || root.month.problem || root.types.problem

    signal created(string type)
    signal listed(string type)
    signal reviewAsked
    signal allAsked
    signal opened(string recordId)
    signal settle(string recordId)
    signal settings
    signal behind(string title, var rows)

    chapter: "home"
    title: qsTr("Home")
    Component.onCompleted: {
        root.due.showFirst();
        root.attention.showFirst();
    }

    ScrollColumn {
        id: scroll

        anchors.fill: parent

        AppText {
            Layout.fillWidth: true
            objectName: "home-who"
            // Before it joins a district a computer and its person have one name.
            text: Array.from([root.session.person, root.session.stationName]).filter((part, place, all) => part.length > 0 && all.indexOf(part) === place).join(" · ")
            color: Theme.softInk
        }

        Notice {
            Layout.fillWidth: true
            objectName: "home-unread"
            mood: "danger"
            text: root.unread.length > 0 ? qsTr("This page does not show everything: %1. What is not shown here may be there all the same.").arg(root.unread) : ""
            action: qsTr("Try again")
            onPressed: root.session.touch()
        }

        Notice {
            Layout.fillWidth: true
            objectName: "home-review"
            text: root.waiting > 0 ? qsTr("Submitted and waiting for your look: %1").arg(root.waiting) : ""
            action: qsTr("Review")
            onPressed: root.reviewAsked()
        }

        PinAdvice {
            Layout.fillWidth: true
            session: root.session
            onSettings: root.settings()
        }

        Heading {
            Layout.fillWidth: true
            visible: root.due.count > 0
            text: qsTr("Due soon")
        }

        DueList {
            Layout.fillWidth: true
            visible: root.due.count > 0
            due: root.due
            onOpened: recordId => root.opened(recordId)
        }

        Heading {
            Layout.fillWidth: true
            visible: root.attention.count > 0
            text: qsTr("Needs attention")
        }

        AttentionList {
            Layout.fillWidth: true
            visible: root.attention.count > 0
            attention: root.attention
            onOpened: recordId => root.opened(recordId)
            onSettle: recordId => root.settle(recordId)
        }

        MonthPart {
            Layout.fillWidth: true
            month: root.month
            onBehind: (title, rows) => root.behind(title, rows)
            onVisit: root.created("service-visit")
        }

        Heading {
            Layout.fillWidth: true
            text: qsTr("Write")
        }

        // Not a layout: one of Qt 6.4 goes on with items that are gone, where a model comes anew before it is shown.
        Grid {
            id: types

            Layout.fillWidth: true
            columns: scroll.width > Theme.twoColumnsFrom ? 2 : 1
            spacing: Theme.wide

            Repeater {
                model: root.types

                TypeCard {
                    width: Math.floor((types.width - (types.columns - 1) * types.spacing) / types.columns)
                    onCreated: root.created(name)
                    onListed: root.listed(name)
                }
            }
        }

        AppButton {
            objectName: "all-types"
            glyph: "list"
            text: qsTr("All records")
            onClicked: root.allAsked()
        }
    }
}
