// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "printing.h"

namespace fayi::hub {

/// Everything the command line can say.
struct Options {
    std::string data;
    Printer printer;

    std::string district, name;                              // init
    std::string listen = "127.0.0.1:8787", tlsCert, tlsKey;  // serve
    std::string s3Endpoint, s3Bucket, s3Region = "us-east-1", s3AccessKey, s3SecretKey, s3Ca;
    std::string role, org, person;  // person, enrol-code
    std::vector<std::string> orgs;
    std::string successor, nameEn, kind, on;  // org replace
    std::string until;                        // lock
    bool lift = false;
    bool now = false;
    int hours = 72;
    std::string file;                 // type add, backup, restore, enrol-code, bundle write
    std::vector<std::string> files;   // bundle read
    std::uint64_t station = 0;        // bundle write
    std::uint64_t split = 0;          // bundle write: bytes
    std::string url, invitation;      // enrol-code
    std::string record;               // history, erase
    std::vector<std::string> fields;  // erase
    std::string reason, by;
    std::string report, from, to, unit, figure;  // figures
    bool records = false;
    int year = 0;  // numbers
    std::string numberKind, numberOrg;
};

/// What a command does once the line is read; its value is the exit code.
using Command = std::function<int(const Options&)>;

/// The commands by the words that call them, for the parser to choose from.
struct Commands {
    Command init, serve, orgList, orgReplace, lock, personAdd, personScope, personRevoke, personList,
        enrolCode, stationList, typeAdd, history, erase, figures, numbers, verifyLog, backup, restore,
        bundleRead, bundleWrite;
};

/// Builds the parser; `chosen` is set to what is to be done. Both must outlive it.
void describe(CLI::App& app, Options& options, Command& chosen, const Commands& commands);

}  // namespace fayi::hub
