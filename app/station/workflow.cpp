// SPDX-License-Identifier: Apache-2.0
// The way of a record: submit, verify, return, delete, restore, move; and settling its conflicts.
#include "fayi/base/limits.h"
#include "loaded.h"

namespace fayi::station {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

/// Whether there is something to settle: versions that no write has superseded, more than one.
bool competes(const merge::Register* reg) {
    return reg != nullptr && reg->siblings().size() > 1;
}

const merge::Version* siblingOf(const merge::RecordState& state, const std::string& path, Dot version) {
    const merge::Register* reg = state.find(path);
    if (!competes(reg))
        return nullptr;
    for (const merge::Version& sibling : reg->siblings())
        if (sibling.dot == version)
            return &sibling;
    return nullptr;
}

/// What is wrong with a value that a person puts in place of all siblings.
std::vector<schema::Problem> flawsOf(const schema::RecordType& type, const std::string& text,
                                     const Json& value) {
    const merge::Path path = merge::parsePath(text);
    const schema::Field* field = type.find(path.field);
    if (field != nullptr && path.kind == merge::Path::Kind::ItemField)
        field = field->find(path.within);
    return field == nullptr ? std::vector<schema::Problem>() : schema::checkValue(*field, value, text);
}

Text noReason() {
    return {"退回时请写明原因", "say why it is returned"};
}

/// Why a remark cannot be kept; nothing if it can.
std::optional<Text> flawOf(const Pin& pin) {
    if (pin.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return noReason();
    if (!isUtf8(pin.text) || lengthOf(pin.text) > limits::kTextPoints)
        return Text{"退回原因最多 " + std::to_string(limits::kTextPoints) + " 个字",
                    "a remark has at most " + std::to_string(limits::kTextPoints) + " characters"};
    return std::nullopt;
}

/// The record with a warning, if there is something to say.
Result<Record> told(Result<Record> record, const Text& warning) {
    if (!record.ok() || warning.zh.empty())
        return record;
    schema::Problem problem;
    problem.message = warning;
    problem.severity = schema::Problem::Severity::Warning;
    record->problems.push_back(std::move(problem));
    return record;
}

}  // namespace

Result<Record> Station::submit(RecordId id, const std::optional<merge::VersionVector>& shown) {
    m_refused.clear();
    FAYI_LET(record, load(id, shown));
    const records::View& view = record.stored.view;
    if (view.deleted)
        return refuse("", {"记录在回收站里，不能提交", "the record is deleted and cannot be submitted"});
    if (view.state == records::kVerified)
        return refuse("", {"记录已审核通过，不必再提交", "the record is verified already"});
    std::vector<schema::Problem> problems = schema::checkSubmit(*record.type, view.fields, today());
    if (schema::hasErrors(problems))
        return refuse(std::move(problems));
    if (view.state == records::kSubmitted && !view.changedSinceVerified)
        return recordOf(std::move(record.stored));
    FAYI_LET(missing, giveNumbersOf(schema::NumberRule::At::Submit, schema::Action::Submit, record));
    return told(write(record, records::planState(record.state, record.shown, records::kSubmitted)), missing);
}

Result<Record> Station::verify(RecordId id, const std::optional<merge::VersionVector>& shown) {
    m_refused.clear();
    FAYI_LET(record, load(id, shown));
    const records::View& view = record.stored.view;
    if (view.deleted || (view.state != records::kSubmitted && view.state != records::kVerified))
        return refuse("", {"只有已提交的记录才能审核", "only a submitted record can be verified"});
    if (!view.conflicts.empty())
        return refuse(view.conflicts.front(),
                      {"还有未裁决的冲突，不能审核：" + joined(view.conflicts),
                       "open conflicts have to be settled first: " + joined(view.conflicts)});
    std::vector<schema::Problem> problems = schema::checkSubmit(*record.type, view.fields, today());
    if (schema::hasErrors(problems))
        return refuse(std::move(problems));
    if (view.state == records::kVerified)
        return recordOf(std::move(record.stored));
    FAYI_LET(missing, giveNumbersOf(schema::NumberRule::At::Verify, schema::Action::Verify, record));
    return told(write(record, records::planState(record.state, record.shown, records::kVerified)), missing);
}

Result<Record> Station::giveBack(RecordId id, const std::string& remark, const std::string& field,
                                 const std::optional<merge::VersionVector>& shown) {
    return giveBack(id, std::vector{Pin{field, remark}}, shown);
}

Result<Record> Station::giveBack(RecordId id, const std::vector<Pin>& remarks,
                                 const std::optional<merge::VersionVector>& shown) {
    m_refused.clear();
    FAYI_LET(record, load(id, shown));
    const std::string& state = record.stored.view.state;
    if (record.stored.view.deleted || (state != records::kSubmitted && state != records::kVerified))
        return refuse(
            "", {"只有已提交或已审核的记录才能退回", "only a submitted or verified record can be returned"});
    if (remarks.size() > kMostPins)
        return refuse("remark", {"一次退回最多 " + std::to_string(kMostPins) + " 条意见",
                                 "a return has at most " + std::to_string(kMostPins) + " remarks"});
    records::Plan plan = records::planState(record.state, record.shown, records::kReturned);
    for (const Pin& pin : remarks) {
        if (const auto flaw = flawOf(pin))
            return refuse("remark", *flaw);
        if (!pin.field.empty() && record.type->find(merge::parsePath(pin.field).field) == nullptr)
            return Error{ErrorCode::Usage,
                         {"没有这个字段：" + pin.field, "there is no such field: " + pin.field}};
        records::addRemark(plan, pin.field, pin.text);
    }
    if (remarks.empty())
        return refuse("remark", noReason());
    return write(record, std::move(plan));
}

Result<Record> Station::makeVoid(RecordId id, const std::string& reason,
                                 const std::optional<merge::VersionVector>& shown) {
    m_refused.clear();
    FAYI_LET(record, load(id, shown));
    if (record.stored.view.deleted)
        return refuse("", {"记录在回收站里，请先恢复再作废", "the record is deleted; restore it first"});
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return refuse("reason", {"作废必须写明理由", "say why it becomes void"});
    if (!isUtf8(reason) || lengthOf(reason) > limits::kTextPoints)
        return refuse("reason",
                      {"作废理由最多 " + std::to_string(limits::kTextPoints) + " 个字",
                       "a reason has at most " + std::to_string(limits::kTextPoints) + " characters"});
    if (record.stored.view.state == records::kVoid)
        return refuse("", {"记录已作废，不能再改", "the record is void and cannot be changed any more"});
    return write(record, records::planVoid(record.state, record.shown, reason));
}

Result<Record> Station::restrict(RecordId id, const std::optional<std::string>& reason) {
    m_refused.clear();
    FAYI_LET(record, load(id, std::nullopt));
    const records::View& view = record.stored.view;
    if (view.deleted)
        return refuse("", {"记录在回收站里，请先恢复", "the record is deleted; restore it first"});
    if (reason && reason->find_first_not_of(" \t\r\n") == std::string::npos)
        return refuse("reason", {"限制处理必须写明理由", "say why it is restricted"});
    if (reason && (!isUtf8(*reason) || lengthOf(*reason) > limits::kTextPoints))
        return refuse("reason",
                      {"限制处理的理由最多 " + std::to_string(limits::kTextPoints) + " 个字",
                       "a reason has at most " + std::to_string(limits::kTextPoints) + " characters"});
    if (!reason && !view.restricted)
        return recordOf(std::move(record.stored));
    return write(record, records::planRestrict(record.state, record.shown, reason));
}

Result<Record> Station::remove(RecordId id, const std::optional<merge::VersionVector>& shown) {
    m_refused.clear();
    FAYI_LET(record, load(id, shown));
    if (record.stored.view.deleted)
        return recordOf(std::move(record.stored));
    return write(record, records::planDelete(record.state, record.shown));
}

Result<Record> Station::restore(RecordId id, std::optional<Dot> version) {
    m_refused.clear();
    FAYI_LET(record, load(id, std::nullopt));
    if (!version) {
        const bool marked = record.stored.view.deleted || record.stored.view.revived;
        return write(record, marked ? records::planUndelete(record.state, record.shown) : records::Plan());
    }
    FAYI_LET(changes, m_store->history(id));
    const auto change = std::ranges::find(changes, *version, &store::StoredChange::dot);
    if (change == changes.end())
        return Error{ErrorCode::NotFound,
                     {"这条记录没有这个版本：" + toText(*version),
                      "the record has no such version: " + toText(*version)}};
    if (record.stored.view.deleted)
        return refuse("", {"记录在回收站里，请先恢复", "the record is deleted; restore it first"});
    return write(record, records::planRestore(record.state, *version, change->writes));
}

Result<Record> Station::move(RecordId id, const std::string& org) {
    m_refused.clear();
    FAYI_LET(record, load(id, std::nullopt));
    if (orgTree().find(org) == nullptr)
        return refuse("org",
                      {"没有这个机构：" + prefixOf(org, 40), "no such org unit: " + prefixOf(org, 40)});
    return write(record, records::planMove(record.state, record.shown, org));
}

Result<Record> Station::resolveTaking(RecordId id, const std::string& field, Dot version) {
    m_refused.clear();
    FAYI_LET(record, load(id, std::nullopt));
    const merge::Version* sibling = siblingOf(record.state, field, version);
    if (sibling == nullptr)
        return Error{ErrorCode::NotFound,
                     {"字段“" + field + "”没有这个并存的版本：" + toText(version),
                      "\"" + field + "\" has no such competing version: " + toText(version)}};
    return write(record, records::planResolve(record.state, field, sibling->value));
}

Result<Record> Station::resolveWith(RecordId id, const std::string& field, const Json& value) {
    m_refused.clear();
    FAYI_LET(record, load(id, std::nullopt));
    if (!competes(record.state.find(field)))
        return Error{ErrorCode::NotFound,
                     {"字段“" + field + "”没有冲突", "there is no conflict in \"" + field + "\""}};
    std::vector<schema::Problem> flaws = flawsOf(*record.type, field, value);
    if (!flaws.empty())
        return refuse(std::move(flaws));
    return write(record, records::planResolve(record.state, field, value));
}

}  // namespace fayi::station
