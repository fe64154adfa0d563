// SPDX-License-Identifier: Apache-2.0
#include "picture.h"

#include <QHash>
#include <QRgb>
#include <cstdlib>

namespace fayi::testing {
namespace {

/// What an indexed picture can hold.
constexpr int kColours = 256;

/// The nearest of 2^bits steps, spread over the whole range so that white stays white.
int step(int channel, int bits) {
    const int last = (1 << bits) - 1;
    return (channel * last + 127) / 255 * 255 / last;
}

QRgb stepped(QRgb pixel, int bits) {
    return qRgb(step(qRed(pixel), bits), step(qGreen(pixel), bits), step(qBlue(pixel), bits));
}

/// Null if that many steps give too many colours.
QImage indexed(const QImage& picture, int bits) {
    QImage out(picture.size(), QImage::Format_Indexed8);
    QHash<QRgb, int> places;
    QList<QRgb> table;
    for (int y = 0; y < picture.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        uchar* to = out.scanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb colour = stepped(from[x], bits);
            auto place = places.find(colour);
            if (place == places.end()) {
                if (table.size() == kColours)
                    return {};
                place = places.insert(colour, static_cast<int>(table.size()));
                table.append(colour);
            }
            to[x] = static_cast<uchar>(place.value());
        }
    }
    out.setColorTable(table);
    return out;
}

double apart(const QImage& one, const QImage& other, const QRect& tile) {
    long sum = 0;
    for (int y = tile.top(); y <= tile.bottom(); ++y)
        for (int x = tile.left(); x <= tile.right(); ++x) {
            const QRgb a = one.pixel(x, y), b = other.pixel(x, y);
            sum +=
                std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
        }
    return static_cast<double>(sum) / (3.0 * tile.width() * tile.height());
}

}  // namespace

QImage simplified(const QImage& picture) {
    const QImage whole = picture.convertToFormat(QImage::Format_RGB32);
    for (const int bits : {4, 3})
        if (const QImage out = indexed(whole, bits); !out.isNull())
            return out;
    return indexed(whole, 2);  // 64 colours: always fits
}

Apart compare(const QImage& accepted, const QImage& seen) {
    Apart out;
    out.other = accepted.size() != seen.size();
    if (out.other)
        return out;
    const QImage one = accepted.convertToFormat(QImage::Format_RGB32);
    const QImage other = seen.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < one.height(); y += kTile)
        for (int x = 0; x < one.width(); x += kTile) {
            const double mean = apart(one, other, QRect(x, y, kTile, kTile).intersected(one.rect()));
            if (mean > out.mean)
                out = {mean, {x, y}, false};
        }
    return out;
}

}  // namespace fayi::testing
