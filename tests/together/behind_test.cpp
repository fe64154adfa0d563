// SPDX-License-Identifier: Apache-2.0
// A station whose definitions are two versions old works on a newer record: what it does not know stays as it
// is.
#include "fayi/protocol/change.h"
#include "fayi/protocol/compress.h"
#include "fayi/sqlite/database.h"
#include "together.h"

namespace fayi::testing {
namespace {

constexpr int kBuiltIn = 1;  ///< version of the definition that the station behind holds

/// The definition of outreach, one or two versions on: a plain field first; then a list, and other policies
/// for two fields that everybody knows.
Json laterDefinition(int version) {
    Json out = must(schema::Catalog::builtIn()).type("outreach")->source;
    out["version"] = version;
    out["fields"].push_back({{"name", "weather"},
                             {"type", "duration"},
                             {"section", "event"},
                             {"labels", {{"zh", "雨时"}, {"en", "Rain"}}}});
    if (version == kBuiltIn + 1)
        return out;
    out["fields"].push_back(
        {{"name", "questions"},
         {"type", "items"},
         {"section", "content"},
         {"labels", {{"zh", "提问"}, {"en", "Questions"}}},
         {"fields",
          {{{"name", "asked"}, {"type", "text"}, {"labels", {{"zh", "问"}, {"en", "Asked"}}}},
           {{"name", "answer"}, {"type", "longtext"}, {"labels", {{"zh", "答"}, {"en", "Answer"}}}}}}});
    for (Json& field : out["fields"]) {
        if (field["name"] == "banners")
            field["policy"] = "max";
        if (field["name"] == "place")
            field["policy"] = "review";
    }
    return out;
}

/// The registers that only the later definitions know, or know otherwise, as bytes.
Bytes newer(const merge::RecordState& state) {
    merge::RecordState out;
    for (const auto& [path, reg] : state.registers())
        if (path == "weather" || path == "banners" || path.starts_with("questions"))
            out.put(path, reg);
    EXPECT_GE(out.registers().size(), 8U);
    return protocol::encodeState(out);
}

/// The way to the hub of a program that stands for an older one: of the type `duration` it has never heard.
class OldProgram final : public transport::Transport {
public:
    explicit OldProgram(transport::Transport& way) : m_way(way) {}
    transport::Reply post(std::string_view target, const Bytes& body, std::string_view media) override {
        transport::Reply reply = m_way.post(target, body, media);
        if (const auto plain = protocol::decompress(reply.body, limits::kInflatedBytes))
            reply.body = *plain;
        constexpr std::string_view kKnown = "duration", kNever = "timespan";
        static_assert(kKnown.size() == kNever.size());
        for (auto at = reply.body.find(kKnown); at != Bytes::npos; at = reply.body.find(kKnown, at))
            reply.body.replace(at, kNever.size(), kNever);
        return reply;
    }

private:
    transport::Transport& m_way;
};

struct Behind : Together {
    Computer author{hub, hub.person("clerk", "500115001", "甲"), 1};
    Computer behind{hub, hub.person("clerk", "500115001", "乙"), 2};
    Computer third{hub, hub.person("clerk", "500115001", "丙"), 3};

    void define(int version) {
        must(hub::addDefinition(hub.context, laterDefinition(version).dump(), "outreach.json"));
    }
    static int versionAt(const Computer& computer) {
        return computer.store->catalog().type("outreach")->version;
    }
    merge::RecordState atHub(RecordId id) { return must(hub.store->record(id))->registers; }

    /// The author fills in what the two later definitions brought.
    void writeNewer(RecordId id) {
        define(kBuiltIn + 1);
        author.sync();
        author.edit(id, {{"weather", 45}});
        define(kBuiltIn + 2);
        author.sync();
        author.edit(id, {{"banners", 6},
                         {"questions", Json::array({{{"asked", "彩礼能要回吗"}, {"answer", "看情形。"}},
                                                    {{"asked", "工伤找谁"}, {"answer", "先申请认定。"}}})}});
        author.sync();
        third.sync();
        ASSERT_EQ(versionAt(third), kBuiltIn + 2);
    }

