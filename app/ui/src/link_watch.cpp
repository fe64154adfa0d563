// SPDX-License-Identifier: Apache-2.0
#include "link_watch.h"

namespace fayi::ui {

LinkWatch::LinkWatch(std::function<void()> found) : m_found(std::move(found)) {
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const QNetworkInformation* system = QNetworkInformation::instance();
    m_reach = system->reachability();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &LinkWatch::note);
}

/// A district may be within a network that does not lead out; and one that asks for a sign-in first reaches
/// further after it.
void LinkWatch::note(Reachability reach) {
    const bool further = reach > m_reach && reach >= Reachability::Site;
    m_reach = reach;
    if (further)
        m_found();
}

}  // namespace fayi::ui
