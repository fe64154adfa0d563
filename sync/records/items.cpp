// SPDX-License-Identifier: Apache-2.0
#include "items.h"

#include <algorithm>

#include "fayi/base/bugs.h"
#include "fayi/merge/policy.h"

namespace fayi::records {
namespace {

using merge::Path;
using merge::RecordState;
using merge::Register;
using merge::Version;

/// Items of a new list are placed this far apart, so that one can later be put between two others.
constexpr std::int64_t kPlaceStep = 1024;

merge::Json existenceOf(const RecordState& state, std::string_view itemPath) {
    const Register* reg = state.find(itemPath);
    return reg == nullptr ? merge::Json() : merge::settle(merge::Policy::Union, *reg).value();
}

}  // namespace

std::int64_t placeIn(const merge::Json& value) {
    return value.is_number_integer() ? std::clamp(value.get<std::int64_t>(), -kNoPlace, kNoPlace) : kNoPlace;
}

bool isRemoved(const RecordState& state, const std::string& itemPath) {
    const Register* existence = state.find(itemPath);
    if (existence == nullptr || bug("removed-item-returns") || !existenceOf(state, itemPath).is_null())
        return false;
    merge::VersionVector seen;
    for (const Version& version : existence->siblings())
        seen.include(version.wide);
    const std::string below = itemPath + "/";
    const auto& registers = state.registers();
    for (auto at = registers.lower_bound(below); at != registers.end() && at->first.starts_with(below); ++at)
        for (const Version& version : at->second.siblings())
            if (!seen.covers(version.dot))
                return false;
    return true;
}

std::vector<PlacedItem> itemsInOrder(const RecordState& state, std::string_view list) {
    const std::string prefix = std::string(list) + "/";
    const auto& registers = state.registers();
    std::vector<PlacedItem> out;
    for (auto at = registers.lower_bound(prefix); at != registers.end() && at->first.starts_with(prefix);
         ++at) {
        const Path path = merge::parsePath(at->first);
        const std::string itemPath = prefix + path.item;
        const bool again = !out.empty() && out.back().id == path.item;
        if (!again && !isRemoved(state, itemPath))
            out.push_back({path.item, placeIn(existenceOf(state, itemPath))});
    }
    std::ranges::sort(out);
    const auto rest = std::ranges::unique(out);
    out.erase(rest.begin(), rest.end());
    return out;
}

ListOrder::ListOrder(const std::vector<PlacedItem>& items) {
    for (const PlacedItem& item : items)
        m_slots.push_back({item.id, item.place < kNoPlace, item});
}

std::vector<ListOrder::Slot>::iterator ListOrder::find(std::string_view id) {
    return std::ranges::find(m_slots, id, &Slot::id);
}

void ListOrder::remove(std::string_view id) {
    if (const auto at = find(id); at != m_slots.end())
        m_slots.erase(at);
}

void ListOrder::append(const std::string& id) {
    m_slots.push_back({id, false, {}});
    m_touched = true;
}

void ListOrder::put(const std::string& id, std::string_view after) {
    Slot slot{id, false, {}};
    if (const auto at = find(id); at != m_slots.end()) {
        slot.before = at->before;
        m_slots.erase(at);
    }
    auto behind = after.empty() ? m_slots.begin() : find(after);
    if (!after.empty() && behind != m_slots.end())
        ++behind;
    m_slots.insert(behind, std::move(slot));
    m_touched = true;
}

std::vector<PlacedItem> ListOrder::changed() const {
    std::vector<PlacedItem> placed;
    if (!m_touched)
        return placed;
    std::size_t from = 0;  // of the run without places that is being filled
    const auto fill = [&](std::size_t to, std::int64_t begin, std::int64_t span, std::int64_t parts) {
        for (std::int64_t n = 1; from < to; ++from, ++n)
            placed.push_back({m_slots[from].id, begin + span * n / parts});
    };
    for (std::size_t i = 0; i <= m_slots.size(); ++i) {
        const auto count = static_cast<std::int64_t>(i - from);
        const std::int64_t left = placed.empty() ? 0 : placed.back().place;
        if (i == m_slots.size()) {
            fill(i, left, kPlaceStep * count, std::max<std::int64_t>(count, 1));
        } else if (m_slots[i].stays) {
            const std::int64_t right = m_slots[i].before.place;
            if (placed.empty())
                fill(i, right - kPlaceStep * (count + 1), kPlaceStep * (count + 1), count + 1);
            else if (count > 0 && right - left <= count)
                continue;  // no room before it: it moves on with them
            else
                fill(i, left, right - left, count + 1);
            placed.push_back({m_slots[i].id, right});
            from = i + 1;
        }
    }
    std::erase_if(placed, [&](const PlacedItem& item) {
        const auto slot = std::ranges::find(m_slots, item.id, &Slot::id);
        return slot->before == item;
    });
    return placed;
}

}  // namespace fayi::records
