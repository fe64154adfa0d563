// SPDX-License-Identifier: Apache-2.0
// Official numbers from blocks that the hub has reserved for this station: given without a network, never
// twice. A number that was taken is gone even if what it was for is never saved; the hub lists such gaps.
#include <set>

#include "fayi/protocol/number_limits.h"
#include "row.h"

namespace fayi::store {
namespace {

protocol::NumberSeries seriesFrom(const sqlite::Statement& row) {
    return {row.text(0), row.text(1), static_cast<int>(row.integer(2))};
}

}  // namespace

Status Store::wantNumbers(const std::vector<protocol::NumberSeries>& series) {
    std::set<protocol::NumberSeries> known;
    auto rows = m_database->prepare("SELECT org, kind, year FROM number_want");
    while (rows.step())
        known.insert(seriesFrom(rows));
    FAYI_TRY(rows.status());
    if (known == std::set<protocol::NumberSeries>(series.begin(), series.end()))
        return {};
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(m_database->execute("DELETE FROM number_want"));
    for (std::size_t i = 0; i < series.size() && i < limits::kNumberSeries; ++i)
        FAYI_TRY(m_database->prepare("INSERT OR IGNORE INTO number_want(org,kind,year) VALUES(?,?,?)")
                     .bind(series[i].org)
                     .bind(series[i].kind)
                     .bind(series[i].year)
                     .run());
    return transaction.commit();
}

Result<std::uint64_t> Store::takeNumber(const protocol::NumberSeries& series) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    auto block = m_database->prepare(
        "SELECT first, next FROM number_block WHERE org=? AND kind=? AND year=? AND next<=last ORDER BY "
        "first "
        "LIMIT 1");
    if (!block.bind(series.org).bind(series.kind).bind(series.year).step()) {
        FAYI_TRY(block.status());
        return Error{ErrorCode::NotFound,
                     {"本机没有可用的号：" + series.org + " " + series.kind + " " +
                          std::to_string(series.year) + "，同步一次即可取得",
                      "no number is left here of " + series.org + " " + series.kind + " " +
                          std::to_string(series.year) + "; a sync fetches some"}};
    }
    const std::uint64_t first = block.number(0), next = block.number(1);
    FAYI_TRY(
        m_database
            ->prepare("UPDATE number_block SET next=next+1 WHERE org=? AND kind=? AND year=? AND first=?")
            .bind(series.org)
            .bind(series.kind)
            .bind(series.year)
            .bind(first)
            .run());
    FAYI_TRY(transaction.commit());
    return next;
}

std::vector<NumberStock> Store::numberStock() const {
    std::vector<NumberStock> out;
    auto rows = m_database->prepare(
        "SELECT org, kind, year, next, last FROM number_block WHERE next<=last ORDER BY org, kind, year, "
        "first");
    while (rows.step())
        out.push_back({seriesFrom(rows), rows.number(3), rows.number(4)});
    return out;
}

/// Each block of which the hub does not know how far it is used; and every series that is wanted and short,
/// with the last number that is held of it: what the hub reserved beyond was told in an answer that was lost.
Status Store::addNumbers(protocol::SyncRequest& out) const {
    auto used = m_database->prepare(
        "SELECT org, kind, year, first, next FROM number_block WHERE next<>told ORDER BY org, kind, year, "
        "first "
        "LIMIT ?");
    used.bind(static_cast<std::int64_t>(limits::kNumberSeries));
    while (used.step())
        out.numbers.push_back({seriesFrom(used), used.number(3), used.number(4)});
    FAYI_TRY(used.status());
    auto wanted = m_database->prepare(
        "SELECT w.org, w.kind, w.year, coalesce((SELECT max(last) FROM number_block b WHERE b.org=w.org AND "
        "b.kind=w.kind AND b.year=w.year), 0) FROM number_want w WHERE coalesce((SELECT sum(last-next+1) "
        "FROM "
        "number_block b WHERE b.org=w.org AND b.kind=w.kind AND b.year=w.year), 0)<? ORDER BY w.org, w.kind, "
        "w.year");
    wanted.bind(static_cast<std::int64_t>(limits::kNumbersLow));
    const bool anew = !meta("numbers-anew").empty();
    while (wanted.step())
        out.numbers.push_back({seriesFrom(wanted), 0, anew ? limits::kNumbersAnew : wanted.number(3)});
    return wanted.status();
}

/// A copy of this store may give the same numbers, or an earlier life of it has: they are given up.
Status Store::giveUpNumbers() {
    FAYI_TRY(m_database->execute("UPDATE number_block SET next=last+2 WHERE next<=last"));
    return setMeta("numbers-anew", "1");
}

Status Store::noteNumbers(const protocol::SyncRequest& request, const protocol::SyncResponse& answer) {
    for (const protocol::NumberUse& use : request.numbers)
        if (use.first != 0)
            FAYI_TRY(
                m_database
                    ->prepare("UPDATE number_block SET told=max(told, ?) WHERE org=? AND kind=? AND year=? "
                              "AND first=?")
                    .bind(use.next)
                    .bind(use.series.org)
                    .bind(use.series.kind)
                    .bind(use.series.year)
                    .bind(use.first)
                    .run());
    for (const protocol::NumberBlock& block : answer.numbers)
        FAYI_TRY(m_database
                     ->prepare("INSERT OR IGNORE INTO number_block(org,kind,year,first,last,next,told) "
                               "VALUES(?,?,?,?4,?5,?4,?4)")
                     .bind(block.series.org)
                     .bind(block.series.kind)
                     .bind(block.series.year)
                     .bind(block.first)
                     .bind(block.last)
                     .run());
    return {};
}

}  // namespace fayi::store
