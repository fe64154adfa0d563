// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/rule_pack.h"

#include <set>

#include "src/calendar.h"
#include "src/definition_error.h"
#include "src/loaders.h"

namespace fayi::schema {
namespace {

Loss::Per perOf(const std::string& word) {
    if (word == "month")
        return Loss::Per::Month;
    if (word == "quarter")
        return Loss::Per::Quarter;
    return word == "year" ? Loss::Per::Year : Loss::Per::Span;
}

Status checkLoss(const Loss& loss, const Indicator& line, const std::string& path) {
    if (loss.manual() ? loss.target || loss.limit : loss.target.has_value() == loss.limit.has_value())
        return wrongAt(path, {"由记录算出的要有 target 或 limit 之一，人工的都没有",
                              "what is counted has a target or a limit, what somebody says has neither"});
    if (!loss.manual() && line.points > 0 && loss.points == 0)
        return wrongAt(path + ".points", {"要写明扣多少分", "say how many points it takes"});
    if (loss.points > 0 && line.points == 0)
        return wrongAt(path + ".points",
                       {"这一项不计分，不能扣分", "the line has no points, so nothing can be taken"});
    return {};
}

Result<Loss> loadLoss(const Json& definition, const Indicator& line, const FindType& types,
                      const std::string& path) {
    Loss loss;
    loss.id = definition.at("id").get<std::string>();
    loss.labels = loadText(definition.at("labels"));
    FAYI_LET(terms, loadTerms(definition.value("terms", Json::array()), types, ExpressionUse::Appraisal,
                              path + ".terms"));
    loss.terms = std::move(terms);
    loss.per = perOf(definition.value("per", "span"));
    if (definition.contains("target"))
        loss.target = definition["target"].get<std::int64_t>();
    if (definition.contains("limit"))
        loss.limit = definition["limit"].get<std::int64_t>();
    loss.points = definition.value("points", std::int64_t{0});
    loss.eachUnit = definition.value("each", "period") == "unit";
    loss.unit = loadText(definition, "unit");
    FAYI_TRY(checkLoss(loss, line, path));
    return loss;
}

Result<Indicator> loadIndicator(const Json& definition, const FindType& types, const std::string& path) {
    Indicator line;
    line.id = definition.at("id").get<std::string>();
    line.labels = loadText(definition.at("labels"));
    line.points = definition.value("points", std::int64_t{0});
    line.cap = definition.value("cap", line.points);
    line.by = loadText(definition.at("by"));
    line.evidence = loadText(definition, "evidence");
    if (line.cap > line.points)
        return wrongAt(path + ".cap", {"高于满分", "is above the full marks"});
    const Json& losses = definition.at("losses");
    bool counted = false;
    for (std::size_t i = 0; i < losses.size(); ++i) {
        FAYI_LET(loss, loadLoss(losses[i], line, types, at(path + ".losses", i)));
        counted |= !loss.manual();
        line.losses.push_back(std::move(loss));
    }
    if (counted && line.manual())
        return wrongAt(path + ".losses",
                       {"一项要么由记录算出，要么由人评定", "a line is counted, or somebody says; not both"});
    return line;
}

}  // namespace

bool Indicator::manual() const {
    return std::any_of(losses.begin(), losses.end(), [](const Loss& loss) { return loss.manual(); });
}

bool RulePack::appliesTo(std::string_view district, std::string_view day) const {
    const bool here =
        districts.empty() || std::find(districts.begin(), districts.end(), district) != districts.end();
    return here && (from.empty() || from <= day) && (until.empty() || day <= until);
}

const Indicator* RulePack::find(std::string_view id) const {
    const auto found = std::find_if(indicators.begin(), indicators.end(),
                                    [&](const Indicator& line) { return line.id == id; });
    return found == indicators.end() ? nullptr : &*found;
}

Result<RulePack> loadRulePack(const Json& definition, const FindType& types) {
    RulePack pack;
    pack.name = definition.at("name").get<std::string>();
    pack.version = definition.at("version").get<int>();
    pack.labels = loadText(definition.at("labels"));
    pack.source = loadText(definition.at("source"));
    pack.districts = definition.value("districts", std::vector<std::string>());
    pack.from = definition.value("from", "");
    pack.until = definition.value("until", "");
    pack.definition = definition;
    for (const std::string& day : {pack.from, pack.until})
        if (!day.empty() && !isDate(day))
            return wrongAt("$", {day + " 不是有效日期", day + " is not a date"});
    std::set<std::string> ids;
    const Json& lines = definition.at("indicators");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        FAYI_LET(line, loadIndicator(lines[i], types, at("$.indicators", i)));
        bool fresh = ids.insert(line.id).second;
        for (const Loss& loss : line.losses)
            fresh = ids.insert(line.id + "." + loss.id).second && fresh;
        if (!fresh)
            return wrongAt(at("$.indicators", i) + ".id", {"编号出现两次", "an id is given twice"});
        pack.indicators.push_back(std::move(line));
    }
    return pack;
}

}  // namespace fayi::schema
