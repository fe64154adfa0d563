// SPDX-License-Identifier: Apache-2.0
// The district's server burns down, and an office too: what is left puts it together again.
#include <gtest/gtest.h>

#include "process.h"

namespace fayi::testing {
namespace {

namespace fs = std::filesystem;

struct RestoredHub : ::testing::Test {
    TemporaryFolder folder;
    Hub hub{folder / "hub"};
    Cli a{folder / "a"}, b{folder / "b"};

    static Json outreach(const std::string& theme) {
        return {{"theme", theme}, {"happened_on", "2026-03-01"}};
    }
    void syncBoth() const {
        for (const Cli* cli : {&a, &b, &a})
            cli->good({"sync"});
    }
    Json asked(const std::vector<std::string>& question) const {
        const Ran ran = hub.admin(question);
        EXPECT_EQ(ran.code, 0) << ran.err;
        return ran.json();
    }
};

TEST_F(RestoredHub, HoldsEverythingThatAnyStationStillHoldsAfterOneSync) {
    hub.start();
    a.good({"init", "--name", "凤城司法所"});
    b.good({"init", "--name", "晏家司法所"});
    a.enrol(hub, hub.code("张甲", "clerk", "500115001"));
    b.enrol(hub, hub.code("李乙", "head", "500115001"));
    const std::string shared = a.create("outreach", outreach("备份之前"));
    syncBoth();
    const std::string copy = (folder / "copy").string();
    EXPECT_EQ(asked({"backup", copy})["number"], 1);

    const std::string mine = a.create("outreach", outreach("甲在备份之后")),
                      lost = b.create("outreach", outreach("乙在备份之后"));
    b.good({"edit", shared, R"({"attendance":31})"});
    syncBoth();
    a.good({"edit", lost, R"({"theme":"甲补了一笔"})"});
    const std::string late = hub.person("王丙", "clerk", "500115001");
    syncBoth();
    const std::string all = a.digest();
    fs::remove_all(b.folder());

    ASSERT_TRUE(hub.stop());
    fs::rename(folder / "hub", folder / "burnt");
    EXPECT_GT(asked({"restore", copy})["epoch"], 1);
    hub.start();
    const Ran first = a.run({"sync"});
    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_NE(first.err.find("备份"), std::string::npos) << "people are told";
    EXPECT_EQ(a.good({"sync"}).json().at("requests"), 1);
    EXPECT_EQ(a.digest(), all);

    EXPECT_FALSE(asked({"history", mine})[0].contains("testimony"));
    const Json history = asked({"history", lost});
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0]["testimony"], "凤城司法所");
    EXPECT_EQ(history[0]["by"], "李乙");
    EXPECT_FALSE(history[1].contains("testimony"));
    EXPECT_EQ(asked({"history", shared}).back()["writes"]["attendance"], 31);
    EXPECT_EQ(asked({"person", "list"}).back()["person"], late);
    EXPECT_EQ(asked({"verify-log"})["ok"], true);

    const Cli c{folder / "c"};
    c.good({"init", "--name", "新机"});
    c.enrol(hub, hub.codeFor(late));
    c.good({"sync"});
    EXPECT_EQ(c.digest(), all);
    EXPECT_EQ(a.good({"check"}).code, 0);
    EXPECT_TRUE(hub.stop());
}

}  // namespace
}  // namespace fayi::testing
