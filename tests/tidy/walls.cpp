// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include "rules.h"

namespace fayi::tidy {
namespace {

/// What one room may include: <fayi/MODULE/…> of these modules, its own among them.
struct Room {
    std::string_view folder;
    std::set<std::string_view> modules;
};

/// Longer folders before the ones they lie in. app/ and server/ sit on top and never on each other.
const std::vector<Room>& rooms() {
    static const std::vector<Room> kRooms = {
        {"sync/base", {"base"}},
        {"sync/blobs", {"base", "blobs"}},
        {"sync/merge", {"base", "merge"}},
        {"sync/protocol", {"base", "merge", "protocol"}},
        {"sync/records", {"base", "blobs", "merge", "protocol", "schema", "records"}},
        {"sync/store/sqlite", {"base", "sqlite"}},
        {"sync/store", {"base", "blobs", "merge", "protocol", "schema", "records", "sqlite", "store"}},
        {"sync/engine", {"base", "merge", "protocol", "schema", "records", "store", "engine"}},
        {"sync/net", {"base", "net"}},
        {"sync/transport", {"base", "merge", "protocol", "net", "engine", "transport"}},
        {"sync/runtime",
         {"base", "blobs", "merge", "protocol", "schema", "records", "store", "engine", "net", "transport",
          "runtime"}},
        {"schema", {"base", "merge", "schema"}},
        {"server/store", {"base", "merge", "protocol", "schema", "sqlite", "server"}},
        {"server/core", {"base", "blobs", "merge", "protocol", "schema", "records", "server"}},
        {"server/http", {"base", "blobs", "protocol", "net", "server"}},
        {"server", {"base", "blobs", "merge", "protocol", "net", "schema", "records", "sqlite", "server"}},
        {"app/paper", {"base", "merge", "schema", "sheets", "paper"}},
        {"app/station",
         {"base", "blobs", "merge", "protocol", "schema", "records", "store", "engine", "net", "transport",
          "runtime", "paper", "sheets", "station"}},
        {"app/sheets", {"base", "sheets"}},
        {"app/camera", {"base", "camera"}},
        {"app/office", {"base", "schema", "store", "sheets", "station", "office"}},
        {"app/cli", {"base", "schema", "runtime", "station", "office", "cli"}},
        {"app/ui", {"base", "schema", "runtime", "station", "office", "camera", "ui"}},
        {"qml", {"base", "station", "ui"}},
    };
    return kRooms;
}

const Room* roomOf(std::string_view path) {
    const auto& all = rooms();
    const auto it =
        std::find_if(all.begin(), all.end(), [&](const Room& r) { return isUnder(path, r.folder); });
    return it == all.end() ? nullptr : &*it;
}

/// The rooms that may include a library, by how its headers begin.
struct Library {
    std::string_view prefix;
    std::string_view name;
    std::vector<std::string_view> folders;
};

/// Tests and benchmarks may look at everything from outside.
const std::vector<Library>& libraries() {
    static const std::vector<Library> kLibraries = {
        {"Q", "Qt", {"app/ui", "qml"}},
        {"sqlite3", "SQLite", {"sync/store", "server/store"}},
        {"curl/", "libcurl", {"sync/net"}},
        {"boost/", "Boost", {"sync/net"}},
        {"sodium", "libsodium", {"sync/base"}},
        {"zstd", "zstd", {"sync/protocol"}},
        {"valijson/", "valijson", {"schema"}},
        {"CLI/", "CLI11", {"app/cli", "server/main"}},
        {"csv", "libcsv", {"app/station"}},
        {"dtl/", "dtl", {"sync/merge"}},
        {"gd.h", "libgd", {"app/station", "server/main"}},
        {"zip", "libzip", {"app/sheets"}},
        {"pugi", "pugixml", {"app/sheets"}},
        {"xlsxwriter", "libxlsxwriter", {"app/sheets"}},
        {"pango/", "Pango", {"app/paper"}},
        {"cairo", "Cairo", {"app/paper"}},
        {"gst/", "GStreamer", {"app/camera"}},
        {"ZXing/", "ZXing", {"app/station"}},
        {"qrencode", "libqrencode", {"server/main"}},
    };
    return kLibraries;
}

bool isOutside(std::string_view path) {
    return isUnder(path, "tests") || isUnder(path, "bench");
}

bool isIn(std::string_view path, const std::vector<std::string_view>& folders) {
    return std::any_of(folders.begin(), folders.end(), [&](auto folder) { return isUnder(path, folder); });
}

/// "Q" stands for <QObject>, <QtQml/…>: a capital follows, or a small t and a capital.
bool beginsLike(std::string_view header, const Library& library) {
    if (!header.starts_with(library.prefix))
        return false;
    return library.prefix != "Q" ||
           (header.size() > 1 && (header[1] == 't' || (header[1] >= 'A' && header[1] <= 'Z')));
}

}  // namespace

void checkWalls(const Source& source, std::vector<Finding>& out) {
    const Room* room = isCpp(source.path) ? roomOf(source.path) : nullptr;
    if (!room)
        return;
    std::size_t number = 0;
    for (const auto line : linesOf(source.text)) {
        ++number;
        const auto header = includedBy(line);
        if (header.find("../") != std::string_view::npos)
            out.push_back({source.path, number, "includes by a path that leaves its room"});
        constexpr std::string_view kOurs = "fayi/";
        if (!header.starts_with(kOurs))
            continue;
        const auto module = header.substr(kOurs.size(), header.find('/', kOurs.size()) - kOurs.size());
        if (!room->modules.contains(module))
            out.push_back({source.path, number,
                           std::string(room->folder) + " may not depend on " + std::string(module) +
                               " (docs/ARCHITECTURE.md, tests/tidy/walls.cpp)"});
    }
}

void checkLibraries(const Source& source, std::vector<Finding>& out) {
    if (!isCpp(source.path) || isOutside(source.path))
        return;
    std::size_t number = 0;
    for (const auto line : linesOf(source.text)) {
        ++number;
        const auto header = includedBy(line);
        for (const Library& library : libraries())
            if (beginsLike(header, library) && !isIn(source.path, library.folders))
                out.push_back(
                    {source.path, number, std::string(library.name) + " has no place in this room"});
    }
}

void checkSql(const Source& source, std::vector<Finding>& out) {
    static const std::vector<std::string_view> kHomes = {"sync/store", "server/store", "schema"};
    static constexpr std::array<std::string_view, 6> kVerbs = {
        "\"SELECT ", "\"INSERT INTO ", "\"UPDATE ", "\"DELETE FROM ", "\"CREATE TABLE ", "\"PRAGMA "};
    if (!isCpp(source.path) || isOutside(source.path) || isIn(source.path, kHomes))
        return;
    std::size_t number = 0;
    for (const auto line : linesOf(source.text)) {
        ++number;
        if (std::any_of(kVerbs.begin(), kVerbs.end(),
                        [&](auto verb) { return line.find(verb) != std::string_view::npos; }))
            out.push_back({source.path, number, "SQL outside the stores"});
    }
}

void checkClocks(const Source& source, std::vector<Finding>& out) {
    // tests/e2e ends real processes at chosen moments of real time; bench measures it.
    static const std::vector<std::string_view> kHomes = {"sync/base/clock.cpp", "sync/base/random.cpp",
                                                         "tests/tidy", "tests/e2e", "bench"};
    if (!isCpp(source.path) || isIn(source.path, kHomes))
        return;
    static constexpr std::array<std::string_view, 15> kDoors = {
        "system_clock",     "steady_clock",      "high_resolution_clock", "utc_clock",
        "random_device",    "sleep_for",         "sleep_until",           "usleep(",
        "nanosleep(",       "gettimeofday(",     "clock_gettime",         "time(nullptr)",
        "randombytes_buf(", "currentDateTime()", "QRandomGenerator"};
    std::size_t number = 0;
    for (const auto line : linesOf(source.text)) {
        ++number;
        for (const auto door : kDoors)
            if (line.find(door) != std::string_view::npos)
                out.push_back({source.path, number,
                               std::string(door) + ": time and chance come from Clock and Random"});
    }
}

}  // namespace fayi::tidy
