// SPDX-License-Identifier: Apache-2.0
#include "printing.h"

#include <iostream>

namespace fayi::hub {
namespace {

/// What a person reads of a value: texts without quotes, labels in their language, lists joined.
std::string plain(const Json& value, Language language) {
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_null())
        return "—";
    if (value.is_boolean())
        return value.get<bool>() ? (language == Language::Zh ? "是" : "yes")
                                 : (language == Language::Zh ? "否" : "no");
    if (value.is_object() && value.size() == 2 && value.contains("zh") && value.contains("en"))
        return value[language == Language::Zh ? "zh" : "en"].get<std::string>();
    if (value.is_object() && value.contains("name"))
        return plain(value["name"], language);
    if (!value.is_array())
        return value.dump();
    std::string out;
    for (const Json& member : value)
        out += (out.empty() ? "" : ", ") + plain(member, language);
    return out;
}

void printObject(const Json& object, Language language) {
    for (const auto& [key, value] : object.items()) {
        const bool table = value.is_array() && !value.empty() && value.front().is_object();
        if (table)
            for (const Json& line : value) {
                std::cout << '\n';
                printObject(line, language);
            }
        else
            std::cout << key << "\t" << plain(value, language) << '\n';
    }
}

void printTable(const std::vector<Json>& rows, Language language) {
    for (const Json& row : rows) {
        bool first = true;
        for (const auto& [key, value] : row.items()) {
            std::cout << (first ? "" : "\t") << plain(value, language);
            first = false;
        }
        std::cout << '\n';
    }
}

}  // namespace

void Printer::answer(const Json& value) const {
    if (json)
        std::cout << value.dump() << '\n';
    else if (value.is_array())
        printTable(value.get<std::vector<Json>>(), language);
    else
        printObject(value, language);
    std::cout.flush();
}

void Printer::lines(const std::vector<Json>& values) const {
    if (json)
        for (const Json& value : values)
            std::cout << value.dump() << '\n';
    else
        printTable(values, language);
    std::cout.flush();
}

void Printer::say(const Text& message) const {
    std::cerr << message.in(language) << '\n';
}

int Printer::fail(const Error& error) const {
    say(error.message);
    return static_cast<int>(exitOf(error.code));
}

}  // namespace fayi::hub
