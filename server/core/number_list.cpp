// SPDX-License-Identifier: Apache-2.0
// What became of every official number that was reserved: the gaps, each with its reason.
#include "authority.h"
#include "fayi/records/view.h"
#include "fayi/schema/numbers.h"
#include "fayi/server/numbers.h"
#include "fayi/server/references.h"

namespace fayi::hub {
namespace {

/// Who carries a text, of one kind.
using Carriers = std::multimap<std::string, RecordId>;

struct Rule {
    const schema::RecordType* type = nullptr;
    const schema::NumberRule* number = nullptr;
};

class Auditor {
public:
    Auditor(Context& context, const Reference& reference, Language language)
        : m_context(context), m_reference(reference), m_language(language) {}

    Result<Json> series(const std::vector<ReservedNumbers>& blocks);

private:
    Result<const Carriers*> carriers(const std::string& kind);
    std::vector<Rule> rulesOf(const std::string& kind) const;
    std::vector<RecordId> who(const ReservedNumbers& block, std::uint64_t number, const Carriers& carriers,
                              std::string& text) const;
    Result<Text> reasonOf(RecordId record) const;
    Result<Text> reasonOf(const ReservedNumbers& block, std::uint64_t number) const;
    Result<bool> isRevoked(std::uint64_t station) const;

