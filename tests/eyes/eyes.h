// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <string>
#include <vector>

class QQuickItem;
class QQuickWindow;

namespace fayi::testing {

/// What somebody would stumble over.
enum class Flaw {
    Cut,      ///< letters that are not drawn whole: elided, outside of their item, of a clip or of the window
    Covered,  ///< letters under other letters
    Nameless,   ///< a control that a screen reader cannot name
    Roleless,   ///< a control of which a screen reader cannot say what it is
    Small,      ///< less than 44 pixels wide or high, as WCAG 2.2 (2.5.5) asks of what a finger presses
    Unreached,  ///< a control to which the keyboard does not lead
    Unseen,     ///< what has the keyboard is not in sight, or does not show it
};

struct Fault {
    Flaw flaw = Flaw::Cut;
    QString item;   ///< where: the names and types from the outside in
    QString words;  ///< its text or name
    QString what;   ///< with numbers
};

/// For a failing test: one line.
std::string told(const Fault& fault);

/// All letters and controls that the window shows now; of an open dialog that lets nothing else be pressed,
/// its own. The content of a Flickable counts as shown where scrolling shows it.
std::vector<Fault> look(QQuickWindow& window);

/// Goes around with the tabulator, and with the arrow within lists, until it is back where it began: every
/// control must have been reached, and be seen when it is.
std::vector<Fault> goAround(QQuickWindow& window);

}  // namespace fayi::testing
