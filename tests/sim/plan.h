// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fayi::sim {

/// What may happen in a world, each kind counted.
enum class Kind {
    Create,
    Edit,
    Clear,
    AddItem,
    EditItem,
    RemoveItem,
    MoveItem,
    EditSet,
    EditText,
    LoadForm,
    SaveForm,
    Delete,
    Undelete,
    Move,
    Submit,
    Verify,
    Return,
    Void,
    Restrict,
    Resolve,
    RestoreVersion,
    UnknownField,
    UnknownType,
    Oversized,
    Invalid,
    OutOfScope,
    LargeSave,
    JoinPerson,
    Sync,
    PartialSync,
    Backup,
    RestoreBackup,
    Clone,
    ChangeScope,
    Revoke,
    RevokeNow,
    AddDefinition,
    Lock,
    Mend,
    Discard,
    StationCrash,
    HubCrash,
    HubBackup,
    HubRestore,
    ClockJump,
    DeliverOld,
    Idle,
    BundleWrite,
    BundleDeliver,
    kCount
};
inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::kCount);
std::string_view nameOf(Kind kind);

/// What may go wrong while something else happens.
enum class Fault {
    DropRequest,
    DropAnswer,
    CutRequest,
    CutAnswer,
    Duplicate,
    Delay,
    Busy,
    Captive,
    StationDiesSaving,
    StationDiesSyncing,
    HubDies,
    HubDiesRuling,
    KillOnly,
    kCount
};
inline constexpr std::size_t kFaults = static_cast<std::size_t>(Fault::kCount);
std::string_view nameOf(Fault fault);

/// One thing to happen. What it does to a world is decided by its own seed, so that leaving others out
/// changes it as little as can be.
struct Operation {
    Kind kind = Kind::Idle;
    std::uint64_t seed = 0;
    std::size_t number = 0;  ///< in the whole plan
};

struct Plan {
    std::uint64_t seed = 0;
    std::vector<Operation> operations;
    std::array<bool, kFaults> faults{};
};

/// At least 200 operations, every fault allowed.
Plan planOf(std::uint64_t seed);

}  // namespace fayi::sim
