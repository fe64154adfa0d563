// SPDX-License-Identifier: Apache-2.0

/// What must be mended, in the reviewer's words.

RemarkDialog {
    name: "return"
    title: qsTr("Return this record")
    text: qsTr("Say what must be mended; its author sees it with the record.")
    answer: qsTr("Return")
}
