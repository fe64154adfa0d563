// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QString>
#include <vector>

namespace fayi::testing {

enum class Mood { Light, Dark, Contrast };

/// A page and how the window is dressed for its picture.
struct Shot {
    QString page;  ///< as PictureBook.qml names it
    QSize size;
    Mood mood = Mood::Light;
    int scale = 100;
    bool chinese = true;

    /// Of the accepted picture: "list-1280x800-dark-200-en".
    QString name() const;
};

/// Those that are accepted and compared; shots.cpp says how they are chosen.
std::vector<Shot> shots();

}  // namespace fayi::testing
