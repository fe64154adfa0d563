// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "fayi/schema/org_tree.h"
#include "fayi/schema/record_type.h"
#include "fayi/station/types.h"

namespace fayi::station {

/// One record of a file that somebody keeps, or why it could not be read.
struct SheetRow {
    std::size_t line = 0;  ///< of the file, from 1
    Json fields = Json::object();
    std::vector<ImportReport::RowError> errors;
    std::vector<std::string> cells;  ///< as they stand in the file
    bool last = false;               ///< nothing can be read after it
};

/// The records of a file, one after another; memory does not grow with the file. Nothing at the end.
class Sheet {
public:
    virtual ~Sheet() = default;
    virtual std::optional<SheetRow> next() = 0;
    /// Of a table, once a row was read: what each column fills.
    virtual std::vector<ImportReport::Column> columns() const { return {}; }
};

/// A column's name to the field it fills; an empty field: the column is left out.
using ColumnMap = std::map<std::string, std::string>;

/// {"column": "field"}; null leaves a column out. An empty path is an empty map.
Result<ColumnMap> readColumnMap(const std::filesystem::path& file);

class RowSource;

/// By the ending of the name: .jsonl .ndjson, .csv .tsv .txt, .xlsx; `sheet` names one of a workbook. `type`
/// and `tree` outlive it.
Result<std::unique_ptr<Sheet>> openSheet(const std::filesystem::path& file, const std::string& sheet,
                                         const schema::RecordType& type, const schema::OrgTree& tree,
                                         const ColumnMap& map);

/// Made by openSheet(), each in a file of its own.
std::unique_ptr<Sheet> openTable(std::unique_ptr<RowSource> rows, const schema::RecordType& type,
                                 const schema::OrgTree& tree, const ColumnMap& map);
std::unique_ptr<Sheet> openJsonLines(std::unique_ptr<std::istream> in, const ColumnMap& map);

/// Reads lines of bounded length and counts them.
class LineReader {
public:
    /// A record of 2,000 writes fits many times.
    static constexpr std::size_t kMostBytes = 4u << 20;

    explicit LineReader(std::istream& in) : m_in(in) {}
    /// With its line end, as it stands in the file; without the byte order mark. Nothing at the end.
    std::optional<std::string> next();
    /// Number of the line that next() gave, from 1.
    std::size_t line() const { return m_line; }
    /// Why the last line cannot be read: too long, or no UTF-8 text.
    std::optional<Text> flaw() const { return m_flaw; }

private:
    std::istream& m_in;
    std::size_t m_line = 0;
    std::optional<Text> m_flaw;
};

}  // namespace fayi::station
