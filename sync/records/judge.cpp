// SPDX-License-Identifier: Apache-2.0
#include "fayi/records/judge.h"

#include "fayi/base/limits.h"
#include "fayi/schema/check.h"
#include "rules.h"

namespace fayi::records {
namespace {

using merge::Path;
using protocol::Change;
using protocol::Refusal;
using schema::Action;
using schema::Problem;

/// A code of a list is at most so long (schema/meta/common.json).
constexpr std::size_t kMostCode = 64;

Refusal refusal(const Change& change, std::string code, Text reason) {
    return {change.dot.seq, std::move(code), std::move(reason)};
}

std::optional<Action> actionOf(const merge::Write& write) {
    const Path path = merge::parsePath(write.path);
    if (!path.own())
        return Action::Edit;
    if (path.field == merge::kOrg)
        return Action::Move;
    if (path.field == merge::kDeleted)
        return Action::Delete;
    if (path.field == merge::kRemark)
        return Action::Return;
    if (path.field == merge::kPaper)
        return Action::Edit;
    if (path.field == merge::kVoidReason)
        return Action::Void;
    if (path.field == merge::kRestricted)
        return Action::Restrict;
    if (path.field != merge::kState)
        return std::nullopt;
    static const std::map<std::string_view, Action> kByState{{kDraft, Action::Edit},
                                                             {kSubmitted, Action::Submit},
                                                             {kVerified, Action::Verify},
                                                             {kReturned, Action::Return},
                                                             {kVoid, Action::Void}};
    const auto known =
        write.value.is_string() ? kByState.find(write.value.get_ref<const std::string&>()) : kByState.end();
    return known == kByState.end() ? Action::Edit : known->second;
}

/// The product's own registers hold what it puts there and nothing else.
std::optional<Text> flawOfOwn(const Path& path, const merge::Write& write, const schema::OrgTree& tree) {
    const Json& value = write.value;
    if (path.field == merge::kState) {
        static const std::set<std::string_view> kStates{kDraft, kSubmitted, kVerified, kReturned, kVoid};
        if (!value.is_string() || !kStates.contains(value.get_ref<const std::string&>()))
            return Text{"状态不合规定", "no such state"};
    } else if (path.field == merge::kOrg) {
        if (!value.is_string() || tree.find(value.get_ref<const std::string&>()) == nullptr)
            return Text{"没有这个机构", "no such org unit"};
    } else if (path.field == merge::kDeleted) {
        if (!value.is_null() && value != Json(true))
            return Text{"删除标记不合规定", "a delete mark must be true or null"};
    } else if (path.field == merge::kVoidReason && !merge::isErased(value)) {
        if (!value.is_string() || lengthOf(value.get_ref<const std::string&>()) > limits::kTextPoints)
            return Text{"作废理由不合规定", "a reason must be a text of bounded length"};
    } else if (path.field == merge::kRestricted && !merge::isErased(value) && !value.is_null()) {
        if (!value.is_string() || lengthOf(value.get_ref<const std::string&>()) > limits::kTextPoints)
            return Text{"限制处理的理由不合规定", "a reason must be a text of bounded length"};
    } else if (path.field == merge::kRemark && !merge::isErased(value)) {
        const bool sound = value.is_object() && value.contains("text") && value["text"].is_string() &&
                           lengthOf(value["text"].get_ref<const std::string&>()) <= limits::kTextPoints;
        if (!sound)
            return Text{"审核意见不合规定", "a remark must be a text of bounded length"};
    } else if (path.field == merge::kPaper && !value.is_null()) {
        if (!value.is_string() || value.get_ref<const std::string&>().size() > kMostCode)
            return Text{"卷内材料的种类不合规定", "the kind of a paper must be a code"};
    }
    return std::nullopt;  // registers of a later version pass
}

/// Passed by the hub though a save on this version would refuse them: a newer station may know more.
bool passes(const Problem& problem) {
    return problem.severity == Problem::Severity::Warning || problem.kind == Problem::Kind::UnknownField ||
           problem.kind == Problem::Kind::UnknownChoice;
}

std::optional<Text> flawOf(const merge::Write& write, const schema::RecordType* type,
                           const schema::OrgTree& tree) {
    const Path path = merge::parsePath(write.path);
    if (path.own())
        return flawOfOwn(path, write, tree);
    const schema::Field* field = fieldOf(type, path);
    if (field == nullptr || write.value.is_null() || merge::isErased(write.value))
        return std::nullopt;
    std::vector<Problem> problems;
    if (path.kind == Path::Kind::Item) {
        if (field->kind != schema::FieldKind::Items || !write.value.is_number_integer())
            return Text{"列表条目不合规定", "malformed list item"};
        return std::nullopt;
    }
    if (path.kind == Path::Kind::Member)
        problems = schema::checkMember(*field, write.value == Json(true) ? Json(path.item) : write.value,
                                       write.path);
    else
        problems = schema::checkValue(*field, write.value, write.path);
    for (const Problem& problem : problems)
        if (!passes(problem))
            return problem.message;
    return std::nullopt;
}

std::optional<Refusal> judgeContent(const Change& change, const schema::RecordType* type,
                                    const schema::OrgTree& tree) {
    if (change.writes.size() > limits::kChangeWrites ||
        protocol::encodeChange(change).size() > limits::kChangeBytes)
        return refusal(change, "size", {"这次修改的内容过大", "this change is too large"});
    for (const merge::Write& write : change.writes)
        if (const auto flaw = flawOf(write, type, tree))
            return refusal(
                change, "validation",
                {"字段“" + write.path + "”：" + flaw->zh, "field \"" + write.path + "\": " + flaw->en});
    return std::nullopt;
}

Text labelOf(const schema::RecordType* type) {
    return type == nullptr ? Text{"这类记录", "records of this type"} : type->labels;
}

std::optional<Refusal> judgeRole(const Change& change, const schema::RecordType* type,
                                 const Authority& author) {
    static const std::map<Action, Text> kWords{{Action::Create, {"新建", "create"}},
                                               {Action::Edit, {"修改", "edit"}},
                                               {Action::Submit, {"提交", "submit"}},
                                               {Action::Verify, {"审核通过", "verify"}},
                                               {Action::Return, {"退回", "return"}},
                                               {Action::Delete, {"删除", "delete"}},
                                               {Action::Move, {"移交", "move"}},
                                               {Action::Void, {"作废", "make void"}},
                                               {Action::Restrict, {"限制处理", "restrict"}}};
    for (const Action action : actionsOf(change)) {
        const bool allowed = type == nullptr ? author.role != "auditor" : type->may(action, author.role);
        if (!allowed) {
            const Text& word = kWords.at(action);
            const Text label = labelOf(type);
            return refusal(change, "permission",
                           {"您的角色不能" + word.zh + "“" + label.zh + "”",
                            "your role may not " + word.en + " \"" + label.en + "\""});
        }
    }
    return std::nullopt;
}

}  // namespace

std::set<Action> actionsOf(const Change& change) {
    std::set<Action> out;
    if (change.creates())
        out.insert(Action::Create);
    for (const merge::Write& write : change.writes) {
        const auto action = actionOf(write);
        const bool partOfCreate = change.creates() && (action == Action::Edit || action == Action::Move);
        if (action && !partOfCreate)
            out.insert(*action);
    }
    return out;
}

bool inScope(const std::vector<std::string>& orgs, const std::vector<std::string>& scope,
             const schema::OrgTree& tree) {
    for (const std::string& org : orgs)
        for (const std::string& root : scope)
            if (tree.isWithin(org, root))
                return true;
    return false;
}

std::optional<Refusal> judge(const Change& change, const schema::RecordType* type, const Authority& author,
                             const std::vector<std::string>& orgs, const schema::OrgTree& tree) {
    if (author.revoked)
        return refusal(change, "revoked",
                       {"您在本机的授权已被撤销", "your authority on this computer has ended"});
    if (auto refused = judgeContent(change, type, tree))
        return refused;
    if (!inScope(orgs, author.scope, tree))
        return refusal(change, "permission",
                       {"该记录不在您的管辖范围内", "this record is outside your scope"});
    for (const merge::Write& write : change.writes)
        if (write.path == merge::kOrg && !inScope({write.value.get<std::string>()}, author.scope, tree))
            return refusal(change, "permission",
                           {"目标机构不在您的管辖范围内：" + write.value.get<std::string>(),
                            "the org unit is outside your scope: " + write.value.get<std::string>()});
    return judgeRole(change, type, author);
}

}  // namespace fayi::records
