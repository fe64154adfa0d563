// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/steps.h"

#include "fayi/records/judge.h"

namespace fayi::station {
namespace {

using schema::Action;
using Kind = schema::Problem::Kind;

/// Records of the same event that are told of one.
constexpr std::size_t kMostTwins = 3;

bool isOneOf(std::string_view state, std::initializer_list<std::string_view> states) {
    return std::ranges::find(states, state) != states.end();
}

}  // namespace

Steps stepsOf(const Station& station, const Record& record) {
    const records::View& view = record.view;
    const auto may = [&](Action action) { return station.may(action, view.type); };
    Steps out;
    out.undelete = view.deleted;
    out.print = !view.deleted && !view.restricted;
    if (view.deleted || view.voided || record.creationRefused)
        return out;
    out.lift = view.restricted && may(Action::Restrict);
    if (view.restricted)
        return out;
    const bool judged = isOneOf(view.state, {records::kSubmitted, records::kVerified});
    out.edit = may(Action::Edit);
    if (out.edit)
        out.numbers = station.numbersLacking(record);
    out.submit = may(Action::Submit) && isOneOf(view.state, {records::kDraft, records::kReturned});
    out.verify = may(Action::Verify) && (view.state == records::kSubmitted || view.changedSinceVerified);
    out.giveBack = may(Action::Return) && judged;
    out.remark = may(Action::Return);
    out.remove = may(Action::Delete);
    out.makeVoid = may(Action::Void) && judged;
    out.restrict = may(Action::Restrict);
    return out;
}

Result<std::vector<Warning>> warningsOf(const Station& station, const Record& record) {
    std::vector<Warning> out;
    FAYI_LET(twins, station.maybeTwice(record));
    for (std::size_t i = 0; i < std::min(twins.size(), kMostTwins); ++i) {
        const std::string by = station.author(twins[i].id.created);
        out.push_back({Kind::Twice,
                       {"可能重复录入：" + by + " 已录有“" + twins[i].title +
                            "”，日期和内容相同；如是同一件事，请只留一条",
                        "maybe entered twice: " + by + " has \"" + twins[i].title +
                            "\" of the same day and matter; if it is one event, keep one of them"},
                       twins[i].id});
    }
    const records::View& view = record.view;
    const records::Place place{view.orgs.empty() ? std::vector{view.org} : view.orgs, view.happenedOn};
    const schema::OrgUnit* locked = records::lockOn(place, station.orgTree());
    if (locked != nullptr && stepsOf(station, record).edit) {
        const Text why = records::lockReason(*locked, view.happenedOn);
        out.push_back({Kind::Locked,
                       {why.zh + "；再修改，区县不接受", why.en + "; a change would be refused"},
                       std::nullopt});
    }
    for (const schema::Problem& problem : record.problems)
        if (problem.severity == schema::Problem::Severity::Warning && problem.kind != Kind::Twice &&
            problem.kind != Kind::Locked)
            out.push_back({problem.kind, problem.message, std::nullopt});
    return out;
}

}  // namespace fayi::station
