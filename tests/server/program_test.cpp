// SPDX-License-Identifier: Apache-2.0
// fayi-server as a program: its words, its JSON, its exit codes.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "certificates.h"
#include "fayi/net/http_client.h"
#include "fixture.h"

namespace fayi::hub::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A child process: its standard output by a pipe, its standard error in a file.
class Program {
public:
    explicit Program(std::vector<std::string> arguments, const std::string& errors) {
        int ends[2];
        if (::pipe(ends) != 0)
            return;
        std::vector<char*> argv{const_cast<char*>(FAYI_SERVER)};
        for (std::string& argument : arguments)
            argv.push_back(argument.data());
        argv.push_back(nullptr);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            const int file = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
            ::dup2(file, STDERR_FILENO);
            ::close(ends[0]);
            ::execv(FAYI_SERVER, argv.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        m_output = ends[0];
    }
    ~Program() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            wait();
        }
        ::close(m_output);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    std::string line() {
        std::string out;
        for (char c = 0; ::read(m_output, &c, 1) == 1 && c != '\n';)
            out += c;
        return out;
    }
    std::string rest() {
        std::string out;
        char piece[4096];
        for (ssize_t got = 0; (got = ::read(m_output, piece, sizeof piece)) > 0;)
            out.append(piece, static_cast<std::size_t>(got));
        return out;
    }
    void signal(int number) const { ::kill(m_pid, number); }
    int wait() {
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    pid_t m_pid = -1;
    int m_output = -1;
};

struct Ran {
    int code = -1;
    std::string output, errors;
    Json json() const { return Json::parse(output, nullptr, false); }
};

class ServerProgram : public ::testing::Test {
protected:
    Ran run(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--data", (folder / "hub").string()});
        Program program(std::move(arguments), (folder / "errors").string());
        Ran out;
        out.output = program.rest();
        out.code = program.wait();
        std::ifstream file(folder / "errors");
        out.errors.assign(std::istreambuf_iterator<char>(file), {});
        return out;
    }
    Json ask(std::vector<std::string> arguments) {
        arguments.emplace_back("--json");
        const Ran ran = run(std::move(arguments));
        EXPECT_EQ(ran.code, 0) << ran.errors;
        return ran.json();
    }
    void makeHub() { ask({"init", "--district", "500115", "长寿区"}); }

