// SPDX-License-Identifier: Apache-2.0
// One event that two people entered: told, never forbidden, since two visits of one day may be two visits.
#include "loaded.h"

namespace fayi::station {
namespace {

/// Records of one day that are compared, and how many of them are told.
constexpr std::size_t kMostCompared = 200;
constexpr std::size_t kMostTold = 3;

/// What a query can ask of a field by itself: what must be equal. Wordings and lists are compared afterwards.
bool isExact(const schema::Field& field) {
    return !field.isText() && field.kind != schema::FieldKind::Tags;
}

}  // namespace

Result<std::vector<RecordRow>> Station::maybeTwice(const Record& record) const {
    const schema::RecordType* type = catalog().type(record.view.type);
    if (type == nullptr || record.view.deleted || record.view.state == records::kVoid ||
        !schema::maybeSameEvent(*type, record.view.fields, record.view.fields))
        return std::vector<RecordRow>();
    ListQuery query;
    query.type = type->name;
    query.limit = kMostCompared;
    query.order = "happened_on";
    query.where = {{"happened_on", store::Condition::Op::Equals, record.view.happenedOn}};
    for (const std::string& name : type->sameEvent)
        if (isExact(*type->find(name)))
            query.where.push_back({name, store::Condition::Op::Equals, record.view.fields[name]});
    FAYI_LET(found, list(query));
    std::erase_if(found, [&](const RecordRow& other) {
        return other.id == record.id || other.state == records::kVoid ||
               !schema::maybeSameEvent(*type, record.view.fields, other.fields.read());
    });
    return found;
}

Status Station::warnOfTwice(Record& record) const {
    FAYI_LET(others, maybeTwice(record));
    const schema::RecordType* type = catalog().type(record.view.type);
    for (std::size_t i = 0; i < std::min(others.size(), kMostTold); ++i) {
        const RecordRow& other = others[i];
        const std::string by = author(other.id.created), id = toText(other.id);
        schema::Problem problem;
        problem.field = type->happenedOn;
        problem.also = type->sameEvent;
        problem.message = {"可能重复录入：" + by + " 已录有“" + other.title + "”（" + id +
                               "），日期和内容相同；如是同一件事，请只留一条",
                           "maybe entered twice: " + by + " has \"" + other.title + "\" (" + id +
                               ") of the same day and matter; if it is one event, keep one of them"};
        problem.severity = schema::Problem::Severity::Warning;
        problem.kind = schema::Problem::Kind::Twice;
        record.problems.push_back(std::move(problem));
    }
    return {};
}

}  // namespace fayi::station
