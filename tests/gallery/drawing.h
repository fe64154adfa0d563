// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace fayi::testing {

/// Before the QGuiApplication is made: no screen, no graphics card, nothing of the user's own settings, and
/// no font but the one that every computer with the project's packages has.
void drawAlikeEverywhere();

/// After it: that font without hinting, smoothed in grey, and a caret that does not blink.
void chooseFont();

}  // namespace fayi::testing
