// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "fayi/merge/path.h"
#include "fayi/merge/register.h"

namespace fayi::merge {

/// One write of a change: a new version of one register.
struct Write {
    std::string path;       ///< as in Path; items made by the same change are `~n`
    Json value;             ///< null clears
    VersionVector context;  ///< what the author had been shown of this register
    VersionVector wide;     ///< see Version::wide
    bool operator==(const Write&) const = default;
};

/// Everything known of one record: its registers by resolved path. A pure function of the set of writes
/// applied.
class RecordState {
public:
    RecordState() = default;

    const std::map<std::string, Register, std::less<>>& registers() const { return m_registers; }
    const Register* find(std::string_view path) const;
    /// For decoders.
    void put(std::string path, Register reg) { m_registers[std::move(path)] = std::move(reg); }

    /// Applies the writes of one change. False: all of it was known already.
    bool apply(Dot dot, HybridTime effective, const std::vector<Write>& writes);
    void join(const RecordState& other);
    bool retime(Dot dot, HybridTime effective);

    /// What somebody who is shown this record has seen of it, all registers together.
    VersionVector seen() const;
    /// The same for one item of a list: `findings/ITEM` and everything below.
    VersionVector seenOfItem(std::string_view itemPath) const;
    /// The context of a write to `path` by an author whose form was loaded when `shown` was all there was
    /// (ruling 2).
    VersionVector contextFor(std::string_view path, const VersionVector& shown) const;

    bool operator==(const RecordState&) const = default;

private:
    std::map<std::string, Register, std::less<>> m_registers;
};

}  // namespace fayi::merge
