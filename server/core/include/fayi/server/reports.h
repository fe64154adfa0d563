// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"

/// Questions over what the hub holds. Answers are the JSON that the command line prints.
namespace fayi::hub {

/// Every change of a record, oldest first:
/// [{"version","by","station","at","writes":{path: value},"state":"shown|superseded|sibling|refused"}]; with
/// "testimony", a station's name, where the hub has no more than its word for it.
/// ErrorCode::NotFound: the hub never heard of it.
Result<Json> history(Context& context, RecordId record);

struct FigureQuestion {
    std::string report;
    std::string from, to;  ///< "2026-01-01", both included
    std::string unit;      ///< org unit; empty: the district
};

/// {"report","from","to","unit","figures":[…],"checks":[…]}, each as fayi/schema/figure_values.h tells it.
Result<Json> figures(Context& context, const FigureQuestion& question, Language language);
/// The records behind one figure, ascending by id.
Result<std::vector<Json>> figureRecords(Context& context, const FigureQuestion& question,
                                        const std::string& figure);

/// Recomputes every chain from its start and checks every signed head: {"ok","changes","first_bad"};
/// first_bad is the first change of a pen that was altered, dropped or inserted ("REPLICA-SEQ"), or null.
/// Testimony is in no chain and not counted; "contradicted", if any: testimony that its author's signed
/// changes turned out to differ from.
Result<Json> verifyLog(Context& context);

}  // namespace fayi::hub
