// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "fayi/station/station.h"
#include "together.h"

namespace fayi::testing {

/// One computer of an office and the people who share it; it reaches the hub without a socket.
class Office {
public:
    /// The data folder is `folder`/NAME.
    Office(Hub& hub, const std::filesystem::path& folder, const std::string& name, std::uint64_t seed);

    /// Another person of the district works here from now on.
    void join(const std::string& name, const std::string& role, const std::string& org);
    void sync();

    std::string create(const std::string& type, const Json& fields, const std::string& org = {});
    void edit(const std::string& id, const Json& patch);
    void submit(const std::string& id);
    void verify(const std::string& id);
    void giveBack(const std::string& id, const std::string& remark, const std::string& field);
    void makeVoid(const std::string& id, const std::string& reason);
    void restrict(const std::string& id, const std::string& reason);

    station::Station* operator->() { return m_station.get(); }
    const std::filesystem::path& folder() const { return m_folder; }

private:
    /// A minute goes by with everything a person does.
    station::Station& later();

    Hub& m_hub;
    std::filesystem::path m_folder;
    std::string m_name;
    SeededRandom m_random;
    std::unique_ptr<station::Station> m_station;
    std::unique_ptr<transport::LoopbackTransport> m_way;
};

}  // namespace fayi::testing
