// SPDX-License-Identifier: Apache-2.0
// Workbooks of other programs. Elements are known by their local names: some programs write prefixes.
#include "fayi/sheets/workbook.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "fayi/base/text.h"
#include "fayi/sheets/archive.h"
#include "number_format.h"

namespace fayi::sheets {
namespace {

constexpr unsigned kParsing = pugi::parse_default | pugi::parse_ws_pcdata_single;
constexpr const char* kMainPart = "xl/workbook.xml";
constexpr std::size_t kMostNumber = 10'000'000;  ///< rows and columns as written; more is nonsense

std::string_view localName(const char* name) {
    const std::string_view text(name);
    const std::size_t colon = text.rfind(':');
    return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node& node : parent.children())
        if (localName(node.name()) == name)
            return node;
    return {};
}

std::string attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& one : node.attributes())
        if (localName(one.name()) == name)
            return one.value();
    return {};
}

std::size_t numberOf(std::string_view text, std::size_t otherwise) {
    std::size_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() && out <= kMostNumber ? out : otherwise;
}

/// "_x000D_" stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
std::string unescaped(std::string text) {
    std::size_t at = text.find("_x");
    while (at != std::string::npos) {
        unsigned code = 0;
        const char* digits = text.data() + at + 2;
        const bool escape = at + 6 < text.size() && text[at + 6] == '_' &&
                            std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
        if (escape) {
            const std::string meant =
                code == 0 || code == '\r' ? std::string() : toUtf8(std::u32string(1, code));
            text.replace(at, 7, meant);
            at = text.find("_x", at + meant.size());
        } else {
            at = text.find("_x", at + 1);
        }
    }
    return text;
}

/// The text of a string item: plain or in runs, without how it is pronounced.
std::string richText(const pugi::xml_node& item) {
    std::string out;
    for (const pugi::xml_node& part : item.children()) {
        const std::string_view name = localName(part.name());
        if (name == "t")
            out += part.child_value();
        else if (name == "r")
            out += child(part, "t").child_value();
    }
    return unescaped(std::move(out));
}

/// Row and column of "B12", from 1 and 0; nothing for anything else.
std::optional<std::pair<std::size_t, std::size_t>> placeOf(std::string_view text) {
    std::size_t column = 0, at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && column < kMostNumber; ++at)
        column = column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    const std::size_t row = numberOf(text.substr(at), 0);
    if (at == 0 || row == 0)
        return std::nullopt;
    return std::pair(row, column - 1);
}

Error noWorkbook(const std::string& part) {
    return {
        ErrorCode::Usage,
        {"不是可读的 .xlsx 文件（" + part + "）", "this is no .xlsx file that can be read (" + part + ")"}};
}

Result<pugi::xml_document> load(const Workbook::Parts& parts, const std::string& name, bool needed) {
    pugi::xml_document out;
    FAYI_LET(bytes, parts(name));
    if (!bytes && needed)
        return noWorkbook(name);
    if (bytes && !out.load_buffer(bytes->data(), bytes->size(), kParsing))
        return noWorkbook(name);
    return out;
}

/// A target of a relationship: from the root of the package, or from the folder of its source.
std::string resolved(const std::string& folder, const std::string& target) {
    if (target.starts_with('/'))
        return target.substr(1);
    return std::filesystem::path(folder + target).lexically_normal().generic_string();
}

struct Relation {
    std::string type, target;
};

Result<std::map<std::string, Relation>> relationsOf(const Workbook::Parts& parts, const std::string& part) {
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    FAYI_LET(xml, load(parts, folder + "_rels/" + part.substr(folder.size()) + ".rels", false));
    std::map<std::string, Relation> out;
    for (const pugi::xml_node& one : child(xml, "Relationships").children())
        out[attribute(one, "Id")] = {attribute(one, "Type"), resolved(folder, attribute(one, "Target"))};
    return out;
}

std::string partOfType(const std::map<std::string, Relation>& relations, std::string_view ending,
                       std::string otherwise) {
    for (const auto& [id, relation] : relations)
        if (relation.type.ends_with(ending))
            return relation.target;
    return otherwise;
}

