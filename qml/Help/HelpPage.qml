// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// The guide: which one, its chapters, and one of them to read.
AppPage {
    id: root

    required property StationSession session
    /// The chapter to begin with.
    property string at: ""
    readonly property bool isWide: root.width > Theme.twoColumnsFrom + Theme.rail
    readonly property alias row: chapters.currentIndex

    function show(row: int) {
        chapters.currentIndex = row;
        chapters.positionViewAtIndex(row, ListView.Contain);
        scroll.contentY = 0;
    }

    /// Chapters whose title has these words: [{code, label}].
    function found(words: string): var {
        const out = [];
        for (let row = 0; row < guideModel.count; ++row)
            if (Finder.finds(guideModel.titleAt(row), words))
                out.push({
                        "code": String(row),
                        "label": guideModel.titleAt(row)
                    });
        return out;
    }

    chapter: "help"
    title: qsTr("Guide")
    Component.onCompleted: root.show(guideModel.rowOf(root.at))

    GuideModel {
        id: guideModel

        session: root.session
        onGuideChanged: if (chapters.count > 0)
            root.show(Math.min(root.row, chapters.count - 1))
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ListView {
            id: chapters

            Layout.fillHeight: true
            Layout.preferredWidth: Theme.rail + Theme.far
            objectName: "chapters"
            visible: root.isWide
            activeFocusOnTab: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: guideModel
            highlightMoveDuration: 0
            T.ScrollBar.vertical: AppScrollBar {
            }
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Chapters")

            delegate: ListDelegate {
                required property int index
                width: ListView.view.width
                objectName: "chapter-" + index
                highlighted: ListView.isCurrentItem
                onClicked: root.show(index)

                Rectangle {
                    width: Theme.tight
                    height: parent.height
                    visible: parent.highlighted
                    color: Theme.accent
                }
            }
        }

        Rectangle {
            Layout.fillHeight: true
            implicitWidth: Theme.border
            visible: root.isWide
            color: Theme.line
        }

        ScrollColumn {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            objectName: "guide-scroll"

            Tabs {
                Layout.fillWidth: true
                tabs: [{
                        "code": "advisor",
                        "label": qsTr("Advisor")
                    }, {
                        "code": "township",
                        "label": qsTr("Township office")
                    }, {
                        "code": "district",
                        "label": qsTr("District bureau")
                    }]
                current: guideModel.guide
                onCurrentChanged: if (current !== guideModel.guide) {
                    guideModel.guide = current;
                    root.show(0);
                }
            }

            OptionPicker {
                Layout.fillWidth: true
                objectName: "chapter-picker"
                visible: !root.isWide
                label: qsTr("Chapters")
                text: guideModel.count > 0 ? guideModel.titleAt(root.row) : ""
                code: ""
                look: words => root.found(words)
                onPicked: code => root.show(Number(code))
            }

            Heading {
                Layout.fillWidth: true
                objectName: "chapter-title"
                text: guideModel.count > 0 ? guideModel.titleAt(root.row) : ""
                font.pixelSize: Theme.title
            }

            GuideText {
                Layout.fillWidth: true
                objectName: "chapter-text"
                text: guideModel.count > 0 ? guideModel.textAt(root.row) : ""
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                AppButton {
                    objectName: "chapter-before"
                    width: Math.min(implicitWidth, parent.width)
                    glyph: "back"
                    enabled: root.row > 0
                    text: qsTr("Chapter before")
                    onClicked: root.show(root.row - 1)
                }

                AppButton {
                    objectName: "chapter-next"
                    width: Math.min(implicitWidth, parent.width)
                    glyph: "next"
                    enabled: root.row < guideModel.count - 1
                    text: qsTr("Next chapter")
                    onClicked: root.show(root.row + 1)
                }
            }
        }
    }
}