    TemporaryFolder folder;
};

TEST_F(ServerProgram, IsAdministeredByItsCommands) {
    makeHub();
    const Json orgs = ask({"org", "list"});
    EXPECT_EQ(orgs[0]["code"], "500115");
    EXPECT_EQ(orgs[1]["parent"], "500115");
    const std::string who =
        ask({"person", "add", "--name", "王五", "--role", "clerk", "--org", "500115001"})["person"]
            .get<std::string>();
    EXPECT_TRUE(parseRecordId(who));
    const Json code = ask({"enrol-code", "--person", who, "--hours", "48"});
    EXPECT_EQ(code["code"].get<std::string>().size(), 14U);
    EXPECT_TRUE(code.contains("expires"));
    EXPECT_EQ(ask({"person", "scope", who, "--org", "500115001", "500115002"})["scope"].size(), 2U);
    EXPECT_EQ(ask({"person", "list"})[0]["name"], "王五");
    EXPECT_EQ(ask({"person", "revoke", who, "--now"})["revoked"], true);
    EXPECT_EQ(ask({"station", "list"}), Json::array());
    const Json report = ask({"figures", "annual", "--from", "2026-01-01", "--to", "2026-12-31"});
    EXPECT_FALSE(report["figures"].empty());
    EXPECT_EQ(ask({"verify-log"})["ok"], true);
    const Json backup = ask({"backup", (folder / "copy").string()});
    EXPECT_GT(backup["bytes"], 0);
    EXPECT_EQ(backup["number"], 1);
    EXPECT_GT(backup["position"], 0);
    EXPECT_EQ(ask({"history", who}).size(), 3U);
}

TEST_F(ServerProgram, ExitCodesTellWhatKindOfFailure) {
    EXPECT_EQ(run({"nonsense"}).code, 2);
    EXPECT_EQ(run({"org", "list"}).code, 2) << "there is no hub yet";
    makeHub();
    EXPECT_EQ(run({"init", "--district", "500115", "长寿区"}).code, 2);
    EXPECT_EQ(run({"person", "add", "--name", "x", "--role", "king", "--org", "500115"}).code, 3);
    EXPECT_EQ(run({"history", "nonsense"}).code, 2);
    EXPECT_EQ(run({"figures", "annual", "--from", "x", "--to", "y"}).code, 2);
    EXPECT_EQ(run({"serve", "--listen", "nowhere"}).code, 2);
    std::ofstream(folder / "hub" / "hub.sqlite", std::ios::trunc) << std::string(8192, 'x');
    EXPECT_EQ(run({"org", "list"}).code, 7);
}

TEST_F(ServerProgram, IsPutBackIntoAnEmptyFolderAndNeverOverAHub) {
    namespace fs = std::filesystem;
    const std::string copy = (folder / "copy").string();
    makeHub();
    ask({"backup", copy});
    const std::string late =
        ask({"person", "add", "--name", "王五", "--role", "clerk", "--org", "500115001"})["person"];
    EXPECT_EQ(run({"restore", copy}).code, 2) << "there is a hub";
    fs::rename(folder / "hub", folder / "aside");
    EXPECT_EQ(run({"restore", (folder / "nothing").string()}).code, 2);
    std::ofstream(folder / "junk") << std::string(8192, 'x');
    EXPECT_EQ(run({"restore", (folder / "junk").string()}).code, 7);
    EXPECT_FALSE(fs::exists(folder / "hub"));
    const Json restored = ask({"restore", copy});
    EXPECT_GT(restored["epoch"], 1);
    EXPECT_TRUE(fs::equivalent(folder / "hub" / "hub.sqlite", *fs::directory_iterator(folder / "hub")))
        << "nothing else is left there";
    EXPECT_EQ(ask({"person", "list"}), Json::array());
    EXPECT_EQ(run({"history", late}).code, 2);
    ask({"person", "add", "--name", "赵六", "--role", "clerk", "--org", "500115001"});
    EXPECT_EQ(ask({"verify-log"})["ok"], true);
    EXPECT_EQ(ask({"backup", copy})["number"], 2);
}

TEST_F(ServerProgram, SpeaksEnglishWhenAsked) {
    makeHub();
    const Ran chinese = run({"history", "nonsense", "--lang", "zh"}),
              english = run({"history", "nonsense", "--lang", "en"});
    EXPECT_THAT(chinese.errors, HasSubstr("记录编号"));
    EXPECT_THAT(english.errors, HasSubstr("not the id of a record"));
    EXPECT_TRUE(english.output.empty());
}

TEST_F(ServerProgram, SettingsComeFromAFileTooAndAnUnknownOneStopsTheStart) {
    makeHub();
    std::ofstream(folder / "good.toml") << "json = true\n[serve]\nlisten = \"127.0.0.1:0\"\n";
    const Ran good = run({"org", "list", "--config", (folder / "good.toml").string()});
    EXPECT_EQ(good.code, 0) << good.errors;
    EXPECT_TRUE(good.json().is_array());
    std::ofstream(folder / "wrong.toml") << "jason = true\n";
    const Ran wrong = run({"org", "list", "--config", (folder / "wrong.toml").string()});
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.errors, HasSubstr("jason"));
}

TEST_F(ServerProgram, ServesUntilItIsToldToStop) {
    makeHub();
    Program hub({"serve", "--data", (folder / "hub").string(), "--listen", "127.0.0.1:0"},
                (folder / "errors").string());
    const Json line = Json::parse(hub.line());
    const std::string url = line["listening"].get<std::string>();
    EXPECT_THAT(url, StartsWith("http://127.0.0.1:"));
    net::ClientOptions options;
    options.proxy = "";
    net::HttpClient client(options);
    EXPECT_EQ(client.send(url, {"GET", "/healthz", {}, {}}, protocol::kJsonMedia).response.status, 200);
    hub.signal(SIGTERM);
    EXPECT_EQ(hub.wait(), 0);
}

TEST_F(ServerProgram, ServesTlsWithACertificate) {
    makeHub();
    const net::testing::ScratchFolder scratch;
    const auto files = net::testing::makeCertificate(scratch, "hub", "IP:127.0.0.1");
    Program hub({"serve", "--data", (folder / "hub").string(), "--listen", "127.0.0.1:0", "--tls-cert",
                 files.certificate, "--tls-key", files.key},
                (folder / "errors").string());
    const std::string url = Json::parse(hub.line())["listening"].get<std::string>();
    EXPECT_THAT(url, StartsWith("https://"));
    net::ClientOptions options;
    options.proxy = "";
    options.caFile = files.certificate;
    net::HttpClient client(options);
    EXPECT_EQ(client.send(url, {"GET", "/healthz", {}, {}}, protocol::kJsonMedia).response.status, 200);
    hub.signal(SIGINT);
    EXPECT_EQ(hub.wait(), 0);
}

TEST_F(ServerProgram, AMissingCertificateStopsTheStartWithAClearLine) {
    makeHub();
    const Ran ran = run({"serve", "--listen", "127.0.0.1:0", "--tls-cert", "/nowhere/c.pem", "--tls-key",
                         "/nowhere/k.pem", "--lang", "en"});
    EXPECT_NE(ran.code, 0);
    EXPECT_THAT(ran.errors, HasSubstr("/nowhere/c.pem"));
    EXPECT_TRUE(ran.output.empty());
}

}  // namespace
}  // namespace fayi::hub::testing
