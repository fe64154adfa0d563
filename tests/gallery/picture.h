// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPoint>

namespace fayi::testing {

/// Sides of the squares that are compared, in pixels.
inline constexpr int kTile = 8;
/// How far the mean of a tile's channels may lie from the accepted one, of 255: letters whose edges were
/// smoothed otherwise stay below, another colour or a line that moved does not.
inline constexpr double kMostApart = 6;

/// A picture as it is kept: sixteen steps a channel and a palette, which makes a small file.
QImage simplified(const QImage& picture);

/// The tile that lies farthest apart.
struct Apart {
    double mean = 0;
    QPoint at;
    bool other = false;  ///< pictures of different size
    bool tooFar() const { return other || mean > kMostApart; }
};
Apart compare(const QImage& accepted, const QImage& seen);

}  // namespace fayi::testing
