// SPDX-License-Identifier: Apache-2.0
import Fayi.Controls
import Fayi.Ui

/// The other language, by its own name.
AppButton {
    id: root

    required property Preferences preferences

    objectName: "other-language"
    look: "quiet"
    text: root.preferences.language === "zh" ? "English" : "中文"
    onClicked: root.preferences.language = root.preferences.language === "zh" ? "en" : "zh"
}
