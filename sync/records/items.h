// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fayi/merge/record_state.h"

namespace fayi::records {

/// Where an item of a list stands. Places order the list, ties by id, so that concurrent moves and inserts
/// give one order everywhere and each item once.
struct PlacedItem {
    std::string id;
    std::int64_t place = 0;
    auto operator<=>(const PlacedItem& other) const {
        return std::pair(place, id) <=> std::pair(other.place, other.id);
    }
    bool operator==(const PlacedItem&) const = default;
};

/// The place of an item that has none (an edit brought it back while it was taken out): the end.
inline constexpr std::int64_t kNoPlace = std::int64_t{1} << 52;

/// What a register `list/ITEM` says of the item's place, within ±kNoPlace.
std::int64_t placeIn(const merge::Json& value);

/// True while all who wrote of the item's existence took it out and had seen every current version of its
/// fields (ruling 1). A move is a write that it exists: it wins over a concurrent removal.
bool isRemoved(const merge::RecordState& state, const std::string& itemPath);

/// The items of a list as they stand.
std::vector<PlacedItem> itemsInOrder(const merge::RecordState& state, std::string_view list);

/// Works out the places of a list while an edit puts items in, takes them out and moves them.
class ListOrder {
public:
    explicit ListOrder(const std::vector<PlacedItem>& items);

    void remove(std::string_view id);
    void append(const std::string& id);
    /// Puts an item, new or not, right behind another; `after` empty: first; not in the list: last.
    void put(const std::string& id, std::string_view after);
    /// Those that get another place than they had: as few of the others as the room demands,
    /// none if nothing was put in or moved.
    std::vector<PlacedItem> changed() const;

private:
    struct Slot {
        std::string id;
        bool stays = false;  ///< keeps its place if there is room
        PlacedItem before;   ///< as it was; id empty: it is new
    };
    std::vector<Slot>::iterator find(std::string_view id);
    std::vector<Slot> m_slots;
    bool m_touched = false;
};

}  // namespace fayi::records
