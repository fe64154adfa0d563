// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/finder.h"

#include <QStringList>
#include <algorithm>

#include "fayi/base/initials.h"
#include "fayi/ui/words.h"

namespace fayi::ui {

bool isFound(const QString& label, const QString& words) {
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const std::string text = fromQt(label);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
        return label.contains(word, Qt::CaseInsensitive) || holdsInitials(text, fromQt(word));
    });
}

}  // namespace fayi::ui
