// SPDX-License-Identifier: Apache-2.0
#include "practice_samples.h"

#include "fayi/base/clock.h"

namespace fayi::station {
namespace {

constexpr const char* kVillage = "500115127001";
constexpr const char* kAdvisor = "练习顾问甲";

std::string daysBefore(const std::string& today, std::int64_t days) {
    return dateOfDays(daysOf(today).value_or(0) - days);
}

Json visit(const std::string& day, const std::string& village, const std::string& kind, int persons,
           const std::string& summary) {
    return {{"happened_on", day},
            {"village", village},
            {"duration", 120},
            {"mode", "on-site"},
            {"advisor", kAdvisor},
            {"kinds", {kind}},
            {"persons_served", persons},
            {"summary", "（样例）" + summary},
            {"confirm_method", "signed-paper"},
            {"confirmer", "练习村主任"},
            {"confirmed_on", day}};
}

Json lecture(const std::string& day, const std::string& theme, const std::string& topic, int people) {
    return {{"theme", "（样例）" + theme},
            {"happened_on", day},
            {"place", "练习村文化院坝"},
            {"form", "lecture"},
            {"campaigns", {"law-to-grassroots"}},
            {"organiser", "练习司法所"},
            {"organiser_role", "village-advisor"},
            {"speaker", kAdvisor},
            {"speaker_role", "village-advisor"},
            {"audience_groups", {"villagers"}},
            {"attendance", people},
            {"law_topics", {topic}}};
}

Json consultation(const std::string& day, const std::string& matter, const std::string& facts,
                  const std::string& answer) {
    return {{"happened_on", day},    {"channel", "on-site"},        {"site", "village-room"},
            {"village", kVillage},   {"provider", kAdvisor},        {"provider_role", "village-advisor"},
            {"person_count", 1},     {"client_kind", "person"},     {"anonymous", true},
            {"matter_type", matter}, {"facts", "（样例）" + facts}, {"answer", answer},
            {"outcome", "answered"}};
}

Json namedConsultation(const std::string& day) {
    Json out = consultation(day, "wages", "在工地做工三个月，工资只付了一半。",
                            "说明了劳动监察投诉和申请法律援助的办法，帮助整理证据。");
    out["anonymous"] = false;
    out["person_name"] = "练习人乙";
    out["phone"] = "13800000000";
    out["notice_given"] = true;
    return out;
}

Json contract(const std::string& received, const std::string& returned, const std::string& name) {
    return {{"level", "village"},
            {"client", "练习村村民委员会"},
            {"village", kVillage},
            {"received_on", received},
            {"contract_name", "（样例）" + name},
            {"contract_type", "lease"},
            {"written", true},
            {"counterparty", "练习农业有限公司"},
            {"counterparty_kind", "organisation"},
            {"amount", 12'000'000},
            {"reviewer", kAdvisor},
            {"reviewer_role", "village-advisor"},
            {"conclusion", "revise"},
            {"findings", Json::array({{{"point", "term"},
                                       {"risk", "medium"},
                                       {"problem", "没有写明交付日期。"},
                                       {"advice", "写明交付日期和迟延交付的责任。"}}})},
            {"returned_on", returned}};
}

Json opinion(const std::string& day) {
    return {{"subject", "（样例）村规民约修订稿"},
            {"opinion_kind", "village-rules"},
            {"client_kind", "village"},
            {"client", "练习村村民委员会"},
            {"village", kVillage},
            {"given_on", day},
            {"adviser", kAdvisor},
            {"adviser_role", "village-advisor"},
            {"conclusion", "罚款条款没有法律依据，应当删去；其余可以提交村民会议讨论。"},
            {"adopted", "pending"},
            {"filed_with_township", true}};
}

Json mediation(const std::string& day) {
    return {{"accepted_on", day},
            {"body_name", "练习村人民调解委员会"},
            {"mediators", {"练习调解员丙"}},
            {"source", "application"},
            {"dispute_type", "neighbour"},
            {"difficulty", "ordinary"},
            {"parties", Json::array({{{"side", "applicant"}, {"kind", "person"}, {"name", "练习人丁"}},
                                     {{"side", "respondent"}, {"kind", "person"}, {"name", "练习人戊"}}})},
            {"people", 2},
            {"facts", "（样例）两家因屋檐滴水发生争执。"},
            {"voluntary", true}};
}

}  // namespace

std::vector<PracticeSample> practiceSamples(const std::string& today) {
    const auto ago = [&](std::int64_t days) { return daysBefore(today, days); };
    const std::string near = kVillage, far = "500115127200";
    return {
        {"service-visit", visit(ago(64), near, "consultation", 6, "坐班接待，解答土地流转和赡养问题。"),
         "verified"},
        {"service-visit", visit(ago(33), near, "lecture", 40, "讲座后逐户发放宣传册。"), "verified"},
        {"service-visit", visit(ago(5), far, "contract-review", 3, "审查村集体出租合同。")},
        {"service-visit", visit(ago(1), near, "consultation", 2, "回访上月咨询人。"), "draft"},
        {"outreach", lecture(ago(33), "民法典进院坝", "civil-code", 42), "verified"},
        {"outreach", lecture(ago(12), "农民工工资怎么讨", "wages", 28)},
        {"outreach", lecture(ago(8), "婚姻家庭法律讲座", "marriage-family", 30), "returned",
         "参加人数与签到表不一致，请核对。", "attendance"},
        {"consultation",
         consultation(ago(33), "inheritance", "父母去世后老房子怎么分。", "说明了法定继承的顺序和份额。"),
         "verified"},
        {"consultation", namedConsultation(ago(9))},
        {"consultation",
         consultation(ago(2), "private-loan", "借条上没有写还款日期。", "可以催告后要求在合理期限内返还。"),
         "draft"},
        {"contract-review", contract(ago(40), ago(37), "村集体厂房租赁合同"), "verified"},
        {"contract-review", contract(ago(6), ago(4), "果园承包地附属用房租赁合同")},
        {"legal-opinion", opinion(ago(20)), "verified"},
        {"mediation-case", mediation(ago(15)), "draft"},
    };
}

}  // namespace fayi::station
