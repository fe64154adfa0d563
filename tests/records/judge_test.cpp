// SPDX-License-Identifier: Apache-2.0
#include "fayi/records/judge.h"

#include <gtest/gtest.h>

#include "fayi/base/limits.h"
#include "fayi/records/plan.h"
#include "fayi/schema/catalog.h"

namespace fayi::records {
namespace {

struct Judging : ::testing::Test {
    schema::Catalog catalog = schema::Catalog::builtIn().value();
    const schema::RecordType& review = *catalog.type("contract-review");
    const schema::OrgTree& tree = *catalog.orgTree("500115");
    Authority advisor{"advisor", {"500115127"}, false};
    Authority head{"head", {"500115127"}, false};

    protocol::Change change(std::vector<merge::Write> writes, bool create = false) {
        protocol::Change out;
        out.dot = {{5}, 2};
        out.record.created = create ? out.dot : Dot{{5}, 1};
        out.type = create ? "contract-review" : "";
        out.writes = std::move(writes);
        return out;
    }
    std::string verdict(const protocol::Change& c, const Authority& who,
                        const std::string& org = "500115127") {
        const auto refused = judge(c, &review, who, {org}, tree);
        if (!refused)
            return "accepted";
        EXPECT_FALSE(refused->reason.zh.empty());
        EXPECT_FALSE(refused->reason.en.empty());
        EXPECT_EQ(refused->seq, c.dot.seq);
        return refused->code;
    }
};

TEST_F(Judging, AnOrdinarySavePasses) {
    const Plan plan = planCreate(review, {{"contract_name", "鱼塘承包"}, {"amount", 100}}, "500115127");
    EXPECT_EQ(verdict(change(plan.writes, true), advisor), "accepted");
}

TEST_F(Judging, ARecordOutsideTheScopeIsRefused) {
    EXPECT_EQ(verdict(change({{"amount", 1, {}, {}}}), advisor, "500115001"), "permission");
    EXPECT_EQ(verdict(change({{"amount", 1, {}, {}}}), advisor, "500115127200"), "accepted");
}

TEST_F(Judging, AMoveOutOfTheScopeIsRefused) {
    EXPECT_EQ(verdict(change({{"$org", "500115001", {}, {}}}), head), "permission");
    EXPECT_EQ(verdict(change({{"$org", "500115127200", {}, {}}}), head), "accepted");
    EXPECT_EQ(verdict(change({{"$org", "nowhere", {}, {}}}), head), "validation");
    EXPECT_EQ(verdict(change({{"$org", 7, {}, {}}}), head), "validation");
}

TEST_F(Judging, VerifyingAndReturningAreForTheOffice) {
    for (const char* state : {"verified", "returned"}) {
        EXPECT_EQ(verdict(change({{"$state", state, {}, {}}}), advisor), "permission");
        EXPECT_EQ(verdict(change({{"$state", state, {}, {}}}), head), "accepted");
    }
    EXPECT_EQ(verdict(change({{"$state", "submitted", {}, {}}}), advisor), "accepted");
    EXPECT_EQ(verdict(change({{"$state", "excellent", {}, {}}}), head), "validation");
}

TEST_F(Judging, ARemarkIsForThoseWhoMayReturnAndAPaperForThoseWhoMayEdit) {
    const Plan note = planNote("amount", "请核对");
    EXPECT_EQ(verdict(change(note.writes), head), "accepted");
    EXPECT_EQ(verdict(change(note.writes), advisor), "permission");
    const Authority auditor{"auditor", {"500115127"}, false};
    Plan paper;
    addPaper(paper, {}, {}, std::string(64, 'a'), "identity");
    EXPECT_EQ(verdict(change(paper.writes), advisor), "accepted");
    EXPECT_EQ(verdict(change(paper.writes), auditor), "permission");
    for (const Json& wrong : {Json(7), Json(std::string(65, 'a'))}) {
        paper.writes.front().value = wrong;
        EXPECT_EQ(verdict(change(paper.writes), advisor), "validation");
    }
}

TEST_F(Judging, ARecordCreatedAsVerifiedNeedsTheRightToVerify) {
    auto writes = planCreate(review, {{"contract_name", "x"}}, "500115127").writes;
    writes.push_back({"$state", "verified", {}, {}});
    EXPECT_EQ(verdict(change(writes, true), advisor), "permission");
}

TEST_F(Judging, WrongKindsAndOverlongTextsAreRefusedOneByOne) {
    EXPECT_EQ(verdict(change({{"amount", "many", {}, {}}}), advisor), "validation");
    EXPECT_EQ(verdict(change({{"received_on", "2026-02-30", {}, {}}}), advisor), "validation");
    EXPECT_EQ(verdict(change({{"contract_name", std::string(5000, 'x'), {}, {}}}), advisor), "validation");
    EXPECT_EQ(verdict(change({{"findings/~1/advice", 7, {}, {}}}), advisor), "validation");
    EXPECT_EQ(verdict(change({{"findings/~1", "first", {}, {}}}), advisor), "validation");
    EXPECT_EQ(verdict(change({{"$deleted", 1, {}, {}}}), advisor), "validation");
}

TEST_F(Judging, WhatThisVersionDoesNotKnowPasses) {
    EXPECT_EQ(verdict(change({{"hologram", Json{{"x", 1}}, {}, {}}}), advisor), "accepted");
    EXPECT_EQ(verdict(change({{"conclusion", "a choice of next year", {}, {}}}), advisor), "accepted");
    EXPECT_EQ(verdict(change({{"$shine", 1, {}, {}}}), advisor), "accepted");
}

TEST_F(Judging, ReferenceDataIsWrittenByTheHubOnly) {
    const schema::RecordType* type = catalog.type("person");
    protocol::Change c = change({{"name", "某人", {}, {}}}, true);
    c.type = "person";
    const auto refused = judge(c, type, {"admin", {"500115"}, false}, {"500115"}, tree);
    ASSERT_TRUE(refused.has_value());
    EXPECT_EQ(refused->code, "permission");
}

TEST_F(Judging, ARevokedAuthorAndAnOversizedChangeAreRefused) {
    advisor.revoked = true;
    EXPECT_EQ(verdict(change({{"amount", 1, {}, {}}}), advisor), "revoked");
    std::vector<merge::Write> many(limits::kChangeWrites + 1, {"amount", 1, {}, {}});
    EXPECT_EQ(verdict(change(many), head), "size");
    EXPECT_EQ(verdict(change({{"hologram", std::string(limits::kChangeBytes, 'x'), {}, {}}}), head), "size");
}

}  // namespace
}  // namespace fayi::records
