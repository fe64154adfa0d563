// SPDX-License-Identifier: Apache-2.0
// What must leave a computer leaves its files: searched byte by byte, as a finder of the disk would.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "fayi/base/text.h"
#include "process.h"

namespace fayi::testing {
namespace {

std::string utf16(const std::string& text, bool bigEndian) {
    std::string out;
    for (const char32_t c : codePoints(text)) {
        const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
        out += bigEndian ? std::string{high, low} : std::string{low, high};
    }
    return out;
}

/// Every way the text may stand in a file: whole, and as the pairs that the search index is made of.
std::vector<std::string> traces(const std::string& text) {
    std::vector<std::string> out{text, utf16(text, true), utf16(text, false)};
    const std::u32string points = codePoints(text);
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        out.push_back(toUtf8(std::u32string_view(points).substr(i, 2)));
    return out;
}

/// How often any trace of the text is found in the files of a folder; prints what was searched.
std::size_t found(const std::filesystem::path& folder, const std::string& text) {
    std::size_t hits = 0, bytes = 0;
    std::string files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        const std::string content = all.str();
        bytes += content.size();
        files += " " + entry.path().filename().string();
        for (const std::string& trace : traces(text))
            for (std::size_t at = content.find(trace); at != std::string::npos;
                 at = content.find(trace, at + 1))
                ++hits;
    }
    std::cout << "searched" << files << " (" << bytes << " bytes) for \"" << text
              << "\" in UTF-8, UTF-16 and " << traces(text).size() - 3 << " pairs: " << hits << " found\n";
    return hits;
}

constexpr const char* kVillageA = "500115127200";
constexpr const char* kVillageB = "500115127201";

struct Erase : ::testing::Test {
    TemporaryFolder folder;
    Hub hub{folder / "hub"};
    Cli a{folder / "a"}, b{folder / "b"};

