// SPDX-License-Identifier: Apache-2.0
// A hub that is backed up, and put back.
#include <fstream>

#include "fayi/server/backup.h"
#include "world.h"

namespace fayi::sim {

void World::backUpHub() {
    const auto file = m_disks.real("hub-backups") / std::to_string(m_operation);
    must(m_hub->backupTo(file.string()));
    const auto copy = must(hub::SqliteHubStore::openCopy(file));
    hub::References none;
    hub::Context ofCopy{*copy, m_hubClock, m_hubRandom, none};
    auto context = this->context();
    const auto noted = must(hub::noteBackup(context, must(hub::examineCopy(ofCopy))));
    m_hubCopy = HubCopy{file, noted.position};
}

void World::restoreHub() {
    if (!m_hubCopy)
        return;
    m_service.reset();
    m_hub.reset();
    std::ifstream file(m_hubCopy->file, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    m_hubDisk.wipe();
    m_hubDisk.put(kHubFile, std::move(bytes));
    m_hub = must(hub::SqliteHubStore::open(m_hubFolder));
    m_references = std::make_unique<hub::References>();
    auto context = this->context();
    must(hub::beginEpoch(context, must(hub::examineCopy(context))));
    ++m_life;
    m_old.clear();  // what was sent to its former life and belongs to a copy cannot be told from news
    forgetAfter(m_hubCopy->position);
    m_followed = m_hubCopy->position;
    note("the hub is put back to position " + std::to_string(m_followed.value));
    restartHub();
}

/// What the hub has forgotten, and what it had refused and nobody was told of, is open again.
void World::forgetAfter(Position position) {
    std::set<SaveId> told;
    for (const auto& station : m_stations) {
        told.insert(station->closed.begin(), station->closed.end());
        for (const store::Attention& entry : must(station->store->attention()))
            if (const auto save = saveOf(station.get(), entry.change))
                told.insert(*save);
    }
    for (std::size_t i = 0; i < m_model.saves.size(); ++i) {
        model::Save& save = m_model.saves[i];
        const bool after = save.position > position.value;
        save.forgotten |= after && save.fate == model::Fate::Accepted;
        const bool open = save.fate == model::Fate::Accepted ||
                          (save.fate == model::Fate::Refused && !told.contains(static_cast<SaveId>(i)));
        if (after && open)
            save.fate = model::Fate::Pending;
    }
    // A copy of the store that sent them may use the names that are free again before the store sends them
    // again.
    for (const auto& [dot, id] : m_names)
        if (m_model.save(id).fate == model::Fate::Pending)
            m_seenChanges.erase(dot);
}

void World::readLocks() {
    m_model.locks.clear();
    for (const schema::OrgUnit* unit : must(m_references->current(*m_hub))->tree.units())
        if (unit->lockedUntil)
            m_model.locks[unit->code] = *unit->lockedUntil;
}

}  // namespace fayi::sim
