// SPDX-License-Identifier: Apache-2.0
#include "tree.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fayi::tidy {

void PrintTo(const Rule& rule, std::ostream* out) {
    *out << rule.name;
}

namespace {

const std::vector<Source>& tree() {
    static const std::vector<Source> kTree = readTree(FAYI_SOURCE_DIR);
    return kTree;
}

class EveryFile : public testing::TestWithParam<Rule> {};

TEST_P(EveryFile, ObeysTheRule) {
    std::vector<Finding> found;
    for (const Source& source : tree())
        GetParam().check(source, found);
    for (const Finding& finding : found)
        ADD_FAILURE() << finding.path << ":" << finding.line << ": " << finding.message;
}

INSTANTIATE_TEST_SUITE_P(Of, EveryFile, testing::ValuesIn(rules()), [](const auto& rule) {
    std::string name(rule.param.name);
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
});

TEST(Documents, LinkOnlyToWhatIsThere) {
    for (const Source& source : tree())
        if (source.path.ends_with(".md"))
            for (const auto& link : brokenLinks(source, FAYI_SOURCE_DIR))
                ADD_FAILURE() << source.path << " links to " << link;
}

TEST(Documents, ALinkThatLeadsNowhereIsCaught) {
    const Source page{"docs/PAGE.md", "[a](NOWHERE.md), ![b](pictures/none.png), [c](https://example.org/x)"};
    EXPECT_EQ(brokenLinks(page, FAYI_SOURCE_DIR).size(), 2u);
    EXPECT_TRUE(brokenLinks({"README.md", "[a](docs/ARCHITECTURE.md#the-walls)"}, FAYI_SOURCE_DIR).empty());
}

TEST(Tree, IsReadAtAll) {
    const auto has = [](std::string_view path) {
        return std::any_of(tree().begin(), tree().end(),
                           [&](const Source& source) { return source.path == path; });
    };
    EXPECT_TRUE(has("CMakeLists.txt"));
    EXPECT_TRUE(has("sync/base/clock.cpp"));
    EXPECT_TRUE(has("sync/base/include/fayi/base/result.h"));
    EXPECT_TRUE(has("dev"));
}

}  // namespace
}  // namespace fayi::tidy
