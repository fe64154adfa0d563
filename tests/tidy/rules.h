// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fayi::tidy {

/// One file of the tree: its path from the root, with '/', and its text.
struct Source {
    std::string path;
    std::string text;
};

/// A broken rule: where, and what to do about it.
struct Finding {
    std::string path;
    std::size_t line = 0;  ///< from 1; 0 is the whole file
    std::string message;
};

/// A rule looks at one file and adds what it finds.
struct Rule {
    std::string_view name;
    void (*check)(const Source&, std::vector<Finding>&);
};

/// Every rule there is; each must have a snippet that breaks it in rules_test.cpp.
const std::vector<Rule>& rules();

/// A room may include only the public headers it is allowed to (docs/ARCHITECTURE.md), and no other room's
/// private ones.
void checkWalls(const Source& source, std::vector<Finding>& out);
/// Qt, SQLite, curl and Boost each live in their own rooms.
void checkLibraries(const Source& source, std::vector<Finding>& out);
/// SQL is written in the stores and printed by schema, nowhere else.
void checkSql(const Source& source, std::vector<Finding>& out);
/// Time, sleep and randomness only behind Clock and Random.
void checkClocks(const Source& source, std::vector<Finding>& out);
/// .cpp 600, .h 250, .qml 300 lines, unless a line "long: reason" in a comment says why.
void checkFileLength(const Source& source, std::vector<Finding>& out);
/// A C++ function of at most 100 lines, unless a line inside says "long: reason".
void checkFunctionLength(const Source& source, std::vector<Finding>& out);
/// Colours are named in qml/Theme and nowhere else.
void checkColours(const Source& source, std::vector<Finding>& out);
/// QML sees types, never context properties.
void checkContextProperties(const Source& source, std::vector<Finding>& out);
/// The licence line on top of everything that can carry a comment.
void checkLicence(const Source& source, std::vector<Finding>& out);
/// Nothing half done.
void checkUnfinished(const Source& source, std::vector<Finding>& out);
/// No path of the machine it was written on.
void checkMachinePaths(const Source& source, std::vector<Finding>& out);
/// Headers say `#pragma once`.
void checkPragmaOnce(const Source& source, std::vector<Finding>& out);

/// Every line of a text, without its end.
std::vector<std::string_view> linesOf(std::string_view text);
/// True if the path lies in that folder (or is that file).
bool isUnder(std::string_view path, std::string_view folder);
/// True for .cpp and .h.
bool isCpp(std::string_view path);
/// What an #include line names, without its brackets or quotes; empty for any other line.
std::string_view includedBy(std::string_view line);

}  // namespace fayi::tidy
