// SPDX-License-Identifier: Apache-2.0
#include "year.h"

#include <random>

#include "fayi/base/clock.h"
#include "maker.h"
#include "samples.h"

namespace fayi::schema {
namespace {

constexpr int kYearDays = 360;

std::string dayOfYear(int i) {
    return dateOfDays(daysOf("2020-01-01").value_or(0) + (i * 7) % kYearDays);
}

std::string monthEnd(int month) {
    const std::string next =
        month == 12 ? "2021-01-01"
                    : "2020-" + std::string(month < 9 ? "0" : "") + std::to_string(month + 1) + "-01";
    return dateOfDays(daysOf(next).value_or(0) - 1);
}

std::string number(const char* prefix, int i) {
    return prefix + std::to_string(1000 + i);
}

Json listOf(int count, const Json& item) {
    Json list = Json::array();
    for (int i = 0; i < count; ++i) {
        list.push_back(item);
        list.back()["item"] = "i" + std::to_string(i);
    }
    return list;
}

class Builder {
public:
    std::vector<Row> build();

private:
    /// One record with what a submit demands and `patch`, all its other dates on `day`.
    void one(const char* type, const std::string& day, const Json& patch);
    template <typename Patch>
    void many(int count, const char* type, const Patch& patch) {
        for (int i = 0; i < count; ++i)
            one(type, dayOfYear(i), patch(i));
    }

    void management();
    void documents();
    void enforcement();
    void disputes();
    void sites();
    void consultations();
    void outreach();
    void providers();
    void aid();
    void aidCases(int count, std::int64_t fen, const Json& groups, bool agriculture);
    void education();
    void recognitions();
    void mediation();
    void training();
    void noise();
    void around(const Row& row);