    Context& m_context;
    const Reference& m_reference;
    Language m_language;
    std::map<std::string, Carriers> m_carriers;
};

std::vector<Rule> Auditor::rulesOf(const std::string& kind) const {
    std::vector<Rule> out;
    for (const schema::RecordType* type : m_reference.catalog.types())
        for (const schema::NumberRule& rule : type->numbers)
            if (rule.kind == kind)
                out.push_back({type, &rule});
    return out;
}

Result<const Carriers*> Auditor::carriers(const std::string& kind) {
    const auto [at, fresh] = m_carriers.try_emplace(kind);
    for (const Rule& rule : fresh ? rulesOf(kind) : std::vector<Rule>()) {
        const schema::NumberedQueries queries = schema::compileNumbered(rule.type->name, *rule.number);
        FAYI_LET(ids, m_context.store.ask(queries.records));
        FAYI_LET(texts, m_context.store.ask(queries.texts));
        for (std::size_t i = 0; i < std::min(ids.size(), texts.size()); ++i)
            if (const auto id = parseRecordId(ids[i].at(0).get<std::string>());
                id && texts[i].at(0).is_string())
                at->second.emplace(texts[i].at(0).get<std::string>(), *id);
    }
    return &at->second;
}

/// The number may be written in the form of any type that counts with this kind.
std::vector<RecordId> Auditor::who(const ReservedNumbers& block, std::uint64_t number,
                                   const Carriers& carriers, std::string& text) const {
    const schema::OrgUnit* office = m_reference.tree.find(block.series.org);
    std::vector<RecordId> out;
    std::set<std::string> forms;
    for (const Rule& rule : rulesOf(block.series.kind)) {
        text = schema::numberText(*rule.number, office == nullptr ? block.series.org : office->name.zh,
                                  block.series.year, number);
        if (!forms.insert(text).second)
            continue;
        const auto [first, last] = carriers.equal_range(text);
        for (auto at = first; at != last; ++at)
            out.push_back(at->second);
    }
    return out;
}

/// Why a number that a record carries does not count; empty: it counts.
Result<Text> Auditor::reasonOf(RecordId id) const {
    FAYI_LET(record, m_context.store.record(id));
    if (!record || record->deleted)
        return Text{"记录已删除", "its record was deleted"};
    if (record->state != records::kVoid)
        return Text();
    const records::View view =
        records::view(m_reference.catalog.type(record->type), record->type, record->registers);
    const std::string why = view.voided ? view.voided->reason : std::string();
    return Text{"记录已作废：" + why, "its record is void: " + why};
}

Result<bool> Auditor::isRevoked(std::uint64_t station) const {
    FAYI_LET(members, m_context.store.membersOf(station));
    for (const RecordId member : members) {
        FAYI_LET(author, authorOf(m_context.store, member));
        if (!author.now().revoked)
            return false;
    }
    return true;
}

/// Why no record carries a number.
Result<Text> Auditor::reasonOf(const ReservedNumbers& block, std::uint64_t number) const {
    if (block.station == 0)
        return Text{"枢纽曾由备份恢复，跳过不用", "left out since the hub was put back to a backup"};
    FAYI_LET(station, m_context.store.station(block.station));
    const std::string name = station ? station->name : std::to_string(block.station);
    if (number < block.told && block.told <= block.last + 1)
        return Text{
            name + "已给出，但没有记录使用：尚未上报、未被接受或已改掉",
            "given at " + name + ", but no record carries it: not sent yet, refused, or changed since"};
    if (block.told > block.last + 1)
        return Text{name + "的数据被复制或由备份恢复，余号放弃",
                    "given up: the data of " + name + " were copied or put back to a backup"};
    FAYI_LET(revoked, isRevoked(block.station));
    if (revoked)
        return Text{name + "已停用，余号不再使用", name + " is revoked; its rest will not be used"};
    if (block.series.year < std::stoi(dateInChina(m_context.clock.now()).substr(0, 4)))
        return Text{"当年预留给" + name + "，年末未用完",
                    "reserved for " + name + ", not used when the year ended"};
    const std::string day = dateInChina(block.at);
    return Text{day + "预留给" + name + "，尚未使用",
                "reserved for " + name + " on " + day + ", not used yet"};
}

Result<Json> Auditor::series(const std::vector<ReservedNumbers>& blocks) {
    const protocol::NumberSeries& series = blocks.front().series;
    FAYI_LET(known, carriers(series.kind));
    Json gaps = Json::array(), twice = Json::array();
    std::uint64_t reserved = 0, used = 0, before = 0;
    for (const ReservedNumbers& block : blocks)
        for (std::uint64_t number = std::max(block.first, before + 1); number <= block.last; ++number) {
            before = number;
            ++reserved;
            std::string text;
            const std::vector<RecordId> records = who(block, number, *known, text);
            if (records.size() > 1) {
                Json ids = Json::array();
                for (const RecordId id : records)
                    ids.push_back(toText(id));
                twice.push_back({{"number", number}, {"text", text}, {"records", std::move(ids)}});
            }
            FAYI_LET(reason, records.empty() ? reasonOf(block, number) : reasonOf(records.front()));
            if (reason.zh.empty()) {
                ++used;
                continue;
            }
            const std::string said = reason.in(m_language);
            if (!gaps.empty() && gaps.back()["to"] == number - 1 && gaps.back()["reason"] == said)
                gaps.back()["to"] = number;
            else
                gaps.push_back({{"from", number}, {"to", number}, {"reason", said}});
        }
    const schema::OrgUnit* office = m_reference.tree.find(series.org);
    return Json{{"org", series.org},       {"name", office == nullptr ? series.org : office->name.zh},
                {"kind", series.kind},     {"year", series.year},
                {"reserved", reserved},    {"used", used},
                {"gaps", std::move(gaps)}, {"twice", std::move(twice)}};
}

}  // namespace

Result<Json> listNumbers(Context& context, const NumberQuestion& question, Language language) {
    FAYI_LET(reference, context.references.current(context.store));
    ReadScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(blocks, context.store.reservedNumbers());
    std::map<protocol::NumberSeries, std::vector<ReservedNumbers>> bySeries;
    for (ReservedNumbers& block : blocks)
        if ((question.year == 0 || block.series.year == question.year) &&
            (question.kind.empty() || block.series.kind == question.kind) &&
            (question.org.empty() || block.series.org == question.org))
            bySeries[block.series].push_back(std::move(block));
    Auditor auditor(context, *reference, language);
    Json out = Json::array();
    for (const auto& [series, its] : bySeries) {
        FAYI_LET(line, auditor.series(its));
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace fayi::hub
