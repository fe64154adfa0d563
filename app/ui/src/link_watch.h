// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkInformation>
#include <QObject>
#include <functional>

namespace fayi::ui {

/// Tells when this computer has found a network, as the system says it; nobody is asked over the network.
/// Where the system says nothing, nothing is told.
class LinkWatch : public QObject {
public:
    using Reachability = QNetworkInformation::Reachability;

    explicit LinkWatch(std::function<void()> found);

    /// How far this computer reaches now.
    void note(Reachability reach);

private:
    std::function<void()> m_found;
    Reachability m_reach = Reachability::Unknown;
};

}  // namespace fayi::ui
