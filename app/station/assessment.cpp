// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/assessment.h"

#include <set>

namespace fayi::station {
namespace {

constexpr std::string_view kType = "appraisal";
/// Appraisals and appointments of one person that are looked at: decades of them.
constexpr std::size_t kMostRecords = 500;

store::Condition equals(const std::string& field, const Json& value) {
    return {field, store::Condition::Op::Equals, value};
}

Error usage(const std::string& zh, const std::string& en) {
    return {ErrorCode::Usage, {zh, en}};
}

std::string textOf(const Json& fields, const char* name) {
    const auto at = fields.find(name);
    return at != fields.end() && at->is_string() ? at->get<std::string>() : std::string();
}

/// What people said of a line in an appraisal: its items that were not computed, by the id of the line.
std::vector<schema::Said> saidIn(const Json& fields) {
    std::vector<schema::Said> out;
    for (const Json& item : fields.value("items", Json::array()))
        if (item.value("computed", true) == false && item.contains("points")) {
            const std::string rule = item.value("rule", "");
            out.push_back({rule.substr(0, rule.find(' ')),
                           item["points"].get<std::int64_t>(),
                           {textOf(item, "reason"), textOf(item, "reason")}});
        }
    return out;
}

std::string reasonOf(const schema::IndicatorAnswer& line) {
    std::string out;
    for (const schema::LossAnswer& loss : line.losses) {
        std::string periods;
        for (const schema::PeriodAnswer& period : loss.periods)
            if (!period.kept)
                periods += (periods.empty() ? "" : "、") + period.name;
        if (!periods.empty())
            out += (out.empty() ? "" : "；") + loss.loss->labels.zh + "：" + periods;
    }
    return prefixOf(out, 500);
}

/// A line as an item of the frozen appraisal.
Json itemOf(const schema::IndicatorAnswer& line) {
    std::int64_t target = 0, reached = 0;
    for (const schema::LossAnswer& loss : line.losses)
        for (const schema::PeriodAnswer& period : loss.periods) {
            target += loss.loss->target.value_or(0);
            reached += period.reached;
        }
    Json item{{"rule", line.indicator->id + " " + line.indicator->labels.zh},
              {"computed", true},
              {"target", target},
              {"reached", std::clamp<std::int64_t>(reached, 0, 1'000'000)},
              {"points", *line.points},
              {"most", line.most}};
    if (const std::string reason = reasonOf(line); !reason.empty())
        item["reason"] = reason;
    return item;
}

/// The computed lines, and the score with what people said.
Json computed(const VillageSheet& sheet) {
    Json items = Json::array();
    for (const schema::IndicatorAnswer& line : sheet.sheet.lines)
        if (!line.indicator->manual() && line.most > 0)
            items.push_back(itemOf(line));
    return {
        {"items", std::move(items)}, {"score", sheet.sheet.points}, {"rule_version", sheet.pack->version}};
}

Error shut() {
    return usage(
        "考核已固定：退回、或有本人申诉时才能改动或重新计算",
        "the appraisal is frozen: it is changed or worked out again when it was returned, or on an appeal");
}

bool isAbout(const Json& item, const std::string& line) {
    const std::string rule = item.value("rule", "");
    return item.value("computed", true) == false && rule.substr(0, rule.find(' ')) == line;
}

}  // namespace

bool Assessment::isOpen(const records::View& appraisal) {
    return appraisal.state == records::kDraft || appraisal.state == records::kReturned ||
           !textOf(appraisal.fields, "appeal").empty();
}

Result<std::vector<const schema::RulePack*>> Assessment::packs(const AssessQuestion& question) const {
    if (!daysOf(question.from) || !daysOf(question.to) || question.to < question.from)
        return usage("起止日期应如 2026-01-01，且起不晚于止",
                     "the period needs two dates such as 2026-01-01, the first not after the second");
    if (question.person.empty())
        return usage("请写明顾问姓名", "say which person");
    std::vector<const schema::RulePack*> out;
    if (!question.pack.empty()) {
        out.push_back(m_station.catalog().rulePack(question.pack));
        if (out.front() == nullptr)
            return usage("没有这份考核规则：" + question.pack, "there is no rule pack " + question.pack);
        return out;
    }
    for (const schema::RulePack* pack : m_station.catalog().rulePacks())
        if (pack->appliesTo(m_station.identity().district, question.to))
            out.push_back(pack);
    if (out.empty())
        return usage("本区县没有适用的考核规则", "no rule pack applies here");
    return out;
}

/// Of the appointments that were in force on some day of the period, drafts among them left out.
Result<std::vector<std::string>> Assessment::villages(const AssessQuestion& question) const {
    if (!question.village.empty()) {
        if (m_station.orgTree().find(question.village) == nullptr)
            return usage("没有这个机构：" + question.village, "no such org unit: " + question.village);
        return std::vector{question.village};
    }
    ListQuery query;
    query.type = "appointment";
    query.limit = kMostRecords;
    query.where = {equals("advisor", question.person), equals("state", "verified")};
    FAYI_LET(appointments, m_station.records(query));
    std::set<std::string> out;
    for (const Record& record : appointments) {
        const Json& fields = record.view.fields;
        const std::string ended = textOf(fields, "ended_on");
        if (textOf(fields, "starts_on") > question.to || (!ended.empty() && ended <= question.from))
            continue;
        for (const Json& item : fields.value("villages", Json::array()))
            if (const std::string village = textOf(item, "village"); !village.empty())
                out.insert(village);
    }
    if (out.empty())
        return usage(
            "“" + question.person + "”在这一时期没有已审核的聘用记录；可用 --village 指明村(社区)",
            question.person + " has no verified appointment in these days; name a village with --village");
    return std::vector<std::string>(out.begin(), out.end());
}

Result<std::optional<Record>> Assessment::appraisalOf(const schema::RulePack& pack,
                                                      const AssessQuestion& question,
                                                      const std::string& village) const {
    ListQuery query;
    query.type = kType;
    query.limit = kMostRecords;
    query.where = {equals("advisor", question.person), equals("village", village)};
    FAYI_LET(found, m_station.records(query));
    for (Record& record : found) {
        const Json& fields = record.view.fields;
        if (record.view.state != records::kVoid && textOf(fields, "rule_pack") == pack.name &&
            textOf(fields, "period_start") == question.from && textOf(fields, "period_end") == question.to)
            return std::optional(std::move(record));
    }
    return std::optional<Record>();
}

Result<VillageSheet> Assessment::sheet(const schema::RulePack& pack, const AssessQuestion& question,
                                       const std::string& village) const {
    FAYI_LET(orgs, m_station.figureOrgs({}));
    FAYI_LET(appraisal, appraisalOf(pack, question, village));
    const auto said = appraisal ? saidIn(appraisal->view.fields) : std::vector<schema::Said>();
    const schema::Ask ask = [this](const schema::Query& query) { return m_station.store().rows(query); };
    FAYI_LET(answer,
             schema::appraise(pack, {question.person, village}, question.from, question.to, orgs, said, ask));
    VillageSheet out{&pack, question.person, village, question.from, question.to, std::move(answer), {}};
    if (appraisal)
        out.frozen = appraisal->id;
    return out;
}

Result<std::vector<VillageSheet>> Assessment::assess(const AssessQuestion& question) const {
    FAYI_LET(known, packs(question));
    FAYI_LET(served, villages(question));
    std::vector<VillageSheet> out;
    for (const schema::RulePack* pack : known)
        for (const std::string& village : served) {
            FAYI_LET(one, sheet(*pack, question, village));
            out.push_back(std::move(one));
        }
    return out;
}

Result<std::vector<Record>> Assessment::records(const AssessQuestion& question,
                                                const std::string& line) const {
    FAYI_LET(sheets, assess(question));
    std::set<std::int64_t> numbers;
    bool known = false;
    for (const VillageSheet& one : sheets)
        for (const schema::IndicatorAnswer& answer : one.sheet.lines)
            if (answer.indicator->id == line) {
                known = true;
                for (const schema::LossAnswer& loss : answer.losses)
                    for (const Json& record : loss.records)
                        numbers.insert(record.get<std::int64_t>());
            }
    if (!known)
        return usage("考核规则里没有这一项：" + line, "the rule pack has no line " + line);
    return m_station.recordsOf({numbers.begin(), numbers.end()});
}

Result<Record> Assessment::freeze(const AssessQuestion& question) {
    FAYI_LET(sheets, assess(question));
    if (sheets.size() != 1)
        return usage("一次只固定一张：请用 --pack 和 --village 指明",
                     "one sheet is frozen at a time: name it with --pack and --village");
    const VillageSheet& one = sheets.front();
    if (one.frozen)
        return usage("这一时期已有考核记录：" + toText(*one.frozen) + "；请用 --recompute 或先作废",
                     "these days have an appraisal already: " + toText(*one.frozen) +
                         "; recompute it, or make it void first");
    Json fields = computed(one);
    fields.update({{"advisor", one.person},
                   {"village", one.village},
                   {"period_start", one.from},
                   {"period_end", one.to},
                   {"rule_pack", one.pack->name},
                   {"appraised_on", m_station.today()},
                   {"reviewer", m_station.person().name}});
    return m_station.create(std::string(kType), fields);
}

Result<const schema::RulePack*> Assessment::packOf(const Record& appraisal) const {
    if (appraisal.view.type != kType)
        return usage("这不是一条考核记录", "this record is no appraisal");
    const std::string name = textOf(appraisal.view.fields, "rule_pack");
    const schema::RulePack* pack = m_station.catalog().rulePack(name);
    if (pack == nullptr)
        return usage("没有这份考核规则：" + name, "there is no rule pack " + name);
    return pack;
}

Result<FrozenSheet> Assessment::frozen(RecordId appraisal) const {
    FAYI_LET(record, m_station.get(appraisal));
    FAYI_LET(pack, packOf(record));
    const Json& fields = record.view.fields;
    const AssessQuestion question{textOf(fields, "advisor"), textOf(fields, "period_start"),
                                  textOf(fields, "period_end"), pack->name, textOf(fields, "village")};
    FAYI_LET(now, sheet(*pack, question, question.village));
    FrozenSheet out{std::move(record), std::move(now), false};
    out.differs = out.record.view.fields.value("score", Json()) != Json(out.now.sheet.points);
    return out;
}

Result<Record> Assessment::recompute(RecordId appraisal) {
    FAYI_LET(known, frozen(appraisal));
    const records::View& view = known.record.view;
    if (!isOpen(view))
        return shut();
    Json patch = computed(known.now);
    Json items = Json::array();
    for (const Json& item : view.fields.value("items", Json::array()))
        if (item.value("computed", true))
            items.push_back({{"item", item["item"]}, {"removed", true}});
    for (Json& item : patch["items"])
        items.push_back(std::move(item));
    patch["items"] = std::move(items);
    return m_station.edit(appraisal, patch, known.record.shown);
}

Result<Record> Assessment::say(RecordId appraisal, const std::string& line, std::int64_t points,
                               const std::string& reason) {
    FAYI_LET(record, m_station.get(appraisal));
    FAYI_LET(pack, packOf(record));
    if (!isOpen(record.view))
        return shut();
    const schema::Indicator* known = pack->find(line);
    if (known == nullptr || !known->manual())
        return usage("考核规则里没有这个由人评分的项：" + line,
                     "the rule pack has no line that people score: " + line);
    const std::int64_t most = std::max<std::int64_t>(known->points, 1);
    if (points < 0 || points > most)
        return usage("得分应在 0 到 " + std::to_string(most) + " 之间",
                     "the points lie between 0 and " + std::to_string(most));
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return usage("请写明评分理由", "say why");
    Json items = Json::array();
    std::int64_t score = points;
    for (const Json& item : record.view.fields.value("items", Json::array())) {
        if (isAbout(item, line))
            items.push_back({{"item", item["item"]}, {"removed", true}});
        else
            score += item.value("points", std::int64_t{0});
    }
    items.push_back({{"rule", known->id + " " + known->labels.zh},
                     {"computed", false},
                     {"points", points},
                     {"most", most},
                     {"reason", reason}});
    return m_station.edit(appraisal, {{"items", std::move(items)}, {"score", score}}, record.shown);
}

Result<Record> Assessment::appeal(RecordId appraisal, const std::string& words) {
    FAYI_LET(record, m_station.get(appraisal));
    FAYI_TRY(packOf(record));
    if (words.find_first_not_of(" \t\r\n") == std::string::npos)
        return usage("请写明申诉内容", "say what the advisor objects to");
    return m_station.edit(
        appraisal, {{"appeal", words}, {"appealed_on", m_station.today()}, {"appeal_result", "pending"}},
        record.shown);
}

namespace {

Json lossJson(const schema::LossAnswer& loss, Language language) {
    Json periods = Json::array(), missing = Json::array();
    for (const schema::PeriodAnswer& period : loss.periods) {
        periods.push_back({{"name", period.name}, {"reached", period.reached}, {"kept", period.kept}});
        if (!period.kept)
            missing.push_back(period.name);
    }
    Json out{{"id", loss.loss->id},
             {"labels", {{"zh", loss.loss->labels.zh}, {"en", loss.loss->labels.en}}},
             {"taken", loss.taken},
             {"periods", std::move(periods)},
             {"missing", std::move(missing)},
             {"records", loss.records.size()}};
    if (loss.loss->target)
        out["target"] = *loss.loss->target;
    if (loss.loss->limit)
        out["limit"] = *loss.loss->limit;
    if (!loss.loss->unit.zh.empty())
        out["unit"] = loss.loss->unit.in(language);
    return out;
}

}  // namespace

Json toJson(const VillageSheet& sheet, Language language) {
    Json lines = Json::array();
    for (const schema::IndicatorAnswer& line : sheet.sheet.lines) {
        Json losses = Json::array();
        for (const schema::LossAnswer& loss : line.losses)
            losses.push_back(lossJson(loss, language));
        Json out{{"id", line.indicator->id},
                 {"labels", {{"zh", line.indicator->labels.zh}, {"en", line.indicator->labels.en}}},
                 {"by", line.indicator->by.in(language)},
                 {"most", line.most},
                 {"losses", std::move(losses)}};
        if (!line.indicator->evidence.zh.empty())
            out["evidence"] = line.indicator->evidence.in(language);
        if (line.points)
            out["points"] = *line.points;
        lines.push_back(std::move(out));
    }
    Json out{{"pack", sheet.pack->name},     {"version", sheet.pack->version},
             {"person", sheet.person},       {"village", sheet.village},
             {"from", sheet.from},           {"to", sheet.to},
             {"points", sheet.sheet.points}, {"answered", sheet.sheet.answered},
             {"most", sheet.sheet.most},     {"lines", std::move(lines)}};
    if (sheet.frozen)
        out["frozen"] = toText(*sheet.frozen);
    return out;
}

}  // namespace fayi::station
