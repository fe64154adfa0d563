// SPDX-License-Identifier: Apache-2.0
#include "pen_names.h"

#include "authority.h"

namespace fayi::hub {

Result<std::vector<protocol::PenName>> namesOf(HubStore& store, const std::set<ReplicaId>& replicas) {
    std::vector<protocol::PenName> out;
    for (const ReplicaId replica : replicas) {
        FAYI_LET(pen, store.pen(replica));
        if (!pen) {
            FAYI_LET(testified, store.testifiedPen(replica));
            if (testified)
                out.push_back(std::move(*testified));
            continue;
        }
        protocol::PenName name{replica, pen->person, {}, {}, pen->homeOrg};
        if (pen->station == kHubStation) {
            FAYI_LET(hub, store.identity());
            name.personName = name.stationName = hub.name;
        } else {
            FAYI_LET(person, authorOf(store, pen->person));
            FAYI_LET(station, store.station(pen->station));
            name.personName = person.now().name;
            name.stationName = station ? station->name : std::string();
        }
        out.push_back(std::move(name));
    }
    return out;
}

}  // namespace fayi::hub
