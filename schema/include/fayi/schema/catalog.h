// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/schema/deadline.h"
#include "fayi/schema/org_tree.h"
#include "fayi/schema/paper.h"
#include "fayi/schema/record_type.h"
#include "fayi/schema/report.h"
#include "fayi/schema/work_calendar.h"

namespace fayi::schema {

struct RulePack;

/// An effective-dated list of codes that fields may use.
struct CodeList {
    std::string name;
    int version = 0;
    Text labels;
    std::vector<Choice> choices;
    Json source;
};

/// All definitions a program knows: the ones built into it, and what a hub or a folder added. A value: cheap
/// to copy, not thread safe while add() runs. Pointers it gave stay valid as long as it or a copy lives;
/// after an update they show the older definition.
class Catalog {
public:
    /// The definitions compiled into the library; no file is read. They are put together once a process, and
    /// not held against the meta schemas again: that is half of the start of a program, and the work of a
    /// test (Definitions.TheFolderHoldsWhatIsBuiltIn).
    static const Result<Catalog>& builtIn();

    /// Adds or updates one definition, whatever its "kind": record-type, code-list, org-tree, report,
    /// work-calendar, deadline, paper, rule-pack. It is
    /// checked against the JSON Schema of its kind, then against the rest of the catalog; if anything is
    /// wrong nothing changes, and the error names `origin` (a file, a record), the JSON path and the reason.
    /// A version older than the one held is left out silently; the same or a newer one takes its place, but
    /// may not change the kind of a field.
    Status add(const Json& definition, std::string_view origin);
    /// The same from text; an error of JSON syntax names the line.
    Status addText(std::string_view json, std::string_view origin);
    /// All *.json of a folder and its subfolders, code lists first; stops at the first error.
    Status addFolder(const std::filesystem::path& folder);

    /// Null if there is none of that name. Reference types are found too.
    const RecordType* type(std::string_view name) const;
    /// All types, reference types included, ascending by name.
    std::vector<const RecordType*> types() const;
    const CodeList* codeList(std::string_view name) const;
    std::vector<const CodeList*> codeLists() const;
    const Report* report(std::string_view id) const;
    std::vector<const Report*> reports() const;
    const WorkCalendar* workCalendar(std::string_view name) const;
    std::vector<const Deadline*> deadlines() const;
    /// A printed form by its name; null if there is none.
    const PaperForm* paper(std::string_view name) const;
    /// All of them, ascending by name.
    std::vector<const PaperForm*> papers() const;
    /// How advisors are appraised.
    const RulePack* rulePack(std::string_view name) const;
    std::vector<const RulePack*> rulePacks() const;
    /// The template of a district by its six-digit code.
    const OrgTree* orgTree(std::string_view district) const;

private:
    /// A definition whose shape is known to be right; checked against the rest of the catalog.
    Status adopt(const Json& definition, std::string_view origin);
    Status addCodeList(const Json& definition);
    Status addRecordType(const Json& definition);
    Status addOrgTree(const Json& definition);
    Status addReport(const Json& definition);
    Status addWorkCalendar(const Json& definition);
    Status addDeadline(const Json& definition);
    Status addPaper(const Json& definition);
    Status addRulePack(const Json& definition);

    template <typename T>
    using Shelf = std::map<std::string, std::shared_ptr<const T>, std::less<>>;
    Shelf<RecordType> m_types;
    Shelf<CodeList> m_lists;
    Shelf<Report> m_reports;
    Shelf<OrgTree> m_trees;
    Shelf<WorkCalendar> m_calendars;
    Shelf<Deadline> m_deadlines;
    Shelf<PaperForm> m_papers;
    Shelf<RulePack> m_packs;
    std::map<std::string, int> m_treeVersions;
    std::vector<std::shared_ptr<const void>>
        m_retired;  ///< replaced definitions, kept for pointers given out
};

}  // namespace fayi::schema
