// SPDX-License-Identifier: Apache-2.0
#include "fayi/blobs/ranges.h"

#include <gtest/gtest.h>

namespace fayi::blobs {
namespace {

using Kind = Asked::Kind;

TEST(Range, AsksForAPartWithinTheBlob) {
    EXPECT_EQ(parseRange("bytes=0-99", 1000).range, (Range{0, 99}));
    EXPECT_EQ(parseRange("bytes=500-", 1000).range, (Range{500, 999}));
    EXPECT_EQ(parseRange("bytes=900-5000", 1000).range, (Range{900, 999}));
    EXPECT_EQ(parseRange("bytes=-100", 1000).range, (Range{900, 999}));
    EXPECT_EQ(parseRange("bytes=-5000", 1000).range, (Range{0, 999}));
    EXPECT_EQ(parseRange("bytes=999-999", 1000).range.count(), 1U);
}

TEST(Range, BehindTheEndIsUnsatisfiable) {
    EXPECT_EQ(parseRange("bytes=1000-", 1000).kind, Kind::Unsatisfiable);
    EXPECT_EQ(parseRange("bytes=-0", 1000).kind, Kind::Unsatisfiable);
    EXPECT_EQ(parseRange("bytes=0-", 0).kind, Kind::Unsatisfiable);
}

TEST(Range, ThatIsNotUnderstoodIsIgnored) {
    for (const char* header : {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-3", "bytes=0-1,3-4",
                               "items=0-1", "bytes=0-99999999999999999999999", "bytes= 0-1", "bytes=0-1 "})
        EXPECT_EQ(parseRange(header, 1000).kind, Kind::Whole) << header;
}

TEST(ContentRange, IsReadAsItIsWritten) {
    for (const ContentRange& range : {ContentRange{Range{0, 99}, 1000}, ContentRange{std::nullopt, 7},
                                      ContentRange{Range{999, 999}, 1000}})
        EXPECT_EQ(parseContentRange(toText(range)), range);
}

TEST(ContentRange, ThatDoesNotLieWithinItsTotalIsNone) {
    for (const char* header :
         {"", "bytes 0-99", "bytes 0-1000/1000", "bytes 9-3/1000", "bytes */*", "bytes 0-9/*",
          "bytes 0-9/10x", "bytes */", "lines 0-9/10", "bytes  0-9/10", "bytes -9/10", "bytes 0-/10"})
        EXPECT_EQ(parseContentRange(header), std::nullopt) << header;
}

}  // namespace
}  // namespace fayi::blobs
