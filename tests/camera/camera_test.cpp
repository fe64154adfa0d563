// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <thread>

#include "gstreamer.h"
#include "pretended.h"

namespace fayi::camera {
namespace {

constexpr testing::Pretended kCameras[] = {
    {"高拍仪", "/dev/video0", "video/x-raw, width=320, height=240, framerate=30/1",
     "videotestsrc is-live=true pattern=red"},
    {"Shows three pictures", nullptr, "video/x-raw, width=320, height=240, framerate=30/1",
     "videotestsrc is-live=true num-buffers=3"},
    {"Offers what it has not", "/dev/video2", "video/x-raw, width=320, height=240, framerate=30/1",
     "audiotestsrc is-live=true"},
    {"Is gone when it is opened", "/dev/video3", "video/x-raw, width=320, height=240, framerate=30/1",
     "v4l2src device=/dev/no-such-camera"},
    {"Compresses", "/dev/video4", "image/jpeg, width=320, height=240, framerate=30/1",
     "videotestsrc is-live=true pattern=red ! jpegenc"},
};

class Cameras : public ::testing::Test {
protected:
    static void SetUpTestSuite() { testing::pretendCameras(kCameras, std::size(kCameras)); }
    void SetUp() override {
        testing::plugIn(true);
        m_camera = overGStreamer();
        ASSERT_NE(m_camera, nullptr);
        m_devices = m_camera->devices();
        ASSERT_EQ(m_devices.size(), std::size(kCameras));
    }
    /// Waits for one, at most some thousand times a scheduler's turn.
    Result<std::optional<Picture>> patientlyNext() {
        for (;;) {
            auto got = m_camera->next();
            if (!got || *got)
                return got;
            std::this_thread::yield();
        }
    }

    std::unique_ptr<Camera> m_camera;
    std::vector<Device> m_devices;
};

TEST_F(Cameras, AreFoundByName) {
    EXPECT_EQ(m_devices[0].name, "高拍仪");
    EXPECT_EQ(m_devices[0].id, "/dev/video0");
    EXPECT_EQ(m_devices[1].id, "#1");
    testing::plugIn(false);
    EXPECT_TRUE(m_camera->devices().empty());
}

TEST_F(Cameras, GivePicturesAsTheyAre) {
    for (const char* camera : {"/dev/video0", "/dev/video4"}) {
        ASSERT_TRUE(m_camera->start(camera));
        const auto picture = patientlyNext();
        ASSERT_TRUE(picture);
        EXPECT_EQ((*picture)->width, 320);
        EXPECT_EQ((*picture)->height, 240);
        ASSERT_GE((*picture)->pixels.size(), (*picture)->stride * 240);
        const auto* middle = reinterpret_cast<const unsigned char*>((*picture)->pixels.data()) +
                             120 * (*picture)->stride + 160 * 4;
        EXPECT_GT(middle[0], 220);
        EXPECT_LT(middle[1], 30);
        EXPECT_LT(middle[2], 30);
        EXPECT_TRUE(patientlyNext()) << "and go on";
    }
}

TEST_F(Cameras, MayBeTurnedOffAndOnAgain) {
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(m_camera->start("/dev/video0"));
        EXPECT_TRUE(patientlyNext());
        m_camera->stop();
        EXPECT_FALSE(m_camera->next()) << "it is off";
    }
}

TEST_F(Cameras, ThatEndAreSaidToBeUnplugged) {
    ASSERT_TRUE(m_camera->start("#1"));
    auto got = patientlyNext();
    while (got)
        got = patientlyNext();
    EXPECT_EQ(got.error().code, ErrorCode::NotFound);
    EXPECT_NE(got.error().message.zh.find("拔下"), std::string::npos);
}

TEST_F(Cameras, ThatAreNotThereSayWhy) {
    EXPECT_EQ(m_camera->start("/dev/video9").error().code, ErrorCode::NotFound);
    const Status gone = m_camera->start("/dev/video3");
    ASSERT_FALSE(gone.ok());
    EXPECT_EQ(gone.error().code, ErrorCode::NotFound) << gone.error().message.en;
    EXPECT_FALSE(m_camera->start("/dev/video2").ok()) << "sound is no picture";
    EXPECT_TRUE(m_camera->start("/dev/video0")) << "another one still works";
}

}  // namespace
}  // namespace fayi::camera
