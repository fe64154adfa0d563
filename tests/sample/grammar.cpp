// SPDX-License-Identifier: Apache-2.0
#include "grammar.h"

#include <charconv>
#include <optional>

namespace fayi::sample {
namespace {

constexpr int kDepth = 12;

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \n");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \n") - begin + 1);
}

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t out = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    return failure == std::errc() && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

}  // namespace

Grammar::Grammar(std::string_view rules) {
    std::vector<std::string>* current = nullptr;
    while (!rules.empty()) {
        const auto end = rules.find('\n');
        std::string_view line = rules.substr(0, end);
        rules = end == std::string_view::npos ? std::string_view() : rules.substr(end + 1);
        if (trimmed(line).empty())
            continue;
        if (line.front() != ' ') {
            const auto colon = line.find(": ");
            current = &m_rules[std::string(line.substr(0, colon))];
            line = line.substr(colon + 2);
        }
        while (!line.empty()) {
            const auto bar = line.find('|');
            if (const auto word = trimmed(line.substr(0, bar)); !word.empty())
                current->emplace_back(word);
            line = bar == std::string_view::npos ? std::string_view() : line.substr(bar + 1);
        }
    }
}

struct Grammar::Telling {
    Dice& dice;
    const Facts& facts;
};

std::string Grammar::say(Dice& dice, std::string_view rule, const Facts& facts) const {
    Telling telling{dice, facts};
    return slot(telling, rule, 0);
}

std::string Grammar::expand(Telling& telling, std::string_view pattern, int depth) const {
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        out += pattern.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const auto close = pattern.find('}', open);
        out += slot(telling, pattern.substr(open + 1, close - open - 1), depth + 1);
        pattern = pattern.substr(close + 1);
    }
    return out;
}

std::string Grammar::slot(Telling& telling, std::string_view name, int depth) const {
    if (const auto fact = telling.facts.find(name); fact != telling.facts.end())
        return fact->second;
    if (const auto it = m_rules.find(name); it != m_rules.end() && depth < kDepth)
        return expand(telling, telling.dice.pick(it->second), depth);
    if (const auto dash = name.find('-'); dash != std::string_view::npos) {
        const auto low = number(name.substr(0, dash));
        const auto high = number(name.substr(dash + 1));
        if (low && high)
            return std::to_string(telling.dice.between(*low, *high));
    }
    return "{" + std::string(name) + "}";
}

}  // namespace fayi::sample
