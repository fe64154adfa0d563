// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "fayi/testing/fakes.h"

namespace fayi::testing {

using Json = nlohmann::json;

struct Ran {
    int code = -1;  ///< exit code; 128 + signal if killed
    std::string out, err;

    /// Standard output as one JSON document; discarded if it is none.
    Json json() const { return Json::parse(out, nullptr, false); }
    /// Standard output as one JSON document a line.
    std::vector<Json> lines() const;
};

/// A program that runs beside the test; killed by its id when it goes, if it still runs.
class Running {
public:
    explicit Running(const std::vector<std::string>& arguments, const std::string& input = {});
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    /// The next line of standard output; empty at its end.
    std::string line();
    void signal(int number) const;
    /// Waits for its end and everything it wrote.
    Ran wait();

private:
    void feed(const std::string& input);
    pid_t m_pid = -1;
    int m_in = -1, m_out = -1;
    std::string m_buffer;
    std::string m_errFile;
};

/// Runs a program to its end. Two minutes at most.
Ran run(const std::vector<std::string>& arguments, const std::string& input = {});

/// A hub over a folder: made once, started and killed as often as a test likes, always at the same port.
class Hub {
public:
    explicit Hub(std::filesystem::path folder);
    void start();
    void kill9();
    bool stop();  ///< SIGTERM; true if it ended in peace
    Ran admin(std::vector<std::string> arguments) const;
    /// Adds a person and gives a code for them.
    std::string code(const std::string& name, const std::string& role, const std::string& org) const;
    std::string person(const std::string& name, const std::string& role, const std::string& org) const;
    std::string codeFor(const std::string& person) const;
    const std::string& url() const { return m_url; }

private:
    std::filesystem::path m_folder;
    std::string m_url;
    std::string m_listen = "127.0.0.1:0";
    std::unique_ptr<Running> m_process;
};

/// One data folder worked on by the command line.
class Cli {
public:
    explicit Cli(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    Ran run(std::vector<std::string> arguments, const std::string& input = {}) const;
    /// run() and demand exit code 0.
    Ran good(std::vector<std::string> arguments, const std::string& input = {}) const;
    std::string create(const std::string& type, const Json& fields) const;
    void enrol(const Hub& hub, const std::string& code) const;
    std::string digest() const;  ///< the SHA-256 that dump ends with
    std::vector<std::string> command(std::vector<std::string> arguments) const;
    const std::filesystem::path& folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

}  // namespace fayi::testing
