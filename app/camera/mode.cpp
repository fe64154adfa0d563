// SPDX-License-Identifier: Apache-2.0
#include "mode.h"

#include <array>

#include "fayi/camera/camera.h"

namespace fayi::camera {
namespace {

/// Pictures a second at which a page can still be put in its place by looking.
constexpr double kSteady = 5;
/// What is wanted where a camera leaves the size or the rate to us.
constexpr int kWidth = 1920, kHeight = 1080, kRate = 30;
/// Alternatives that are looked at.
constexpr guint kMostAlternatives = 1'000;

/// [does it move, pixels, pictures a second]; more is better.
using Worth = std::array<double, 3>;

struct Choice {
    Held<GstStructure> structure;
    Worth worth{};
};

Choice settled(const GstStructure& offered) {
    Choice out{Held<GstStructure>(gst_structure_copy(&offered)), {}};
    GstStructure* one = out.structure.get();
    gst_structure_fixate_field_nearest_int(one, "width", kWidth);
    gst_structure_fixate_field_nearest_int(one, "height", kHeight);
    gst_structure_fixate_field_nearest_fraction(one, "framerate", kRate, 1);
    int width = 0, height = 0, count = 0, seconds = 1;
    gst_structure_get_int(one, "width", &width);
    gst_structure_get_int(one, "height", &height);
    gst_structure_get_fraction(one, "framerate", &count, &seconds);
    const double rate = seconds > 0 ? static_cast<double>(count) / seconds : 0;
    const double pixels = static_cast<double>(width) * height;
    if (pixels > 0 && pixels <= Camera::kMostPixels)
        out.worth = {rate >= kSteady ? 1.0 : 0.0, pixels, rate};
    return out;
}

}  // namespace

Mode bestMode(const GstCaps& offered) {
    Choice best;
    const guint alternatives = std::min(gst_caps_get_size(&offered), kMostAlternatives);
    for (guint i = 0; i < alternatives; ++i) {
        const GstStructure* one = gst_caps_get_structure(&offered, i);
        if (!gst_structure_has_name(one, "image/jpeg") && !gst_structure_has_name(one, "video/x-raw"))
            continue;
        Choice choice = settled(*one);
        if (choice.worth > best.worth)
            best = std::move(choice);
    }
    if (!best.structure)
        return {};
    const bool compressed = gst_structure_has_name(best.structure.get(), "image/jpeg");
    return {Held<GstCaps>(gst_caps_new_full(best.structure.release(), nullptr)), compressed};
}

}  // namespace fayi::camera
