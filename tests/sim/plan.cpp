// SPDX-License-Identifier: Apache-2.0
#include "plan.h"

#include <random>

namespace fayi::sim {
namespace {

struct Weight {
    Kind kind;
    std::string_view name;
    int weight;  ///< of a thousand operations about so many
};

constexpr std::array<Weight, kKinds> kWeights{{{Kind::Create, "create", 100},
                                               {Kind::Edit, "edit", 130},
                                               {Kind::Clear, "clear", 25},
                                               {Kind::AddItem, "add-item", 45},
                                               {Kind::EditItem, "edit-item", 40},
                                               {Kind::RemoveItem, "remove-item", 25},
                                               {Kind::MoveItem, "move-item", 25},
                                               {Kind::EditSet, "edit-set", 35},
                                               {Kind::EditText, "edit-text", 45},
                                               {Kind::LoadForm, "load-form", 45},
                                               {Kind::SaveForm, "save-form", 50},
                                               {Kind::Delete, "delete", 25},
                                               {Kind::Undelete, "undelete", 15},
                                               {Kind::Move, "move", 30},
                                               {Kind::Submit, "submit", 25},
                                               {Kind::Verify, "verify", 20},
                                               {Kind::Return, "return", 15},
                                               {Kind::Void, "void", 10},
                                               {Kind::Restrict, "restrict", 12},
                                               {Kind::Resolve, "resolve", 25},
                                               {Kind::RestoreVersion, "restore-version", 12},
                                               {Kind::UnknownField, "unknown-field", 15},
                                               {Kind::UnknownType, "unknown-type", 10},
                                               {Kind::Oversized, "oversized", 2},
                                               {Kind::Invalid, "invalid", 10},
                                               {Kind::OutOfScope, "out-of-scope", 12},
                                               {Kind::LargeSave, "large-save", 3},
                                               {Kind::JoinPerson, "join-person", 8},
                                               {Kind::Sync, "sync", 170},
                                               {Kind::PartialSync, "partial-sync", 30},
                                               {Kind::Backup, "backup", 8},
                                               {Kind::RestoreBackup, "restore-backup", 5},
                                               {Kind::Clone, "clone", 4},
                                               {Kind::ChangeScope, "change-scope", 12},
                                               {Kind::Revoke, "revoke", 3},
                                               {Kind::RevokeNow, "revoke-now", 2},
                                               {Kind::AddDefinition, "add-definition", 4},
                                               {Kind::Lock, "lock", 6},
                                               {Kind::Mend, "mend", 15},
                                               {Kind::Discard, "discard", 8},
                                               {Kind::StationCrash, "station-crash", 15},
                                               {Kind::HubCrash, "hub-crash", 8},
                                               {Kind::HubBackup, "hub-backup", 8},
                                               {Kind::HubRestore, "hub-restore", 4},
                                               {Kind::ClockJump, "clock-jump", 10},
                                               {Kind::DeliverOld, "deliver-old", 20},
                                               {Kind::Idle, "idle", 10},
                                               {Kind::BundleWrite, "bundle-write", 30},
                                               {Kind::BundleDeliver, "bundle-deliver", 50}}};

constexpr std::array<std::string_view, kFaults> kFaultNames{"drop-request",
                                                            "drop-answer",
                                                            "cut-request",
                                                            "cut-answer",
                                                            "duplicate",
                                                            "delay",
                                                            "busy",
                                                            "captive",
                                                            "station-dies-saving",
                                                            "station-dies-syncing",
                                                            "hub-dies",
                                                            "hub-dies-ruling",
                                                            "kill-only"};

constexpr std::size_t kOperations = 210;

}  // namespace

std::string_view nameOf(Kind kind) {
    return kWeights[static_cast<std::size_t>(kind)].name;
}
std::string_view nameOf(Fault fault) {
    return kFaultNames[static_cast<std::size_t>(fault)];
}

Plan planOf(std::uint64_t seed) {
    static_assert(kWeights.back().kind == Kind::BundleDeliver);
    std::mt19937_64 chance(seed * 0x9E3779B97F4A7C15ULL + 1);
    int all = 0;
    for (const Weight& weight : kWeights)
        all += weight.weight;
    Plan out;
    out.seed = seed;
    out.faults.fill(true);
    for (std::size_t i = 0; i < kOperations; ++i) {
        int roll = static_cast<int>(chance() % static_cast<std::uint64_t>(all));
        const Weight* chosen = kWeights.data();
        while (roll >= chosen->weight)
            roll -= (chosen++)->weight;
        out.operations.push_back({chosen->kind, chance(), i});
    }
    return out;
}

}  // namespace fayi::sim
