// SPDX-License-Identifier: Apache-2.0
#include "month.h"

#include "fayi/base/clock.h"
#include "maker.h"

namespace fayi::schema {
namespace {

constexpr int kAccepted = 869;
constexpr int kOpen = 7;       // accepted, not closed in August
constexpr int kFailed = 20;    // closed without an agreement
constexpr int kCarried = 3;    // from July into August, and as many from August into September
constexpr int kSuccess = 842;  // closed in August, those carried from July among them
constexpr std::int64_t kFen = 2'873'800'000;

std::string dayOfMonth(int i) {
    return dateOfDays(daysOf("2016-08-01").value_or(0) + i % 31);
}

/// 455 on the committee's own initiative, 378 on application, 36 entrusted, spread over all cases: 7 shares
/// no factor with 869, so each place is taken once.
const char* sourceOf(int i) {
    const int place = i * 7 % kAccepted;
    if (place < 455)
        return "initiative";
    if (place < 455 + 378)
        return "application";
    static const char* const kEntrusted[] = {"court", "police", "petition", "other"};
    return kEntrusted[place % 4];
}

Json caseOf(const std::string& type, int i) {
    return {{"dispute_type", type}, {"source", sourceOf(i)}};
}

Json agreed(Json fields, const std::string& day, std::int64_t fen) {
    fields.update({{"result", "success"},
                   {"closed_on", day},
                   {"agreement_on", day},
                   {"agreement_form", fen % 2 == 0 ? "written" : "oral"},
                   {"agreement_amount", fen}});
    return fields;
}

/// One case prevented a crime of four people, three a group petition of fifteen.
void prevent(Json& fields, int i) {
    if (i == 100)
        fields.update({{"prevented_crimes", 1}, {"prevented_crime_people", 4}});
    if (i >= 200 && i < 203)
        fields.update({{"prevented_petitions", 1}, {"prevented_petition_people", 5}});
}

std::vector<Row> made() {
    std::vector<Row> rows;
    const auto add = [&](const std::string& day, const Json& fields) {
        rows.push_back(madeRecord("M-" + std::to_string(rows.size()), "mediation-case", day, fields));
    };
    int i = 0;
    for (const auto& [type, count] : printedTypes())
        for (int n = 0; n < count; ++n, ++i) {
            Json fields = caseOf(type, i);
            const int place = i * 13 % kAccepted;  // the open and the failed are of all types
            if (place < kFailed) {
                static const char* const kEnds[] = {"failed", "refused", "withdrawn"};
                fields.update({{"result", kEnds[place % 3]}, {"closed_on", dayOfMonth(i)}});
            } else if (place < kFailed + kCarried) {
                fields = agreed(std::move(fields), "2016-09-02", 90'000'000);
            } else if (place >= kFailed + kCarried + kOpen) {
                fields =
                    agreed(std::move(fields), dayOfMonth(i), part(kFen, kSuccess, place - 30 + kCarried));
                prevent(fields, place);
            }
            add(dayOfMonth(i), fields);
        }
    for (int n = 0; n < kCarried; ++n)
        add("2016-07-20", agreed(caseOf("contract", n), "2016-08-02", part(kFen, kSuccess, n)));
    return rows;
}

}  // namespace

const std::vector<std::pair<std::string, int>>& printedTypes() {
    static const std::vector<std::pair<std::string, int>> kTypes = {{"marriage-family", 160},
                                                                    {"neighbour", 278},
                                                                    {"housing", 67},
                                                                    {"contract", 44},
                                                                    {"business", 31},
                                                                    {"damages", 76},
                                                                    {"forest-land", 18},
                                                                    {"expropriation", 28},
                                                                    {"environment", 4},
                                                                    {"labour", 13},
                                                                    {"consumer", 7},
                                                                    {"medical", 55},
                                                                    {"traffic", 33},
                                                                    {"property-management", 1},
                                                                    {"other", 54}};
    return kTypes;
}

const std::vector<Row>& mediationMonth() {
    static const std::vector<Row> kRows = [] {
        std::vector<Row> rows = made();
        for (std::size_t i = 0; i < kAccepted; i += 40) {
            for (Row& other : uncounted(rows[i]))
                rows.push_back(std::move(other));
            rows.push_back(shifted(rows[i], "before", -62));
            rows.push_back(shifted(rows[i], "later", 62));
        }
        return rows;
    }();
    return kRows;
}

}  // namespace fayi::schema
