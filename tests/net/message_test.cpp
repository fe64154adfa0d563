// SPDX-License-Identifier: Apache-2.0
#include "fayi/net/message.h"

#include <gtest/gtest.h>

namespace fayi::net {

TEST(Messages, HeaderNamesAreFoundWithoutRegardToCase) {
    const Request request{"GET", "/", {{"Content-Type", "a"}, {"X-Two", "1"}, {"x-two", "2"}}, {}};
    ASSERT_NE(request.header("content-type"), nullptr);
    EXPECT_EQ(*request.header("CONTENT-TYPE"), "a");
    EXPECT_EQ(*request.header("X-TWO"), "1");
    EXPECT_EQ(request.header("Content"), nullptr);
    EXPECT_EQ(request.header(""), nullptr);
}

TEST(Messages, AMediaTypeIsComparedWithoutItsParameters) {
    EXPECT_EQ(mediaType("Application/CBOR ; charset=utf-8"), "application/cbor");
    EXPECT_EQ(mediaType("text/html"), "text/html");
    EXPECT_EQ(mediaType("  "), "");
    EXPECT_EQ(mediaType(";x"), "");
}

TEST(Messages, TrafficAddsUp) {
    Traffic traffic{1, 2, 3, 4};
    traffic += Traffic{10, 20, 30, 40};
    EXPECT_EQ(traffic.bytesUp, 11u);
    EXPECT_EQ(traffic.bytesDown, 22u);
    EXPECT_EQ(traffic.requests, 33u);
    EXPECT_EQ(traffic.connections, 44u);
}

}  // namespace fayi::net
