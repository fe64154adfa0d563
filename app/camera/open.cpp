// SPDX-License-Identifier: Apache-2.0
// What a program finds in the library: fayi/camera/camera.h.
#include "gstreamer.h"

extern "C" __attribute__((visibility("default"))) fayi::camera::Camera* fayi_camera_open() {
    return fayi::camera::overGStreamer().release();
}
