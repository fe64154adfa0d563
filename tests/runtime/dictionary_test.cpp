// SPDX-License-Identifier: Apache-2.0
// Which dictionary a station and its hub compress with: the newest that both carry, and none before they
// know.
#include "fayi/protocol/messages.h"
#include "hub_and_station.h"

namespace fayi::runtime {
namespace {

using protocol::DictionaryId;

/// The id in the header of a zstd frame (RFC 8878, 3.1.1.1), of one byte; 0: none, or no frame.
DictionaryId namedIn(const Bytes& body) {
    constexpr std::size_t kDescriptor = 4;
    if (body.size() <= kDescriptor + 2 || body[0] != 0x28 || (body[kDescriptor] & 3) != 1)
        return 0;
    const bool single = (body[kDescriptor] & 0x20) != 0;
    return static_cast<unsigned char>(body[kDescriptor + (single ? 1 : 2)]);
}

struct Dictionary : ::testing::Test {
    TestHub hub;
    TestStation a{1, hub, hub.person("张甲", "500115001")};
    std::vector<DictionaryId> used;

    std::size_t bytesOfASync() {
        a.create();
        return static_cast<std::size_t>(a.sync([&](const net::Request& request) {
                                             used.push_back(namedIn(request.body));
                                         }).traffic.bytesUp);
    }
};

TEST_F(Dictionary, IsUsedOnceTheHubHasNamedIt) {
    bytesOfASync();
    EXPECT_EQ(used.front(), 0U);
    used.clear();
    bytesOfASync();
    EXPECT_EQ(used.front(), protocol::newestDictionary());
}

TEST_F(Dictionary, AHubThatDoesNotCarryItIsAskedOnceMoreWithout) {
    bytesOfASync();
    a.create();
    int requests = 0;
    const SyncResult out = a.sync([&](net::Request& request) {
        if (++requests > 1)
            return;
        ASSERT_NE(namedIn(request.body), 0U);
        const bool single = (request.body[4] & 0x20) != 0;
        request.body[single ? 5 : 6] = static_cast<char>(0xEE);  // as an older hub would see it
    });
    EXPECT_EQ(requests, 2);
    EXPECT_EQ(out.pushed, 1U);
}

}  // namespace
}  // namespace fayi::runtime
