// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "fayi/schema/catalog.h"
#include "fayi/schema/rule_pack.h"
#include "src/expression_check.h"

namespace fayi::schema {

/// What a loader asks of the catalog it loads into.
using FindList = std::function<const CodeList*(const std::string&)>;
using FindType = std::function<const RecordType*(const std::string&)>;

// Each takes a definition that fits its JSON Schema and gives the thing, or an error that begins with the
// JSON path.
Result<std::vector<Choice>> loadChoices(const Json& choices, const std::string& path);
Result<CodeList> loadCodeList(const Json& definition);
Result<RecordType> loadRecordType(const Json& definition, const FindList& lists);
Result<OrgTree> loadOrgTree(const Json& definition);
Result<Report> loadReport(const Json& definition, const FindType& types);
Result<WorkCalendar> loadWorkCalendar(const Json& definition);
Result<RulePack> loadRulePack(const Json& definition, const FindType& types);
Result<std::vector<Term>> loadTerms(const Json& list, const FindType& types, ExpressionUse use,
                                    const std::string& path);
Result<Deadline> loadDeadline(const Json& definition, const FindType& types);
Result<PaperForm> loadPaper(const Json& definition, const FindType& types);

/// Adds what `numbers` says to a type whose fields are loaded.
Status loadNumbers(const Json& list, RecordType& type);

inline Text loadText(const Json& labels) {
    return {labels.at("zh").get<std::string>(), labels.at("en").get<std::string>()};
}

/// An optional label: empty where the key is missing.
inline Text loadText(const Json& object, const char* key) {
    return object.contains(key) ? loadText(object.at(key)) : Text{};
}

}  // namespace fayi::schema
