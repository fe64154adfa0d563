// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/schema/org_tree.h"
#include "fayi/schema/record_type.h"
#include "fayi/sheets/writer.h"

namespace fayi::office {

/// How a field leaves the station.
enum class Openness { Plain, Masked, LeftOut };

/// What becomes of a field in a list without persons: sensitive ones are left out; of personal ones names and
/// telephone numbers are masked and the rest is left out, since free text says who it is about.
Openness opennessOf(const schema::Field& field, bool identified);

/// The fields asked for, by name or label, in the order of the type; all if none is named. ErrorCode::Usage:
/// there is no such field.
Result<std::vector<const schema::Field*>> chosenFields(const schema::RecordType& type,
                                                       const std::vector<std::string>& wanted);

/// How the columns of fields look, and their cells.
class Columns {
public:
    Columns(bool identified, Language language, const schema::OrgTree& tree)
        : m_identified(identified), m_language(language), m_tree(tree) {}

    sheets::Column heading(const schema::Field& field) const;
    /// Choice labels, money in yuan, dates as dates, the names of units; lists as text.
    sheets::Cell cell(const schema::Field& field, const schema::Json& value) const;
    /// A list of items as one text: "label value, label value; …".
    std::string joined(const schema::Field& list, const schema::Json& items) const;
    /// The fields of the items of a list that go out.
    std::vector<const schema::Field*> innerFields(const schema::Field& list) const;
    Openness of(const schema::Field& field) const { return opennessOf(field, m_identified); }

private:
    std::string attachments(const schema::Json& list) const;

    bool m_identified;
    Language m_language;
    const schema::OrgTree& m_tree;
};

}  // namespace fayi::office
