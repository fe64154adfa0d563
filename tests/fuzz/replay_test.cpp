// SPDX-License-Identifier: Apache-2.0
// The corpus, and seeded mutations of it, through every decoder: whatever comes, an answer and no crash.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "fayi/protocol/bundle.h"
#include "fayi/protocol/invitation.h"
#include "fayi/protocol/states.h"
#include "fayi/schema/catalog.h"
#include "fayi/sheets/workbook.h"
#include "targets.h"

namespace fayi::fuzz {
namespace {

constexpr int kMutations = 400;  ///< of each file; ./dev test --long runs libFuzzer for the rest

std::vector<std::string> corpus() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(FAYI_CORPUS)) {
        std::ifstream in(entry.path(), std::ios::binary);
        std::stringstream text;
        text << in.rdbuf();
        out.push_back(text.str());
    }
    std::ranges::sort(out);
    return out;
}

std::string mutated(std::string input, std::mt19937& random) {
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    for (std::size_t hits = 1 + below(4); hits > 0 && input.size() > 1; --hits) {
        const std::size_t at = 1 + below(input.size() - 1);
        switch (below(4)) {
            case 0:
                input[at] = static_cast<char>(below(256));
                break;
            case 1:
                input.resize(at);
                break;
            case 2:
                input.insert(at, input.substr(1 + below(input.size() - 1), below(20)));
                break;
            default:
                input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
                break;
        }
    }
    return input;
}

bool accepts(int target, std::string_view bytes) {
    switch (target) {
        case 0:
            return protocol::decodeChange(bytes).ok();
        case 1:
            return protocol::decodeState(bytes).ok();
        case 2:
            return protocol::decodeSyncRequest(bytes).ok();
        case 3:
            return protocol::decodeSyncResponse(bytes).ok();
        case 9:
            return protocol::decodeStates(protocol::fromCbor(bytes).value()).ok();
        case 10:
            return protocol::decodeHistoryRequest(bytes).ok();
        case 11:
            return protocol::decodeHistoryResponse(bytes).ok();
        case 13: {
            auto reader = protocol::BundleReader::open(protocol::sourceOf(bytes));
            if (!reader || !reader->unlock(bundleKey()))
                return false;
            auto item = reader->next();
            while (item && *item)
                item = reader->next();
            return item.ok();
        }
        case 17:
            return protocol::invitationFrom(bytes).ok();
        case 16: {
            auto book = sheets::Workbook::fromBytes(std::string(bytes));
            return book.ok() && book->choose().ok() && book->next().has_value();
        }
        default:
            return true;
    }
}

TEST(Fuzz, EveryDecoderHasAnAcceptedExampleInTheCorpus) {
    std::set<int> accepted;
    for (const std::string& input : corpus()) {
        const int target = static_cast<unsigned char>(input.at(0)) % kTargets;
        const std::string_view rest = std::string_view(input).substr(1);
        if (accepts(target, rest))
            accepted.insert(target);
    }
    EXPECT_EQ(accepted.size(), static_cast<std::size_t>(kTargets));
}

TEST(Fuzz, TheCorpusAndItsMutationsEndNoDecoder) {
    std::mt19937 random(20261124);
    const auto inputs = corpus();
    ASSERT_FALSE(inputs.empty());
    for (const std::string& input : inputs) {
        runTarget(input);
        const int rounds =
            static_cast<unsigned char>(input[0]) % kTargets == 7 ? kMutations / 20 : kMutations;
        for (int i = 0; i < rounds; ++i)
            runTarget(mutated(input, random));
    }
}

}  // namespace
}  // namespace fayi::fuzz