    void SetUp() override { hub.start(); }
    static std::string outreach(const std::string& theme, const std::string& place) {
        return Json{{"theme", theme}, {"happened_on", "2026-03-01"}, {"place", place}}.dump();
    }
    void expectSound() {
        for (const Cli* cli : {&a, &b})
            EXPECT_EQ(cli->good({"check"}).json().at("faults"), Json::array());
        const Json log = hub.admin({"verify-log"}).json();
        EXPECT_TRUE(log.at("ok").get<bool>()) << log.dump();
    }
};

TEST_F(Erase, APersonMovedFromOneVillageToAnotherHoldsNothingOfTheFirstAfterOneSync) {
    a.good({"init", "--name", "村居顾问"});
    b.good({"init", "--name", "双龙司法所"});
    const std::string person = hub.person("顾问", "advisor", kVillageA);
    a.enrol(hub, hub.codeFor(person));
    b.enrol(hub, hub.code("所长", "head", "500115127"));
    std::string lines;
    for (int i = 0; i < 300; ++i)
        lines += outreach("翃霙第" + std::to_string(i) + "次宣讲", i % 3 == 0 ? "爩籱坝" : "村委会") + "\n";
    a.good({"create", "outreach", "-"}, lines);
    const std::string id = a.create("outreach", {{"theme", "龘靐谈心"}, {"happened_on", "2026-03-01"}});
    for (int i = 0; i < 40; ++i)
        b.good({"create", "outreach", outreach("谷黄村第" + std::to_string(i) + "场", "院坝"), "--org",
                kVillageB});
    for (const Cli* cli : {&a, &b, &a})
        cli->good({"sync"});
    for (const char* theme : {"鱻麤一稿", "鱻麤二稿"})
        a.good({"edit", id, Json{{"theme", theme}}.dump()});
    ASSERT_GT(found(a.folder(), "翃霙"), 300U) << "the search finds what is there";
    ASSERT_GT(found(a.folder(), "鱻麤"), 0U);

    ASSERT_EQ(hub.admin({"person", "scope", person, "--org", kVillageB}).code, 0);
    const Json report = a.good({"sync"}).json();
    EXPECT_EQ(report.at("pushed"), 2) << "the unsent edits arrived first";
    EXPECT_EQ(hub.admin({"history", id}).json().back().at("writes").at("theme"), "鱻麤二稿");
    EXPECT_EQ(a.good({"list", "outreach", "--limit", "500"}).lines().size(), 40U);
    EXPECT_EQ(a.run({"get", id}).code, 2);
    for (const char* text : {"翃霙", "爩籱坝", "龘靐谈心", "鱻麤"})
        EXPECT_EQ(found(a.folder(), text), 0U) << text;
    EXPECT_GT(found(a.folder(), "谷黄村"), 0U);
    expectSound();
}

TEST_F(Erase, AnOrderErasesAFieldEverywhereAndTheLogStillVerifies) {
    a.good({"init", "--name", "凤城司法所"});
    b.good({"init", "--name", "长寿区司法局"});
    a.enrol(hub, hub.code("张甲", "clerk", "500115001"));
    b.enrol(hub, hub.code("李乙", "district", "500115"));
    const std::string id =
        a.create("outreach", {{"theme", "翃霙离婚一事"}, {"place", "爩籱坝"}, {"happened_on", "2026-03-01"}});
    const std::string neighbour =
        a.create("outreach", {{"theme", "宪法宣传"}, {"happened_on", "2026-03-02"}});
    for (const Cli* cli : {&a, &b})
        cli->good({"sync"});
    b.good({"edit", id, R"({"theme":"龘靐家事"})"});
    a.good({"edit", neighbour, R"({"attendance":40})"});
    for (const Cli* cli : {&b, &a, &b})
        cli->good({"sync"});
    const std::string backup = (folder / "backup" / "before.sqlite").string();
    std::filesystem::create_directories(folder / "backup");
    ASSERT_EQ(hub.admin({"backup", backup}).code, 0);

    const Ran order =
        hub.admin({"erase", id, "--field", "theme", "--reason", "当事人申请删除", "--by", "区局法制科"});
    ASSERT_EQ(order.code, 0) << order.err;
    EXPECT_EQ(order.json().at("record"), id);
    EXPECT_EQ(order.json().at("values"), 2);
    EXPECT_EQ(order.json().at("changes"), 2);
    for (const Json& entry : hub.admin({"history", id}).json())
        EXPECT_EQ(entry.at("writes").value("theme", Json{{"erased", true}}), (Json{{"erased", true}}))
            << entry.dump();
    for (const Cli* cli : {&a, &b}) {
        cli->good({"sync"});
        const Json record = cli->good({"get", id}).json();
        EXPECT_FALSE(record.at("fields").contains("theme"));
        EXPECT_EQ(record.at("fields").at("place"), "爩籱坝");
        EXPECT_EQ(record.at("erased"), Json::array({"theme"}));
        EXPECT_TRUE(cli->good({"list", "outreach", "--text", "翃霙"}).lines().empty());
    }
    for (const auto& where : {a.folder(), b.folder(), folder / "hub"})
        for (const char* text : {"翃霙离婚一事", "龘靐家事"})
            EXPECT_EQ(found(where, text), 0U) << where;
    EXPECT_GT(found(folder / "hub", "爩籱坝"), 0U);
    EXPECT_GT(found(folder / "backup", "龘靐家事"), 0U) << "a backup made before holds it still";
    expectSound();
    EXPECT_EQ(a.digest(), b.digest());

    a.good({"edit", id, R"({"theme":"家事咨询"})"});
    for (const Cli* cli : {&a, &b})
        cli->good({"sync"});
    EXPECT_EQ(b.good({"get", id}).json().at("fields").at("theme"), "家事咨询")
        << "a later edit is an ordinary one";
    EXPECT_FALSE(b.good({"get", id}).json().contains("erased"));
    expectSound();
}

TEST_F(Erase, AnEditMadeBeforeItsStoreHeardOfTheOrderIsAnOrdinaryEdit) {
    a.good({"init", "--name", "凤城司法所"});
    b.good({"init", "--name", "长寿区司法局"});
    a.enrol(hub, hub.code("张甲", "clerk", "500115001"));
    b.enrol(hub, hub.code("李乙", "district", "500115"));
    const std::string id =
        a.create("outreach", {{"theme", "翃霙离婚一事"}, {"place", "爩籱坝"}, {"happened_on", "2026-03-01"}});
    for (const Cli* cli : {&a, &b})
        cli->good({"sync"});
    a.good({"edit", id, R"({"theme":"家事"})"});
    ASSERT_EQ(hub.admin({"erase", id, "--reason", "保管期满"}).json().at("values"), 3);
    for (const Cli* cli : {&a, &b, &a})
        cli->good({"sync"});
    for (const Cli* cli : {&a, &b}) {
        const Json record = cli->good({"get", id}).json();
        EXPECT_EQ(record.at("fields"), (Json{{"theme", "家事"}}));
        EXPECT_EQ(record.at("erased"), Json::array({"happened_on", "place"}));
        EXPECT_EQ(record.at("conflicts"), Json::array());
    }
    for (const auto& where : {a.folder(), b.folder(), folder / "hub"})
        for (const char* text : {"翃霙离婚一事", "爩籱坝"})
            EXPECT_EQ(found(where, text), 0U) << where;
    expectSound();
}

}  // namespace
}  // namespace fayi::testing
