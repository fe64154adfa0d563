// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Theme

/// The name of a part of a page.
AppText {
    font.pixelSize: Theme.heading
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Heading
}
