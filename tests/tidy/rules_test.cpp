// SPDX-License-Identifier: Apache-2.0
#include "rules.h"

#include <gtest/gtest.h>

namespace fayi::tidy {
namespace {

using Check = void (*)(const Source&, std::vector<Finding>&);

std::size_t findings(Check check, std::string path, std::string text) {
    std::vector<Finding> out;
    check({std::move(path), std::move(text)}, out);
    return out.size();
}

std::string lines(std::size_t count, const std::string& line = "int x;") {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += line + "\n";
    return out;
}

TEST(Walls, ARoomThatIncludesWhatLiesAboveItIsCaught) {
    EXPECT_EQ(findings(checkWalls, "sync/merge/policy.cpp", "#include \"fayi/store/store.h\"\n"), 1u);
    EXPECT_EQ(findings(checkWalls, "sync/base/ids.cpp", "#include \"fayi/merge/path.h\"\n"), 1u);
    EXPECT_EQ(findings(checkWalls, "schema/field.cpp", "#include \"fayi/records/record.h\"\n"), 1u);
    EXPECT_EQ(findings(checkWalls, "sync/store/sqlite/database.cpp", "#include \"fayi/store/store.h\"\n"),
              1u);
    EXPECT_EQ(findings(checkWalls, "sync/merge/policy.cpp", "#include \"fayi/base/ids.h\"\n"), 0u);
}

TEST(Walls, TheHubAndTheStationNeverMeet) {
    EXPECT_EQ(findings(checkWalls, "server/core/push.cpp", "#include \"fayi/store/store.h\"\n"), 1u);
    EXPECT_EQ(findings(checkWalls, "server/core/push.cpp", "#include <fayi/engine/engine.h>\n"), 1u);
    EXPECT_EQ(findings(checkWalls, "server/main.cpp", "#include \"fayi/station/station.h\"\n"), 1u);
    EXPECT_EQ(findings(checkWalls, "app/station/station.cpp", "#include \"fayi/server/hub.h\"\n"), 1u);
    EXPECT_EQ(findings(checkWalls, "tests/sim/story.cpp", "#include \"fayi/server/hub.h\"\n"), 0u);
}

TEST(Walls, AModuleThatIsNotInTheTableIsCaught) {
    EXPECT_EQ(findings(checkWalls, "sync/store/store.cpp", "#include \"fayi/utils/all.h\"\n"), 1u);
}

TEST(Walls, APrivateHeaderOfAnotherRoomIsCaught) {
    EXPECT_EQ(findings(checkWalls, "sync/engine/engine.cpp", "#include \"../store/tables.h\"\n"), 1u);
}

TEST(Libraries, EachIsCaughtOutsideItsRoom) {
    EXPECT_EQ(findings(checkLibraries, "app/station/station.cpp", "#include <QString>\n"), 1u);
    EXPECT_EQ(findings(checkLibraries, "sync/store/store.cpp", "#include <QtCore/QString>\n"), 1u);
    EXPECT_EQ(findings(checkLibraries, "app/station/list.cpp", "#include <sqlite3.h>\n"), 1u);
    EXPECT_EQ(findings(checkLibraries, "server/core/push.cpp", "#include <sqlite3.h>\n"), 1u);
    EXPECT_EQ(findings(checkLibraries, "sync/transport/http.cpp", "#include <curl/curl.h>\n"), 1u);
    EXPECT_EQ(findings(checkLibraries, "server/http/routes.cpp", "#include <boost/asio.hpp>\n"), 1u);
}

TEST(Libraries, EachIsWelcomeInItsRoom) {
    EXPECT_EQ(findings(checkLibraries, "app/ui/list_model.h", "#include <QAbstractListModel>\n"), 0u);
    EXPECT_EQ(findings(checkLibraries, "server/store/hub_store.cpp", "#include <sqlite3.h>\n"), 0u);
    EXPECT_EQ(findings(checkLibraries, "sync/net/client.cpp", "#include <curl/curl.h>\n"), 0u);
    EXPECT_EQ(findings(checkLibraries, "sync/base/ids.cpp", "#include <charconv>\n"), 0u);
}

TEST(Sql, IsCaughtOutsideTheStores) {
    EXPECT_EQ(findings(checkSql, "app/station/list.cpp", "run(\"SELECT id FROM record\");\n"), 1u);
    EXPECT_EQ(findings(checkSql, "server/core/push.cpp", "run(\"INSERT INTO log VALUES(?)\");\n"), 1u);
    EXPECT_EQ(findings(checkSql, "sync/store/list.cpp", "run(\"SELECT id FROM record\");\n"), 0u);
    EXPECT_EQ(findings(checkSql, "app/cli/help.cpp", "say(\"Select a record\");\n"), 0u);
}

TEST(Clocks, TimeAndChanceAreCaughtOutsideTheirDoor) {
    EXPECT_EQ(findings(checkClocks, "sync/engine/retry.cpp", "auto t = std::chrono::steady_clock::now();\n"),
              1u);
    EXPECT_EQ(findings(checkClocks, "server/main.cpp", "std::this_thread::sleep_for(1s);\n"), 1u);
    EXPECT_EQ(findings(checkClocks, "tests/engine/retry_test.cpp", "std::this_thread::sleep_for(1s);\n"), 1u);
    EXPECT_EQ(findings(checkClocks, "app/ui/pill.cpp", "std::random_device chance;\n"), 1u);
    EXPECT_EQ(findings(checkClocks, "sync/base/clock.cpp", "return system_clock::now();\n"), 0u);
}

TEST(FileLength, AFilePastItsLimitIsCaught) {
    EXPECT_EQ(findings(checkFileLength, "sync/a.cpp", lines(601)), 1u);
    EXPECT_EQ(findings(checkFileLength, "sync/a.h", lines(251)), 1u);
    EXPECT_EQ(findings(checkFileLength, "qml/A.qml", lines(301)), 1u);
    EXPECT_EQ(findings(checkFileLength, "sync/a.cpp", lines(600)), 0u);
}

TEST(FileLength, AReasonMakesItLonger) {
    EXPECT_EQ(findings(checkFileLength, "sync/a.cpp", "// long: one table of 900 rows\n" + lines(900)), 0u);
    EXPECT_EQ(findings(checkFileLength, "sync/a.cpp", "// long: \n" + lines(900)), 1u);
}

TEST(FunctionLength, AFunctionPastAHundredLinesIsCaught) {
    const std::string head = "Status Store::open(const Path& path) {\n";
    const std::string twoLineHead = "Status Store::open(const Path& path,\n                   int mode) {\n";
    EXPECT_EQ(findings(checkFunctionLength, "sync/a.cpp", head + lines(101, "    x();") + "}\n"), 1u);
    EXPECT_EQ(findings(checkFunctionLength, "sync/a.cpp", twoLineHead + lines(101, "    x();") + "}\n"), 1u);
    EXPECT_EQ(findings(checkFunctionLength, "sync/a.cpp", head + lines(60, "    x();") + "}\n"), 0u);
    EXPECT_EQ(findings(checkFunctionLength, "sync/a.cpp", "int f(int a);\n" + lines(300)), 0u);
    EXPECT_EQ(
        findings(checkFunctionLength, "sync/a.cpp", "class A {\n" + lines(200, "    void f();") + "};\n"),
        0u);
}

TEST(FunctionLength, AReasonInsideMakesItLonger) {
    EXPECT_EQ(findings(checkFunctionLength, "sync/a.cpp",
                       "int f(int a) {\n    // long: one state machine\n" + lines(150, "    x();") + "}\n"),
              0u);
}

TEST(Colours, ALiteralOutsideTheThemeIsCaught) {
    EXPECT_EQ(findings(checkColours, "qml/Records/ListPage.qml", "    color: \"#ff0000\"\n"), 1u);
    EXPECT_EQ(findings(checkColours, "qml/Records/ListPage.qml", "    border.color: \"red\"\n"), 1u);
    EXPECT_EQ(findings(checkColours, "qml/Records/ListPage.qml", "    color: Qt.rgba(0, 0, 0, 0.5)\n"), 1u);
    EXPECT_EQ(findings(checkColours, "app/ui/pill.cpp", "return QColor(0x336699);\n"), 1u);
}

TEST(Colours, TheThemeAndNoColourAtAllAreFine) {
    EXPECT_EQ(findings(checkColours, "qml/Theme/Theme.qml", "    property color ink: \"#202020\"\n"), 0u);
    EXPECT_EQ(findings(checkColours, "qml/Records/ListPage.qml", "    color: \"transparent\"\n"), 0u);
    EXPECT_EQ(findings(checkColours, "qml/Records/ListPage.qml", "    color: Theme.ink\n"), 0u);
}

TEST(ContextProperties, AreCaught) {
    EXPECT_EQ(findings(checkContextProperties, "app/ui/main.cpp", "root->setContextProperty(\"x\", &x);\n"),
              1u);
}

TEST(Licence, AMissingLineIsCaught) {
    EXPECT_EQ(findings(checkLicence, "sync/a.cpp", "#include <vector>\n"), 1u);
    EXPECT_EQ(findings(checkLicence, "sync/CMakeLists.txt", "add_subdirectory(base)\n"), 1u);
    EXPECT_EQ(findings(checkLicence, "schema/sql/1.sql", "CREATE TABLE t(a);\n"), 1u);
    EXPECT_EQ(findings(checkLicence, "dev", "#!/usr/bin/env bash\nset -e\n"), 1u);
    EXPECT_EQ(findings(checkLicence, "qml/A.qml", ""), 1u);
    EXPECT_EQ(findings(checkLicence, "sync/a.cpp", "// SPDX-License-Identifier: Apache-2.0\n"), 0u);
    EXPECT_EQ(findings(checkLicence, "schema/record-types/outreach.json", "{}\n"), 0u);
}

TEST(Unfinished, AMarkIsCaught) {
    EXPECT_EQ(findings(checkUnfinished, "sync/a.cpp", "// TODO later\n"), 1u);
    EXPECT_EQ(findings(checkUnfinished, "docs/SCHEMA.md", "FIXME\n"), 1u);
}

TEST(MachinePaths, AreCaught) {
    EXPECT_EQ(findings(checkMachinePaths, "docs/SCHEMA.md", std::string("see ../sha") + "red/design\n"), 1u);
    EXPECT_EQ(findings(checkMachinePaths, "dev", std::string("cd /wo") + "rk/main\n"), 1u);
    EXPECT_EQ(findings(checkMachinePaths, "docs/SCHEMA.md", "field work/main job\n"), 0u);
}

TEST(PragmaOnce, AHeaderWithoutItIsCaught) {
    EXPECT_EQ(findings(checkPragmaOnce, "sync/a.h", "struct A {};\n"), 1u);
    EXPECT_EQ(findings(checkPragmaOnce, "sync/a.h", "#pragma once\nstruct A {};\n"), 0u);
}

}  // namespace
}  // namespace fayi::tidy