std::vector<Shape> shapesFrom(const pugi::xml_node& sheet) {
    std::map<std::string, Shape> codes;
    for (const pugi::xml_node& format : child(sheet, "numFmts").children())
        codes[attribute(format, "numFmtId")] = shapeOfCode(attribute(format, "formatCode"));
    std::vector<Shape> out;
    for (const pugi::xml_node& cell : child(sheet, "cellXfs").children()) {
        const std::string id = attribute(cell, "numFmtId");
        const auto own = codes.find(id);
        out.push_back(own == codes.end() ? shapeOfBuiltIn(static_cast<unsigned>(numberOf(id, 0)))
                                         : own->second);
    }
    return out;
}

/// A range of one or more columns that is one cell over several rows.
struct Merge {
    std::size_t first = 0, last = 0, column = 0;
    std::string text;
};

}  // namespace

struct Workbook::Open {
    struct Sheet {
        std::string name, part;
    };
    Parts parts;
    std::vector<Sheet> sheets;
    std::vector<std::string> strings;
    std::vector<Shape> shapes;
    bool from1904 = false;

    pugi::xml_document document;
    pugi::xml_node row;
    std::vector<Merge> merges;           ///< by their first row
    std::size_t reached = 0;             ///< of these that began
    std::map<std::size_t, Merge> under;  ///< column to the range that the last row lies in
    std::size_t number = 0;              ///< of the last row
    std::optional<Text> flaw;

    std::string textOf(const pugi::xml_node& cell) const;
    bool read(const pugi::xml_node& from, SheetLine& line);
    void fillMerged(SheetLine& line);
};

Workbook::Workbook(std::unique_ptr<Open> open) : m_open(std::move(open)) {}
Workbook::Workbook(Workbook&& other) noexcept = default;
Workbook& Workbook::operator=(Workbook&& other) noexcept = default;
Workbook::~Workbook() = default;

Result<Workbook> Workbook::open(const std::filesystem::path& file) {
    FAYI_LET(archive, Archive::open(file));
    const auto shared = std::make_shared<Archive>(std::move(archive));
    return fromParts([shared](const std::string& name) { return shared->part(name); });
}

Result<Workbook> Workbook::fromBytes(std::string bytes) {
    FAYI_LET(archive, Archive::fromBytes(std::move(bytes)));
    const auto shared = std::make_shared<Archive>(std::move(archive));
    return fromParts([shared](const std::string& name) { return shared->part(name); });
}

Result<Workbook> Workbook::fromParts(const Parts& parts) {
    auto open = std::make_unique<Open>();
    open->parts = parts;
    FAYI_LET(root, relationsOf(parts, ""));
    const std::string main = partOfType(root, "/officeDocument", kMainPart);
    FAYI_LET(book, load(parts, main, true));
    FAYI_LET(relations, relationsOf(parts, main));
    const pugi::xml_node workbook = child(book, "workbook");
    const std::string from1904 = attribute(child(workbook, "workbookPr"), "date1904");
    open->from1904 = from1904 == "1" || from1904 == "true";
    for (const pugi::xml_node& sheet : child(workbook, "sheets").children()) {
        const auto relation = relations.find(attribute(sheet, "id"));
        if (relation == relations.end() || attribute(sheet, "state").find("idden") != std::string::npos)
            continue;
        if (open->sheets.size() >= kMostSheets)
            return noWorkbook(main);
        open->sheets.push_back({attribute(sheet, "name"), relation->second.target});
    }
    FAYI_LET(styles, load(parts, partOfType(relations, "/styles", "xl/styles.xml"), false));
    open->shapes = shapesFrom(child(styles, "styleSheet"));
    FAYI_LET(strings, load(parts, partOfType(relations, "/sharedStrings", "xl/sharedStrings.xml"), false));
    for (const pugi::xml_node& item : child(strings, "sst").children())
        open->strings.push_back(richText(item));
    return Workbook(std::move(open));
}

std::vector<std::string> Workbook::sheets() const {
    std::vector<std::string> out;
    for (const Open::Sheet& sheet : m_open->sheets)
        out.push_back(sheet.name);
    return out;
}

