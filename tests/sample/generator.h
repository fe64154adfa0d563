// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dice.h"
#include "fayi/base/result.h"
#include "fayi/schema/catalog.h"
#include "grammar.h"

namespace fayi::sample {

/// Makes records of any type of a catalog that a submit would accept. Deterministic: the same seed, type,
/// index and definitions give the same record, whatever else is generated.
class Generator {
public:
    struct Options {
        std::uint64_t seed = 1;
        int year = 2025;  ///< all of it lies in this year
        std::string org =
            "500115";  ///< records are filed in the streets and towns below it, or in itself if it is one
        bool withOrg = true;  ///< say "org" in each record
    };

    /// An error if `org` is not a unit of a district known to the catalog.
    static Result<Generator> of(const schema::Catalog& catalog, Options options);

    /// The fields of record `index`, with "org" beside them. An error names the problems of a type for which
    /// no acceptable record was found: its definition asks for something that the generator does not know.
    Result<schema::Json> make(const schema::RecordType& type, std::uint64_t index) const;

private:
    struct Draft;

    Generator(Options options, std::vector<std::string> offices, const schema::OrgTree& tree)
        : m_options(std::move(options)), m_offices(std::move(offices)), m_tree(&tree) {}

    void fillAll(Draft& draft, const std::vector<schema::Field>& fields, schema::Json& scope) const;
    void fill(Draft& draft, const std::vector<schema::Field>& fields, schema::Json& scope, bool prose,
              bool onlyMissing) const;
    schema::Json valueOf(Draft& draft, const schema::Field& field, const schema::Json& scope) const;
    schema::Json textOf(Draft& draft, const schema::Field& field, const schema::Json& scope) const;
    schema::Json numberOf(Draft& draft, const schema::Field& field) const;
    schema::Json tagsOf(Draft& draft, const schema::Field& field) const;
    schema::Json itemsOf(Draft& draft, const schema::Field& field) const;
    std::string unitOf(Draft& draft, const schema::Field& field) const;
    std::string dateOf(Draft& draft) const;
    static std::string endOfTerm(Draft& draft);
    static std::string timeOf(Draft& draft);

    Options m_options;
    std::vector<std::string> m_offices;
    const schema::OrgTree* m_tree;
};

}  // namespace fayi::sample