    std::vector<Row> m_rows;
};

void Builder::one(const char* type, const std::string& day, const Json& patch) {
    m_rows.push_back(madeRecord("T-" + std::to_string(m_rows.size()), type, day, patch));
}

void Builder::management() {
    many(12, "agenda-item", [](int) {
        return Json{{"meeting_kind", "party-group"}, {"is_rule_of_law", true}};
    });
    many(5, "agenda-item", [](int) {
        return Json{{"meeting_kind", "party-group"}, {"is_rule_of_law", false}};
    });
    many(3, "agenda-item", [](int) { return Json{{"meeting_kind", "office"}, {"is_rule_of_law", true}}; });
    const auto mechanism = [](int offices, int groups) {
        return Json{
            {"kind", "mechanism"}, {"topics", {"rule-of-law"}}, {"offices", offices}, {"groups", groups}};
    };
    one("instrument", "2019-03-01", mechanism(1, 4));
    Json old = mechanism(2, 3);
    old["ended_on"] = "2020-12-31";
    one("instrument", "2015-03-01", old);
    many(3, "instrument", [](int i) {
        return Json{{"kind", i == 0 ? "measures" : "rules"}, {"topics", {"legal-aid"}}};
    });
    many(2, "instrument", [](int) { return Json{{"kind", "measures"}, {"topics", {"advisor"}}}; });
    one("instrument", "2020-08-20",
        {{"kind", "scheme"},
         {"topics", {"legal-aid"}},
         {"campaign", "legal-aid-100-days"},
         {"starts_on", "2020-09-01"},
         {"ends_on", "2020-11-30"}});
    for (const char* kind : {"brand", "brand", "weakness", "weakness", "weakness", "task"})
        one("plan-item", "2020-12-20", {{"kind", kind}, {"year", 2021}, {"state", "open"}});
    many(95, "inspection", [](int i) {
        return Json{{"object_kind", "unit"}, {"object", number("单位", i % 93)}};
    });
    many(36, "inspection", [](int i) {
        return Json{{"object_kind", "village"},
                    {"object", number("村", i % 34)},
                    {"village", "500115128" + std::to_string(200 + i % 34)}};
    });
}

void Builder::documents() {
    many(44, "document-review", [](int i) {
        return Json{{"conclusion", "revise"}, {"opinions", listOf(i < 40 ? 2 : 1, {{"advice", "修改"}})}};
    });
    const Json finding = {{"point", "term"}, {"risk", "low"}, {"advice", "补充"}};
    many(38, "contract-review", [&](int i) {
        return Json{{"level", "district-major"},
                    {"contract_type", "construction"},
                    {"conclusion", "revise"},
                    {"findings", listOf(i < 35 ? 2 : 3, finding)}};
    });
    many(107, "contract-review", [&](int i) {
        return Json{{"level", "village"},
                    {"contract_type", "sale"},
                    {"conclusion", "revise"},
                    {"findings", listOf(1 + i % 3, finding)}};
    });
    const auto swept = [](const char* level, const char* campaign, bool changed, int i) {
        return Json{{"level", level},
                    {"campaign", campaign},
                    {"document", number("文件", i)},
                    {"disposition", !changed     ? "keep"
                                    : i % 2 == 0 ? "amend"
                                                 : "repeal"}};
    };
    many(113, "cleanup-item", [&](int i) { return swept("government", "general", i < 14, i); });
    many(136, "cleanup-item", [&](int i) { return swept("department", "general", i < 10, 200 + i); });
    const char* themes[] = {"business-environment", "transport-health", "ecology", "wildlife",
                            "cross-province"};
    many(60, "cleanup-item", [&](int i) { return swept("government", themes[i % 5], i < 4, 500 + i % 56); });
}

void Builder::enforcement() {
    many(80, "enforcement-check", [](int i) {
        return Json{{"subject_kind", "body"}, {"subject_no", number("B", i % 76)}, {"result", "qualified"}};
    });
    many(2327, "enforcement-check", [](int i) {
        return Json{
            {"subject_kind", "officer"}, {"subject_no", number("P", i % 2317)}, {"result", "qualified"}};
    });
    many(40, "file-audit", [](int i) {
        return Json{{"body_name", number("机关", i % 8)}, {"grade", "pass"}};
    });
    const auto item = [](const char* list) { return Json{{"list", list}, {"effective_on", "2019-06-01"}}; };
    many(4602, "list-item", [&](int) { return item("powers"); });
    many(331, "list-item", [&](int) { return item("services"); });
    many(20, "list-item", [&](int i) {
        Json ended = item(i % 2 == 0 ? "powers" : "services");
        ended["ended_on"] = i < 10 ? "2020-12-31" : "2020-05-01";
        return ended;
    });
    many(4, "list-item", [&](int) {
        Json lasting = item("powers");
        lasting["effective_on"] = "2021-01-01";
        return lasting;
    });
}

void Builder::disputes() {
    many(82, "reconsideration", [](int i) {
        Json fields = {{"mediated", i < 13}};
        if (i < 13)
            fields["settled"] = i < 10;
        if (i < 70)
            fields.update({{"closed_on", dayOfYear(i)}, {"outcome", i < 10 ? "settled" : "maintained"}});
        return fields;
    });
    const auto suit = [&](int i, const char* filed, const char* closed) {
        Json fields = {{"case_no", number("行初", i)}, {"instance", "first"}, {"filed_on", filed}};
        if (*closed != 0)
            fields.update({{"closed_on", closed}, {"outcome", "claim-rejected"}, {"lost", false}});
        one("litigation", filed, fields);
    };
    for (int i = 0; i < 70; ++i)
        i < 50 ? suit(i, "2020-04-01", i < 30 ? "2020-09-01" : "")
               : suit(i, "2019-11-01", i < 60 ? "2020-02-01" : "");
    for (int i = 100; i < 105; ++i)
        suit(i, "2019-02-01", "2019-12-31");
    const auto hearing = [&](int i, int suitNo, bool required, bool present, const char* why) {
        Json fields = {
            {"case_no", number("行初", suitNo)}, {"head_required", required}, {"head_present", present}};
        if (present)
            fields.update({{"head", "周局长"}, {"head_post", "deputy"}});
        else
            fields["absence_reason"] = why;
        one("hearing", dayOfYear(i), fields);
    };
    for (int i = 0; i < 132; ++i)
        hearing(i, i % 42, true, true, "");
    for (int i = 0; i < 10; ++i)
        hearing(i, 42 + i, true, false, "official-duty");
    for (int i = 0; i < 12; ++i)
        hearing(i, i, true, false, "discharged");
    for (int i = 0; i < 8; ++i)
        hearing(i, 52 + i, false, false, "none");
}

void Builder::sites() {
    const auto robot = [](const char* kind, int quantity, const char* ended) {
        Json item = {{"item", std::string(kind) + std::to_string(quantity) + ended},
                     {"kind", kind},
                     {"quantity", quantity},
                     {"since", "2019-06-01"}};
        if (*ended != 0)
            item["ended_on"] = ended;
        return item;
    };
    one("service-site", "2017-01-01",
        {{"tier", "district"},
         {"host", "independent"},
         {"equipment",
          {robot("large-robot", 1, ""), robot("small-robot", 2, ""), robot("small-robot", 4, "2020-12-31"),
           robot("terminal", 5, "")}}});
    many(19, "service-site", [](int i) {
        Json fields = {{"tier", "township"},
                       {"opened_on", "2018-05-01"},
                       {"host", i < 2 ? "governance-centre" : "justice-office"}};
        if (i < 12)
            fields["upgrades"] =
                listOf(1, {{"upgraded_on", i < 8 ? "2020-07-01" : "2019-07-01"}, {"what", "大厅"}});
        return fields;
    });
    const char* tiers[] = {"district", "township", "village"};
    many(9, "service-site", [&](int i) {
        return Json{{"tier", tiers[i % 3]}, {"host", "veterans-station"}, {"target_groups", {"veteran"}}};
    });
    for (int month = 1; month <= 12; ++month) {
        one("channel-tally", monthEnd(month),
            {{"channel", "hotline-12348"}, {"quantity", month == 1 ? 113 : 109}});
        one("channel-tally", monthEnd(month),
            {{"channel", "robot"}, {"site", "district-centre"}, {"quantity", month == 1 ? 91 : 86}});
        one("channel-tally", monthEnd(month),
            {{"channel", "terminal"}, {"site", "village-room"}, {"quantity", 30}});
        one("channel-tally", monthEnd(month), {{"channel", "correction-total"}, {"quantity", 210}});
    }
}

void Builder::consultations() {
    const auto asked = [](const char* channel, const char* site, const char* role, const char* client) {
        Json fields = {{"channel", channel},    {"site", site},      {"provider_role", role},
                       {"client_kind", client}, {"anonymous", true}, {"outcome", "answered"}};
        if (std::string(client) == "enterprise")
            fields["client_name"] = "某公司";
        return fields;
    };
    many(300, "consultation",
         [&](int) { return asked("window", "district-centre", "duty-lawyer", "person"); });
    many(100, "consultation", [&](int) { return asked("robot", "district-centre", "robot", "person"); });
    many(230, "consultation", [&](int) { return asked("phone", "justice-office", "lawyer", "enterprise"); });
    many(60, "consultation",
         [&](int) { return asked("window", "township-station", "justice-office", "person"); });
    many(88, "legal-opinion", [](int) {
        return Json{{"client_kind", "enterprise"}, {"opinion_kind", "enterprise-check"}, {"adopted", "yes"}};
    });
    many(40, "legal-opinion", [](int) {
        return Json{{"client_kind", "village"}, {"opinion_kind", "resolution"}, {"village", kVillage}};
    });
    many(45, "home-service", [](int i) { return Json{{"kind", i % 2 == 0 ? "notary" : "legal-aid"}}; });
}

void Builder::outreach() {
    many(320, "outreach", [](int i) {
        Json campaigns = Json::array();
        if (i < 206)
            campaigns.push_back("law-to-grassroots");
        if (i >= 180 && i < 314)
            campaigns.push_back("epidemic");
        Json fields = {{"form", i % 3 == 0 ? "lecture" : "stall"},
                       {"campaigns", campaigns},
                       {"attendance", 40},
                       {"audience_groups", {"villagers"}},
                       {"law_topics", {"fraud"}},
                       {"organiser_role", "justice-office"},
                       {"speaker", "赵律师"},
                       {"speaker_role", i % 5 == 0 ? "village-advisor" : "lawyer"}};
        if (i >= 315)
            fields.update({{"form", "lecture"},
                           {"audience_groups", {"student", "veteran"}},
                           {"law_topics", {"civil-code", "contract"}}});
        return fields;
    });
    many(20, "outreach", [](int) {
        return Json{{"form", "training"},          {"campaigns", {"legal-aid-100-days"}},
                    {"attendance", 100},           {"audience_groups", {"village-cadre"}},
                    {"law_topics", {"legal-aid"}}, {"organiser_role", "justice-bureau"},
                    {"speaker", "赵律师"},         {"speaker_role", "lawyer"}};
    });
}

void Builder::providers() {
    for (int quarter = 1; quarter <= 4; ++quarter) {
        const std::string end = monthEnd(quarter * 3);
        for (const char* kind : {"law-firm", "legal-service-office"})
            one("provider-return", end, {{"kind", kind}, {"cases", 179}, {"consultations", 565}});
        one("provider-return", end, {{"kind", "notary"}, {"notarial_acts", 810}, {"consultations", 70}});
        one("provider-return", end, {{"kind", "forensic"}, {"appraisals", quarter == 1 ? 19 : 18}});
    }
    many(70, "fee-waiver", [](int i) {
        const int fen = i == 0 ? 10'000 : 50'000;
        return Json{{"kind", "reduced"}, {"standard_fee", 60'000}, {"waived", fen}};
    });
}

/// 409 accepted: 191 of priority groups, 136 of agriculture, 21 of both, 61 of neither.
void Builder::aid() {
    many(449, "aid-application", [](int i) {
        const bool priority = i < 212;
        const bool agriculture = i >= 191 && i < 348;
        Json fields = {{"origin", "application"},
                       {"agriculture", agriculture},
                       {"groups", priority ? Json{"disabled", "migrant-worker"} : Json{"migrant-worker"}}};
        if (i < 439)
            fields.update({{"decision", i >= 409     ? "refused"
                                        : i % 9 == 0 ? "notice"
                                                     : "granted"},
                           {"decided_on", dayOfYear(i)}});
        if (i >= 409 && i < 439)
            fields["refusal_reason"] = "不属于援助范围";
        return fields;
    });
    aidCases(191, 182'580'000, {"women"}, false);
    aidCases(21, 28'720'000, {"left-behind-children", "women"}, true);
    aidCases(136, 514'480'000, {"migrant-worker"}, true);
    aidCases(61, 20'000'000, {"migrant-worker"}, false);
}

void Builder::aidCases(int count, std::int64_t fen, const Json& groups, bool agriculture) {
    many(count, "aid-case", [&](int i) {
        return Json{{"groups", groups},
                    {"agriculture", agriculture},
                    {"closed_on", dayOfYear(i)},
                    {"result", "won"},
                    {"benefit", part(fen, count, i)}};
    });
}

void Builder::education() {
    many(264, "media-item", [](int i) {
        return Json{{"manner", i % 4 == 0 ? "original" : "forward"},
                    {"law_topics", i < 63 ? Json{"civil-code", "contract"} : Json{"epidemic"}}};
    });
    const auto training = [&](int count, const Json& audiences, const char* mode, std::int64_t total,
                              const Json& campaigns) {
        many(count, "training", [&](int i) {
            return Json{{"audiences", audiences},
                        {"mode", mode},
                        {"attendance", part(total, count, i)},
                        {"campaigns", campaigns}};
        });
    };
    training(6, {"enforcement-officer"}, "online", 354, Json::array());
    training(2, {"enforcement-officer"}, "on-site", 80, Json::array());
    training(12, {"village-cadre"}, "on-site", 2520, {"legal-aid-100-days"});
    training(43, {"mediator"}, "on-site", 2058, Json::array());
}

void Builder::recognitions() {
    const auto named = [&](const char* honour, const char* tier, const std::string& day,
                           const Json& more = Json::object()) {
        Json fields = {{"honour", honour}, {"tier", tier}};
        fields.update(more);
        one("recognition", day, fields);
    };
    named("education-base", "municipal", "2020-11-01", {{"batch", 1}});
    for (int i = 0; i < 3; ++i)
        named("model-village", "municipal", "2020-10-01", {{"batch", 9}, {"division", "500115007001"}});
    named("model-village", "national", "2020-12-01", {{"batch", 8}, {"division", kVillage}});
    named("award", "municipal", "2020-06-01", {{"honour_text", "优秀组织奖"}});
    for (int i = 0; i < 154; ++i)  // two villages were entered twice
        named("three-governances", "district", i < 60 ? "2019-12-01" : "2020-05-01",
              {{"division", "500115127" + std::to_string(200 + i % 152)}});
}

void Builder::mediation() {
    many(5, "court", [](int i) {
        return Json{{"kind", i == 0 ? "court" : "tribunal"}, {"opened_on", "2010-01-01"}};
    });
    one("court", "2005-01-01", {{"kind", "tribunal"}, {"ended_on", "2018-01-01"}});
    many(5, "mediation-body", [](int i) {
        return Json{{"kind", "other"},
                    {"hosted_in_court", true},
                    {"court", "0000000000001-" + std::to_string(i + 1)},
                    {"established_on", i < 3 ? "2020-06-01" : "2016-06-01"}};
    });
    const auto& sectors = definitions().codeList("mediation-sectors")->choices;
    many(14, "mediation-body", [&](int i) {
        return Json{{"kind", "industry"},
                    {"sector", sectors[static_cast<std::size_t>(i % 12)].code},
                    {"hosted_in_court", false},
                    {"established_on", "2018-01-01"}};
    });
    one("mediation-body", "2014-01-01",
        {{"kind", "industry"}, {"sector", "water"}, {"hosted_in_court", false}, {"ended_on", "2019-01-01"}});
    many(3203, "mediation-case", [](int i) {
        const std::string day = dayOfYear(i);
        if (i >= 3011)
            return Json{{"closed_on", day}, {"result", i % 2 == 0 ? "failed" : "refused"}};
        Json fields = {{"closed_on", day},        {"result", "success"},
                       {"agreement_on", day},     {"agreement_form", "written"},
                       {"confirmable", i < 2891}, {"confirmation", i < 1012 ? "confirmed" : "none"}};
        if (i < 1012)
            fields.update(
                {{"applied_on", day}, {"confirmed_on", day}, {"confirmation_no", number("民特", i)}});
        return fields;
    });
    many(40, "mediation-case", [](int) { return Json::object(); });
}

/// What must not count, beside one of its kind that does.
void Builder::around(const Row& row) {
    for (Row& other : uncounted(row))
        m_rows.push_back(std::move(other));
    m_rows.push_back(shifted(row, "later", 5000));
    static const std::set<std::string> kLasting = {
        "court", "instrument", "list-item", "litigation", "mediation-body", "recognition", "service-site"};
    if (!kLasting.contains(row.type))
        m_rows.push_back(shifted(row, "before", -366));
}

void Builder::noise() {
    std::map<std::string, int> seen;
    const std::vector<Row> rows = m_rows;
    for (const Row& row : rows)
        if (seen[row.type]++ % 40 == 0 && seen[row.type] < 200)
            around(row);
}

std::vector<Row> Builder::build() {
    management();
    documents();
    enforcement();
    disputes();
    sites();
    consultations();
    outreach();
    providers();
    aid();
    education();
    recognitions();
    mediation();
    noise();
    return std::move(m_rows);
}

}  // namespace

const std::vector<Row>& seededYear() {
    static const std::vector<Row> kRows = Builder().build();
    return kRows;
}

std::vector<Row> shuffledYear(unsigned seed, std::size_t ofEachType) {
    std::mt19937 dice(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(dice()) % n; };
    std::map<std::string, std::size_t> seen;
    std::vector<Row> rows;
    for (const Row& from : seededYear()) {
        if (below(3) != 0 || seen[from.type]++ >= ofEachType)
            continue;
        Row row = from;
        const std::function<void(const std::vector<Field>&, Json&)> mix =
            [&](const std::vector<Field>& fields, Json& scope) {
                for (const Field& field : fields) {
                    const std::size_t throwOf = below(4);
                    if (throwOf == 0) {
                        scope[field.name] = nullptr;
                    } else if (field.kind == FieldKind::Choice && throwOf < 3) {
                        scope[field.name] = field.choices[below(field.choices.size())].code;
                    } else if (field.kind == FieldKind::Boolean) {
                        scope[field.name] = below(2) == 0;
                    } else if (field.kind == FieldKind::Integer || field.kind == FieldKind::Money) {
                        scope[field.name] = below(9);
                    } else if (field.kind == FieldKind::Date) {
                        scope[field.name] =
                            dateOfDays(daysOf("2019-06-01").value_or(0) + static_cast<int>(below(800)));
                    } else if (field.kind == FieldKind::Tags && !field.choices.empty()) {
                        Json tags = Json::array();
                        for (const Choice& choice : field.choices)
                            if (below(4) == 0)
                                tags.push_back(choice.code);
                        scope[field.name] = tags;
                    } else if (field.kind == FieldKind::Items) {
                        Json list = Json::array();
                        for (std::size_t i = below(4); i > 0; --i) {
                            Json item = Json::object();
                            mix(field.fields, item);
                            list.push_back(item);
                        }
                        scope[field.name] = list;
                    }
                }
            };
        const RecordType& type = *definitions().type(row.type);
        mix(type.fields, row.fields);
        row.happenedOn = row.fields[type.happenedOn];
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace fayi::schema
