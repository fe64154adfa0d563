// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/schema/rule_pack.h"
#include "fayi/station/station.h"

namespace fayi::station {

/// What is asked: one person, some days, a pack (empty: every pack that applies), a village (empty: each that
/// the person is appointed for).
struct AssessQuestion {
    std::string person, from, to, pack, village;
};

/// The sheet of one person in one village.
struct VillageSheet {
    const schema::RulePack* pack = nullptr;
    std::string person, village, from, to;
    schema::Appraisal sheet;
    std::optional<RecordId> frozen;  ///< the appraisal record of these very days, if there is one
};

/// An appraisal that was frozen, beside what the records come to now.
struct FrozenSheet {
    Record record;
    VillageSheet now;
    bool differs = false;  ///< the frozen score is another one
};

/// The appraisal of advisors from the records of their daily work (docs/RECORD-TYPES.md, "Appraisal"): one
/// person at a time. Frozen in a record of type `appraisal`, it does not change with what it was made of.
class Assessment {
public:
    explicit Assessment(Station& station) : m_station(station) {}

    /// ErrorCode::Usage: no such pack, none applies, or the person is appointed for no village and none is
    /// named.
    /// The packs that apply to the days that are asked for; the villages that the person is appointed for.
    Result<std::vector<const schema::RulePack*>> packs(const AssessQuestion& question) const;
    Result<std::vector<std::string>> villages(const AssessQuestion& question) const;
    Result<std::vector<VillageSheet>> assess(const AssessQuestion& question) const;
    /// The records behind a line of a pack, over the villages of the question.
    Result<std::vector<Record>> records(const AssessQuestion& question, const std::string& line) const;

    /// Writes the one sheet that is asked for into a draft appraisal: it stays as it is from now on, whatever
    /// becomes of the records. What people have to say is added there, and submit and verify follow.
    Result<Record> freeze(const AssessQuestion& question);
    Result<FrozenSheet> frozen(RecordId appraisal) const;
    /// Works a frozen one out again, as a new version: while it is a draft or was returned, or on an appeal.
    /// What people said of it stays.
    Result<Record> recompute(RecordId appraisal);
    /// What somebody says of a line that no record answers, and why; what was said of it before gives way.
    /// While recompute() would do.
    Result<Record> say(RecordId appraisal, const std::string& line, std::int64_t points,
                       const std::string& reason);
    /// Writes down that the advisor objects, and what they say.
    Result<Record> appeal(RecordId appraisal, const std::string& words);
    /// Whether recompute() and say() would do.
    static bool isOpen(const records::View& appraisal);

private:
    Result<VillageSheet> sheet(const schema::RulePack& pack, const AssessQuestion& question,
                               const std::string& village) const;
    Result<std::optional<Record>> appraisalOf(const schema::RulePack& pack, const AssessQuestion& question,
                                              const std::string& village) const;
    Result<const schema::RulePack*> packOf(const Record& appraisal) const;

    Station& m_station;
};

/// {"pack","version","person","village","from","to","points","answered","most","frozen","lines":[{"id",
/// "labels","by","evidence","most","points","losses":[{"id","labels","target"|"limit","unit","taken",
/// "periods":[{"name","reached","kept"}],"missing":[…],"records"}]}]}; a line that waits for somebody has no
/// points.
Json toJson(const VillageSheet& sheet, Language language);

}  // namespace fayi::station
