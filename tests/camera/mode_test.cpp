// SPDX-License-Identifier: Apache-2.0
#include "mode.h"

#include <gtest/gtest.h>

#include <string>

namespace fayi::camera {
namespace {

class BestMode : public ::testing::Test {
protected:
    static void SetUpTestSuite() { gst_init(nullptr, nullptr); }

    static std::string of(const char* offered) {
        const Held<GstCaps> caps(gst_caps_from_string(offered));
        const Mode mode = bestMode(*caps);
        if (!mode.caps)
            return "any";
        const GstStructure* one = gst_caps_get_structure(mode.caps.get(), 0);
        int width = 0, height = 0, count = 0, seconds = 1;
        gst_structure_get_int(one, "width", &width);
        gst_structure_get_int(one, "height", &height);
        gst_structure_get_fraction(one, "framerate", &count, &seconds);
        return std::string(mode.compressed ? "jpeg " : "raw ") + std::to_string(width) + "x" +
               std::to_string(height) + " " + std::to_string(count / seconds);
    }
};

// As a USB camera tells it: what moves fast is compressed, what is raw and large crawls.
TEST_F(BestMode, IsTheSharpestThatMoves) {
    EXPECT_EQ(of("video/x-raw, format=YUY2, width=640, height=480, framerate={30/1,15/1};"
                 "video/x-raw, format=YUY2, width=2592, height=1944, framerate=2/1;"
                 "image/jpeg, width=1920, height=1080, framerate={30/1,15/1};"
                 "image/jpeg, width=1280, height=720, framerate=60/1"),
              "jpeg 1920x1080 30");
}

TEST_F(BestMode, IsASlowOneWhereNoneMoves) {
    EXPECT_EQ(of("image/jpeg, width=2592, height=1944, framerate=3/1;"
                 "image/jpeg, width=640, height=480, framerate=4/1"),
              "jpeg 2592x1944 3");
}

TEST_F(BestMode, HasABound) {
    EXPECT_EQ(of("image/jpeg, width=8000, height=6000, framerate=15/1;"
                 "image/jpeg, width=3264, height=2448, framerate=15/1"),
              "jpeg 3264x2448 15");
}

TEST_F(BestMode, SettlesWhatIsLeftOpen) {
    EXPECT_EQ(of("video/x-raw, width=[1,32768], height=[1,32768], framerate=[0/1,2147483647/1]"),
              "raw 1920x1080 30");
}

TEST_F(BestMode, LeavesAnUnknownCameraToItself) {
    EXPECT_EQ(of("video/x-h264, width=1920, height=1080, framerate=30/1"), "any");
    EXPECT_EQ(of("ANY"), "any");
}

}  // namespace
}  // namespace fayi::camera
