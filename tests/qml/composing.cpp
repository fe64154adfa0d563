// SPDX-License-Identifier: Apache-2.0
// What an input method sends: letters under the cursor, then the words that were chosen.
#include <QInputMethodEvent>
#include <QQuickWindow>
#include <QTextCharFormat>

#include "hands.h"

namespace fayi::testing {

void Hands::compose(QQuickItem* root, const QString& letters) const {
    QTextCharFormat underlined;
    underlined.setFontUnderline(true);
    const auto length = static_cast<int>(letters.size());
    QInputMethodEvent event(letters, {{QInputMethodEvent::TextFormat, 0, length, underlined},
                                      {QInputMethodEvent::Cursor, length, 1, {}}});
    QCoreApplication::sendEvent(root->window()->activeFocusItem(), &event);
}

void Hands::commit(QQuickItem* root, const QString& words) const {
    QInputMethodEvent event;
    event.setCommitString(words);
    QCoreApplication::sendEvent(root->window()->activeFocusItem(), &event);
}

}  // namespace fayi::testing