Status Workbook::choose(const std::string& name) {
    const auto found = std::ranges::find_if(
        m_open->sheets, [&](const Open::Sheet& sheet) { return name.empty() || sheet.name == name; });
    if (found == m_open->sheets.end()) {
        std::string known;
        for (const std::string& one : sheets())
            known += (known.empty() ? "" : "、") + one;
        return Error{ErrorCode::Usage,
                     {"没有工作表“" + name + "”（有：" + known + "）",
                      "there is no sheet \"" + name + "\" (there are: " + known + ")"}};
    }
    FAYI_LET(document, load(m_open->parts, found->part, true));
    m_open->document = std::move(document);
    m_open->number = 0;
    m_open->flaw.reset();
    m_open->merges.clear();
    m_open->under.clear();
    m_open->reached = 0;
    const pugi::xml_node sheet = child(m_open->document, "worksheet");
    m_open->row = child(sheet, "sheetData").first_child();
    for (const pugi::xml_node& merge : child(sheet, "mergeCells").children()) {
        const std::string range = attribute(merge, "ref");
        const std::size_t colon = std::min(range.find(':'), range.size());
        const auto first = placeOf(range.substr(0, colon));
        const auto last = placeOf(range.substr(std::min(colon + 1, range.size())));
        if (first && last && last->first > first->first && first->second < kMostColumns)
            m_open->merges.push_back({first->first, last->first, first->second, {}});
        if (m_open->merges.size() > kMostMerges)
            return Error{ErrorCode::Usage, {"合并单元格过多", "there are too many merged cells"}};
    }
    std::ranges::sort(m_open->merges, {}, &Merge::first);
    return {};
}

std::string Workbook::Open::textOf(const pugi::xml_node& cell) const {
    const std::string kind = attribute(cell, "t");
    if (kind == "inlineStr")
        return richText(child(cell, "is"));
    std::string value = child(cell, "v").child_value();
    if (kind == "s") {
        const std::size_t index = numberOf(value, strings.size());
        return index < strings.size() ? strings[index] : std::string();
    }
    if (kind == "b")
        return value.empty() ? std::string() : value == "0" || value == "false" ? "FALSE" : "TRUE";
    if (kind == "str")
        return unescaped(std::move(value));
    if (kind == "e" || kind == "d" || value.empty())
        return value;
    const std::size_t style = numberOf(attribute(cell, "s"), shapes.size());
    return numberText(value, style < shapes.size() ? shapes[style] : Shape::Number, from1904);
}

/// False where the row cannot be taken; then there is a flaw.
bool Workbook::Open::read(const pugi::xml_node& from, SheetLine& line) {
    std::size_t column = 0;
    for (const pugi::xml_node& cell : from.children()) {
        if (localName(cell.name()) != "c")
            continue;
        if (const auto place = placeOf(attribute(cell, "r")))
            column = place->second;
        std::string text = textOf(cell);
        if (!text.empty()) {
            if (column >= kMostColumns)
                flaw = Text{"表格的列过多", "the sheet has too many columns"};
            else if (!isUtf8(text))
                flaw = Text{"表格里有无法识别的文字", "the sheet holds text that is no UTF-8"};
            if (flaw)
                return false;
            if (line.cells.size() <= column)
                line.cells.resize(column + 1);
            line.cells[column] = std::move(text);
        }
        ++column;
    }
    return true;
}

void Workbook::Open::fillMerged(SheetLine& line) {
    std::erase_if(under, [&](const auto& merge) { return merge.second.last < line.number; });
    for (; reached < merges.size() && merges[reached].first <= line.number; ++reached) {
        Merge& merge = merges[reached];
        if (merge.first == line.number && merge.column < line.cells.size())
            merge.text = line.cells[merge.column];
        under[merge.column] = merge;
    }
    for (const auto& [column, merge] : under) {
        if (line.cells.size() <= column)
            line.cells.resize(column + 1);
        if (line.cells[column].empty())
            line.cells[column] = merge.text;
    }
}

std::optional<SheetLine> Workbook::next() {
    Open& open = *m_open;
    for (; open.row && !open.flaw; open.row = open.row.next_sibling()) {
        if (localName(open.row.name()) != "row")
            continue;
        SheetLine line;
        line.number = open.number = numberOf(attribute(open.row, "r"), open.number + 1);
        if (!open.read(open.row, line))
            return std::nullopt;
        const bool blank =
            std::ranges::all_of(line.cells, [](const std::string& cell) { return cell.empty(); });
        open.fillMerged(line);
        if (blank)
            continue;  // a row of nothing but what is merged from above is none
        open.row = open.row.next_sibling();
        return line;
    }
    return std::nullopt;
}

const std::optional<Text>& Workbook::flaw() const {
    return m_open->flaw;
}

}  // namespace fayi::sheets
