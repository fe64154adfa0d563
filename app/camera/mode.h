// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "held.h"

namespace fayi::camera {

/// How a camera is to deliver its pictures.
struct Mode {
    Held<GstCaps> caps;       ///< one structure with one size and one rate; null: as it likes
    bool compressed = false;  ///< as JPEG, picture by picture
};

/// Of what a camera offers the sharpest that moves (kSteady pictures a second) and has at most
/// Camera::kMostPixels; of equally sharp ones the one that moves faster.
Mode bestMode(const GstCaps& offered);

}  // namespace fayi::camera
