// SPDX-License-Identifier: Apache-2.0
// The changes of one record for a station that asks: history on demand.
#include "fayi/base/limits.h"
#include "pen_names.h"
#include "visibility.h"

namespace fayi::hub {
namespace {

using protocol::HistoryResponse;

Denied noRecord() {
    return deny(404, "no-record", {"您的管辖范围内没有这条记录", "there is no such record in your scope"});
}

Result<HistoryResponse> pageOf(HubStore& store, const protocol::HistoryRequest& request) {
    HistoryResponse out;
    std::set<ReplicaId> replicas;
    std::size_t bytes = 0;
    FAYI_LET(changes, store.changesOf(request.record));
    for (const LoggedChange& logged : changes) {
        if (logged.line.position <= request.after)
            continue;
        const bool full = out.changes.size() >= limits::kPageChanges ||
                          (!out.changes.empty() && bytes + logged.body.size() > limits::kPageBytes);
        if (full) {
            out.more = true;
            break;
        }
        FAYI_LET(change, protocol::decodeChange(logged.body));
        bytes += logged.body.size();
        replicas.insert(change.dot.replica);
        out.changes.push_back({std::move(change), logged.effective, logged.line.position});
    }
    FAYI_LET(pens, namesOf(store, replicas));
    out.pens = std::move(pens);
    return out;
}

}  // namespace

Answer<HistoryResponse> recordHistory(Context& context, const Credentials& credentials,
                                      const protocol::HistoryRequest& request) {
    using Said = std::variant<HistoryResponse, Denied>;
    ReadScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(admitted, admit(context, credentials, false));
    if (auto* denied = std::get_if<Denied>(&admitted))
        return Said(std::move(*denied));
    const auto& admission = std::get<Admission>(admitted);
    FAYI_LET(place, context.store.placeOf(request.record));
    if (!place || !Visibility(admission.scope, *admission.reference).sees(place->orgs, place->type))
        return Said(noRecord());
    FAYI_LET(page, pageOf(context.store, request));
    return Said(std::move(page));
}

}  // namespace fayi::hub
