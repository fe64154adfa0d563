// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/paper/print.h"

namespace fayi::paper {

/// What the places of a text speak of: a record, or one item of a list of it.
struct Scope {
    const std::vector<schema::Field>* fields = nullptr;
    const Json* values = nullptr;
    std::size_t number = 0;  ///< of the item, from 1
};

/// How a place is left free where the record has no value: a line to write on, or room in a cell.
enum class Blank { Line, Room };

/// The texts of a form with the values of a record in them.
class Words {
public:
    explicit Words(const Job& job) : m_job(job) {}

    std::string fill(const schema::PaperText& text, const Scope& scope, Blank blank) const;
    /// Of the first case that holds, else the text; "／" where the value does not apply.
    std::string cell(const schema::PaperCell& cell, const Scope& scope) const;
    /// True where there is no condition.
    bool holds(const Json& when, const Scope& scope) const;
    const std::string& say(const Text& text) const { return text.in(m_job.language); }
    std::string date(const std::string& iso) const;

private:
    struct Value {
        const schema::Field* field = nullptr;
        Json value;
    };
    Value find(const schema::PaperPlace& place, const Scope& scope) const;
    std::string place(const schema::PaperPlace& place, const Scope& scope, Blank blank) const;
    std::string shown(const schema::Field& field, const Json& value) const;
    std::string ticks(const schema::Field& field, const Json& value) const;
    std::string free(const schema::Field& field, Blank blank) const;
    bool isApart(const schema::PaperText& text, const Scope& scope) const;

    const Job& m_job;
};

}  // namespace fayi::paper
