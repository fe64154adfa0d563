// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>

extern char** environ;

namespace fayi::testing {
namespace {

constexpr int kPatienceMs = 120'000;

std::string contentOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

std::vector<Json> Ran::lines() const {
    std::vector<Json> all;
    std::istringstream in(out);
    for (std::string line; std::getline(in, line);)
        all.push_back(Json::parse(line, nullptr, false));
    return all;
}

Running::Running(const std::vector<std::string>& arguments, const std::string& input) {
    std::string pattern = (std::filesystem::temp_directory_path() / "fayi-err-XXXXXX").string();
    const int err = ::mkstemp(pattern.data());
    m_errFile = pattern;
    int in[2], out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0)
        std::abort();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    posix_spawn_file_actions_adddup2(&actions, err, 2);
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    if (posix_spawn(&m_pid, argv[0], &actions, nullptr, argv.data(), environ) != 0) {
        ADD_FAILURE() << "cannot start " << arguments[0];
        m_pid = -1;
    }
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    ::close(err);
    m_in = in[1];
    m_out = out[0];
    feed(input);
}

/// Writes the input while reading what comes, so that neither side blocks the other.
void Running::feed(const std::string& input) {
    ::signal(SIGPIPE, SIG_IGN);
    ::fcntl(m_in, F_SETFL, O_NONBLOCK);
    std::size_t sent = 0;
    while (sent < input.size()) {
        pollfd ends[2] = {{m_in, POLLOUT, 0}, {m_out, POLLIN, 0}};
        if (::poll(ends, 2, kPatienceMs) <= 0)
            break;
        if ((ends[1].revents & POLLIN) != 0) {
            char piece[65536];
            if (const ssize_t n = ::read(m_out, piece, sizeof piece); n > 0)
                m_buffer.append(piece, static_cast<std::size_t>(n));
        }
        if ((ends[0].revents & (POLLERR | POLLHUP)) != 0)
            break;
        if ((ends[0].revents & POLLOUT) != 0)
            if (const ssize_t n = ::write(m_in, input.data() + sent, input.size() - sent); n > 0)
                sent += static_cast<std::size_t>(n);
    }
    ::close(m_in);
}

Running::~Running() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::close(m_out);
    ::unlink(m_errFile.c_str());
}

std::string Running::line() {
    for (;;) {
        if (const std::size_t end = m_buffer.find('\n'); end != std::string::npos) {
            std::string out = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            return out;
        }
        pollfd end{m_out, POLLIN, 0};
        char piece[65536];
        const ssize_t n = ::poll(&end, 1, kPatienceMs) > 0 ? ::read(m_out, piece, sizeof piece) : 0;
        if (n <= 0)
            return {};
        m_buffer.append(piece, static_cast<std::size_t>(n));
    }
}

void Running::signal(int number) const {
    ::kill(m_pid, number);
}

Ran Running::wait() {
    Ran out;
    if (m_pid < 0)
        return out;
    char piece[65536];
    for (;;) {
        pollfd end{m_out, POLLIN, 0};
        if (::poll(&end, 1, kPatienceMs) <= 0) {
            ADD_FAILURE() << "a program did not end in time";
            signal(SIGKILL);
            break;
        }
        const ssize_t n = ::read(m_out, piece, sizeof piece);
        if (n <= 0)
            break;
        m_buffer.append(piece, static_cast<std::size_t>(n));
    }
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    out.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    out.out = std::move(m_buffer);
    out.err = contentOf(m_errFile);
    return out;
}

Ran run(const std::vector<std::string>& arguments, const std::string& input) {
    return Running(arguments, input).wait();
}

Hub::Hub(std::filesystem::path folder) : m_folder(std::move(folder)) {
    const Ran made =
        testing::run({FAYI_SERVER, "init", "--data", m_folder, "--district", "500115", "长寿区"});
    EXPECT_EQ(made.code, 0) << made.err;
}

void Hub::start() {
    m_process = std::make_unique<Running>(
        std::vector<std::string>{FAYI_SERVER, "serve", "--data", m_folder, "--listen", m_listen});
    const Json line = Json::parse(m_process->line(), nullptr, false);
    ASSERT_TRUE(line.is_object()) << m_process->wait().err;
    m_url = line.at("listening").get<std::string>();
    m_listen = m_url.substr(m_url.find("//") + 2);
}

void Hub::kill9() {
    m_process->signal(SIGKILL);
    m_process->wait();
    m_process.reset();
}

bool Hub::stop() {
    m_process->signal(SIGTERM);
    const Ran ended = m_process->wait();
    m_process.reset();
    return ended.code == 0;
}

Ran Hub::admin(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), FAYI_SERVER);
    arguments.insert(arguments.end(), {"--data", m_folder.string(), "--json"});
    return testing::run(arguments);
}

std::string Hub::person(const std::string& name, const std::string& role, const std::string& org) const {
    const Ran made = admin({"person", "add", "--name", name, "--role", role, "--org", org});
    EXPECT_EQ(made.code, 0) << made.err;
    return made.json().at("person").get<std::string>();
}

std::string Hub::codeFor(const std::string& person) const {
    const Ran given = admin({"enrol-code", "--person", person});
    EXPECT_EQ(given.code, 0) << given.err;
    return given.json().at("code").get<std::string>();
}

std::string Hub::code(const std::string& name, const std::string& role, const std::string& org) const {
    return codeFor(person(name, role, org));
}

std::vector<std::string> Cli::command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {FAYI_STATION, "--data", m_folder.string(), "--json"});
    return arguments;
}

Ran Cli::run(std::vector<std::string> arguments, const std::string& input) const {
    return testing::run(command(std::move(arguments)), input);
}

Ran Cli::good(std::vector<std::string> arguments, const std::string& input) const {
    const std::string what = arguments.at(0);
    Ran ran = run(std::move(arguments), input);
    EXPECT_EQ(ran.code, 0) << what << ": " << ran.err << ran.out.substr(0, 500);
    return ran;
}

std::string Cli::create(const std::string& type, const Json& fields) const {
    const Ran made = good({"create", type, fields.dump()});
    return made.code == 0 ? made.json().at("id").get<std::string>() : "";
}

void Cli::enrol(const Hub& hub, const std::string& code) const {
    good({"enrol", "--server", hub.url(), "--code", code});
}

std::string Cli::digest() const {
    const auto lines = good({"dump"}).lines();
    return lines.empty() ? "" : lines.back().value("sha256", "");
}

}  // namespace fayi::testing
