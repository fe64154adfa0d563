// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace fayi::testing {

/// Cameras of a kind that GStreamer finds like any other in this process, from now on.
struct Pretended {
    const char* name;
    const char* path;    ///< null: it tells none
    const char* caps;    ///< what it offers
    const char* source;  ///< as for gst-launch: what delivers it
};

/// Registers a provider of devices; once in a process. At most ten.
void pretendCameras(const Pretended* cameras, int count);
/// Plugs them all out, or in again.
void plugIn(bool in);

}  // namespace fayi::testing
