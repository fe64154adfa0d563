// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dice.h"

namespace fayi::sample {

/// What is settled already: a name in braces and the text it stands for.
using Facts = std::map<std::string, std::string, std::less<>>;

/// Sentences out of alternatives. A rule is a line "name: one | another"; "{name}" inside an alternative
/// stands for another rule, "{low-high}" for a number. A line that begins with a blank goes on with the rule
/// above it.
class Grammar {
public:
    explicit Grammar(std::string_view rules);
    /// The vocabulary of the justice offices, built in (lexicon.cpp).
    static const Grammar& builtIn();

    bool has(std::string_view rule) const { return m_rules.find(rule) != m_rules.end(); }
    /// One sentence of that rule; a name among `facts` stands for that text, ahead of any rule. Rules may
    /// nest, no deeper than kDepth. An unknown name stays as it is, in braces.
    std::string say(Dice& dice, std::string_view rule, const Facts& facts = {}) const;

private:
    struct Telling;
    std::string expand(Telling& telling, std::string_view pattern, int depth) const;
    std::string slot(Telling& telling, std::string_view name, int depth) const;

    std::map<std::string, std::vector<std::string>, std::less<>> m_rules;
};

}  // namespace fayi::sample
