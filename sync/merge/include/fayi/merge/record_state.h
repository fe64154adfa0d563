// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
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

/// Says of a resolved path whether its register keeps superseded versions; empty: none does. A pure function
/// of the record's type: only registers under the `text` policy need their past.
using KeepsPast = std::function<bool(std::string_view)>;

/// Everything known of one record: its registers by resolved path. A pure function of the set of writes
/// applied.
class RecordState {
public:
    RecordState() = default;

    const std::map<std::string, Register, std::less<>>& registers() const { return m_registers; }
    const Register* find(std::string_view path) const;
    /// For decoders.
    void put(std::string path, Register reg) { m_registers[std::move(path)] = std::move(reg); }

    /// Applies the writes of one change. False: all of it was known already. A change that has long been
    /// superseded still gives its versions to the past of the registers that keep it.
    bool apply(Dot dot, HybridTime effective, const std::vector<Write>& writes, const KeepsPast& keeps = {});
    void join(const RecordState& other, const KeepsPast& keeps = {});
    /// True if siblings differ somewhere under `keeps` and what they began from is not known: apply() the
    /// record's changes again, or ask for them.
    bool lacksPast(const KeepsPast& keeps) const;
    /// Forgets superseded versions that no present siblings began from, and all where `keeps` says no.
    void trimPast(const KeepsPast& keeps);
    bool retime(Dot dot, HybridTime effective);
    /// Takes values out by order; how many there were.
    std::size_t erase(const std::function<bool(std::string_view path, Dot)>& which);

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
