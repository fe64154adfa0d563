// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/result.h"

namespace fayi::camera {

struct Device {
    std::string id;  ///< stays the same while it is plugged in
    std::string name;
};

/// Rows from the top, each `stride` bytes; four bytes a pixel: red, green, blue, and one that says nothing.
struct Picture {
    int width = 0, height = 0;
    std::size_t stride = 0;
    std::string pixels;
};

/// The cameras of this computer: built in, on a USB cable, or a document camera (高拍仪), which is one of
/// them.
///
/// At most one is on. Not thread safe, but bound to no thread; nothing is called back. This header is all
/// that a program needs: what stands behind it is a library of its own, loaded when somebody wants a picture,
/// so that a computer without cameras starts and runs without it.
class Camera {
public:
    virtual ~Camera() = default;
    /// As they are now, at most kMostDevices; takes up to a second.
    virtual std::vector<Device> devices() = 0;
    /// Turns one on, and another off. Takes up to a second or two. ErrorCode::NotFound: it is unplugged;
    /// Io: another program has it, or the system lacks what reads it.
    virtual Status start(const std::string& id) = 0;
    /// The newest picture that was not given out yet; nothing: none came since. Error: none will come any
    /// more, as when it was unplugged; it is off then.
    virtual Result<std::optional<Picture>> next() = 0;
    virtual void stop() = 0;

    static constexpr std::size_t kMostDevices = 16;
    /// As sharp as the device can, up to so many pixels: a page of A4 is well read at that.
    static constexpr int kMostPixels = 3840 * 2160;
};

/// What the library offers under the name kOpen: a Camera that the caller owns, or null where the computer
/// lacks what it is built on.
using Open = Camera* (*)();
inline constexpr const char* kOpen = "fayi_camera_open";

}  // namespace fayi::camera
