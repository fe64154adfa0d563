// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Fayi.Controls

/// The verbs of the keyboard find what Tab leads to and a person sees, and nothing else.
Desk {
    id: root

    Column {
        AppButton {
            objectName: "sound"
            text: "sound"
        }

        AppButton {
            objectName: "no-focus"
            focusPolicy: Qt.NoFocus
            text: "no focus"
        }

        AppButton {
            objectName: "switched-off"
            enabled: false
            text: "switched off"
        }

        Flickable {
            width: 200
            height: 60
            contentHeight: 200
            clip: true

            AppButton {
                objectName: "below"
                y: 40
                text: "below what scrolls"
            }
        }

        Item {
            width: 200
            height: 60

            AppButton {
                objectName: "covered"
                text: "covered"
            }

            Rectangle {
                anchors.fill: parent
            }
        }

        T.TextField {
            objectName: "line"
            width: 200
            height: 44
        }
    }

    KeyCase {
        name: "Keyboard"
        desk: root

        function leadsTo(name) {
            verify(root.item(name) !== null);
            return tabUntil(() => isAt(root.item(name)));
        }

        function test_tabLeadsToWhatIsSoundAlone() {
            verify(leadsTo("sound"));
            verify(sight.isClear(focused()));
            verify(!leadsTo("no-focus"));
            verify(!leadsTo("switched-off"));
        }

        function test_whatNobodySeesIsNotFound_data() {
            return [{
                    "tag": "below"
                }, {
                    "tag": "covered"
                }];
        }

        function test_whatNobodySeesIsNotFound(row) {
            verify(leadsTo(row.tag));
            verify(!sight.isClear(focused()));
        }

        function test_whatIsTypedStandsInPlaceOfWhatStood() {
            write("line", "v1.2 到村走访 90");
            compare(root.item("line").text, "v1.2 到村走访 90");
            write("line", "Ab");
            compare(root.item("line").text, "Ab");
        }
    }
}