    void expectNewerIntact(RecordId id, const Bytes& before) {
        EXPECT_EQ(newer(atHub(id)), before);
        EXPECT_EQ(newer(must(third.store->state(id))), before);
        EXPECT_EQ(newer(must(behind.store->state(id))), before);
        EXPECT_EQ(third.fields(id)["weather"], 45);
        EXPECT_EQ(third.fields(id)["banners"], 6);
        EXPECT_EQ(third.fields(id)["questions"].size(), 2U);
        EXPECT_EQ(third.fields(id)["questions"][1]["answer"], "先申请认定。");
        for (Computer* each : {&author, &behind, &third})
            each->expectSound();
        hub.expectSound();
    }
};

TEST_F(Behind, AStationTwoDefinitionsBehindEditsOneFieldAndTheNewerOnesStayByteForByte) {
    behind.sync();
    const RecordId id = author.create("民法典宣讲");
    author.sync();
    behind.sync();
    writeNewer(id);
    const Bytes before = newer(atHub(id));
    ASSERT_EQ(versionAt(behind), kBuiltIn);
    behind.edit(id, {{"theme", "送法下乡"}});  // before it hears of anything
    behind.sync();
    third.sync();
    EXPECT_EQ(must(hub.store->record(id))->fields["theme"], "送法下乡");
    EXPECT_EQ(third.fields(id)["theme"], "送法下乡");
    expectNewerIntact(id, before);
    EXPECT_EQ(versionAt(behind), kBuiltIn + 2) << "its sync brought the definitions";
    author.sync();
    EXPECT_EQ(behind.everything(), third.everything());
    EXPECT_EQ(behind.everything(), author.everything());
}

TEST_F(Behind, AProgramThatDoesNotUnderstandTheDefinitionEditsANewerRecordAndLeavesTheRestByteForByte) {
    OldProgram old(*behind.transport);
    const auto sync = [&] {
        clock.advance(Millis(1000));
        EXPECT_EQ(runtime::syncAll(*behind.store, old).trouble, protocol::Trouble::None);
    };
    const RecordId id = author.create("民法典宣讲");
    author.sync();
    writeNewer(id);
    sync();  // a first sync: states, not changes
    const Bytes before = newer(atHub(id));
    ASSERT_EQ(versionAt(behind), kBuiltIn);
    EXPECT_EQ(newer(must(behind.store->state(id))), before);
    EXPECT_EQ(behind.fields(id)["weather"], 45) << "what is not known is shown all the same";
    behind.edit(id, {{"theme", "送法下乡"}});
    sync();
    third.sync();
    EXPECT_EQ(must(hub.store->record(id))->fields["theme"], "送法下乡");
    EXPECT_EQ(third.fields(id)["theme"], "送法下乡");
    expectNewerIntact(id, before);
    author.edit(id, {{"weather", 60}});  // and what comes as a change
    author.sync();
    third.sync();
    sync();
    EXPECT_EQ(newer(must(behind.store->state(id))), newer(must(third.store->state(id))));
    EXPECT_EQ(behind.fields(id)["weather"], 60);
    behind.expectSound();
}

TEST_F(Behind, AFieldThatALaterDefinitionPutsUnderReviewAsksThoughOneOfTheAuthorsDidNotKnow) {
    behind.sync();
    const RecordId id = author.create("民法典宣讲");
    author.sync();
    behind.sync();
    writeNewer(id);
    author.edit(id, {{"place", "文化广场"}});
    author.sync();
    behind.edit(id, {{"place", "村委会"}});
    behind.sync();
    third.sync();
    const std::vector<std::string> asked{"place"};
    EXPECT_EQ(records::view(third.store->catalog().type("outreach"), "outreach", atHub(id)).conflicts, asked);
    EXPECT_EQ(must(third.store->get(id)).view.conflicts, asked);
    EXPECT_EQ(must(behind.store->get(id)).view.conflicts, asked);
}

TEST_F(Behind, ALaterProgramOverTheSameStoreShowsWhatItUnderstandsNow) {
    const RecordId id = author.create("民法典宣讲");
    author.sync();
    writeNewer(id);
    third.edit(id, {{"place", "村委会"}});
    author.edit(id, {{"place", "文化广场"}});
    author.sync();
    third.sync();
    const std::string shown = third.everything();
    ASSERT_EQ(third.store->counts().conflicts, 1U);
    // An earlier program would have left this: it knew no review of the place, and searched less.
    const auto file = third.store->folder() / "station.db";
    third.store.reset();
    {
        auto database = must(sqlite::Database::open(file, {}));
        ASSERT_TRUE(database->execute("UPDATE meta SET value='earlier' WHERE key='worked-out-by'").ok());
        ASSERT_TRUE(
            database->execute("UPDATE record SET conflicts=0, fields='{}', title='?' WHERE type='outreach'")
                .ok());
    }
    third.store = must(store::Store::open(third.folder / "data", clock, third.random));
    EXPECT_EQ(third.everything(), shown);
    EXPECT_EQ(third.store->counts().conflicts, 1U);
    EXPECT_EQ(must(third.store->get(id)).title, "民法典宣讲");
    third.expectSound();
}

TEST_F(Behind, ADefinitionMayUseAListThatWasAddedAfterIt) {
    define(kBuiltIn + 1);
    third.sync();
    must(hub::addDefinition(hub.context,
                            R"({"kind": "code-list", "name": "local-skies", "version": 1,
        "labels": {"zh": "天气", "en": "Skies"},
        "choices": [{"code": "clear", "labels": {"zh": "晴", "en": "Clear"}}]})",
                            "skies.json"));
    Json definition = laterDefinition(kBuiltIn + 2);
    definition["fields"].push_back({{"name", "sky"},
                                    {"type", "choice"},
                                    {"section", "event"},
                                    {"codes", "local-skies"},
                                    {"labels", {{"zh", "天气"}, {"en", "Sky"}}}});
    must(hub::addDefinition(hub.context, definition.dump(), "outreach.json"));
    third.sync();
    EXPECT_EQ(versionAt(third), kBuiltIn + 2);
    const RecordId id = third.create("民法典宣讲");
    third.edit(id, {{"sky", "clear"}});
    third.sync();
    author.sync();
    EXPECT_EQ(author.fields(id)["sky"], "clear");
}

}  // namespace
}  // namespace fayi::testing
