// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "fayi/camera/camera.h"

namespace fayi::camera {

/// Null: GStreamer cannot run here.
std::unique_ptr<Camera> overGStreamer();

}  // namespace fayi::camera
