// SPDX-License-Identifier: Apache-2.0
// Printed forms: what their places name is looked up in the record type, once, when they are loaded.
#include <algorithm>
#include <set>

#include "fayi/schema/paper.h"
#include "src/definition_error.h"
#include "src/expression_check.h"
#include "src/loaders.h"

namespace fayi::schema {
namespace {

using Fields = std::vector<Field>;

const Field* fieldIn(const Fields& fields, const std::string& name) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

Error noField(const std::string& path, const std::string& name) {
    return wrongAt(path, {"没有字段 " + name, "there is no field " + name});
}

bool canTick(const Field& field) {
    return field.kind == FieldKind::Boolean ||
           ((field.kind == FieldKind::Choice || field.kind == FieldKind::Tags) && !field.choices.empty());
}

/// What can stand in a line of text: everything but what is a list of its own, a file or a record's id.
bool isPrintable(const Field& field) {
    return field.kind != FieldKind::Items && field.kind != FieldKind::Attachments &&
           field.kind != FieldKind::Reference;
}

class PaperLoader {
public:
    explicit PaperLoader(const FindType& types) : m_types(types) {}

    Result<PaperForm> load(const Json& definition);

private:
    Result<PaperText> text(const Json& object, const char* key, const std::string& path);
    Status pieces(std::vector<PaperPiece>& out, const std::string& words, const std::string& path);
    Status place(const PaperPlace& place, const std::string& path) const;
    Status fits(const PaperPlace& place, const Field& field, const std::string& path) const;
    Result<PaperCell> cell(const Json& given, const std::string& path);
    Status fieldCell(PaperCell& cell, const Json& given, const std::string& path);
    Result<PaperSignature> signature(const Json& given, const std::string& path);
    Result<std::vector<PaperBlock>> blocks(const Json& given, const std::string& path);
    Result<PaperBlock> block(const Json& given, const std::string& path);
    Status fill(PaperBlock& block, const Json& given, const std::string& path);
    Status words(PaperBlock& block, const Json& given, const char* key, const std::string& path);
    Status table(PaperBlock& block, const Json& given, const std::string& path);
    Status list(PaperBlock& block, const Json& given, const char* key, const std::string& path);
    Status keys(const Json& given, std::initializer_list<const char*> allowed, const std::string& path) const;

    const FindType& m_types;
    const Fields* m_fields = nullptr;  ///< in scope: of the record, or of one item
    bool m_inItem = false;
};

Status PaperLoader::fits(const PaperPlace& place, const Field& field, const std::string& path) const {
    using Format = PaperPlace::Format;
    const bool sound = place.format == Format::Capital   ? field.kind == FieldKind::Money
                       : place.format == Format::Chinese ? field.kind == FieldKind::Integer
                       : place.format == Format::Ticks   ? canTick(field)
                                                         : isPrintable(field);
    if (sound)
        return {};
    return wrongAt(
        path, {"字段 " + field.name + " 不能这样打印", "the field " + field.name + " cannot be printed so"});
}

Status PaperLoader::place(const PaperPlace& place, const std::string& path) const {
    if (place.name == "#" && m_inItem && place.linked.empty())
        return {};
    if ((place.name == "@org" || place.name == "@today") && place.linked.empty())
        return {};
    const Field* field = fieldIn(*m_fields, place.name);
    if (field == nullptr)
        return noField(path, place.name);
    if (place.linked.empty())
        return fits(place, *field, path);
    const RecordType* type = field->kind == FieldKind::Reference ? m_types(field->referenceType) : nullptr;
    if (type == nullptr)
        return wrongAt(path, {"字段 " + field->name + " 不指向某种记录",
                              "the field " + field->name + " names no record of a certain type"});
    const Field* linked = type->find(place.linked);
    return linked == nullptr ? Status(noField(path, type->name + "." + place.linked))
                             : fits(place, *linked, path);
}

Status PaperLoader::pieces(std::vector<PaperPiece>& out, const std::string& words, const std::string& path) {
    auto found = piecesOf(words);
    if (!found)
        return wrongAt(path, found.error().message);
    out = std::move(found).value();
    for (const PaperPiece& piece : out)
        if (piece.place)
            FAYI_TRY(place(*piece.place, path));
    return {};
}

/// Both languages print the same values.
Result<PaperText> PaperLoader::text(const Json& object, const char* key, const std::string& path) {
    PaperText out;
    if (!object.contains(key))
        return out;
    const Text words = loadText(object.at(key));
    FAYI_TRY(pieces(out.zh, words.zh, path + "." + key + ".zh"));
    FAYI_TRY(pieces(out.en, words.en, path + "." + key + ".en"));
    const auto names = [](const std::vector<PaperPiece>& all) {
        std::set<std::string> found;
        for (const PaperPiece& piece : all)
            if (piece.place && piece.place->format != PaperPlace::Format::Capital)
                found.insert(piece.place->name + "." + piece.place->linked);
        return found;
    };
    if (names(out.zh) != names(out.en))
        return wrongAt(path + "." + key,
                       {"中英文打印的内容不同", "the two languages print different values"});
    return out;
}

/// Label and value of a field, where the cell gives none of its own.
Status PaperLoader::fieldCell(PaperCell& cell, const Json& given, const std::string& path) {
    const std::string name = given["field"].get<std::string>();
    const Field* field = fieldIn(*m_fields, name);
    if (field == nullptr)
        return noField(path + ".field", name);
    if (cell.label.empty())
        cell.label = {{{field->labels.zh, std::nullopt}}, {{field->labels.en, std::nullopt}}};
    if (!cell.text.empty())
        return wrongAt(path, {"field 与 text 只能有一个", "it has a field or a text, not both"});
    PaperPlace place{name, {}, PaperPlace::Format::Plain};
    if (given.value("ticks", false))
        place.format = PaperPlace::Format::Ticks;
    FAYI_TRY(fits(place, *field, path + ".field"));
    const std::string zh = given.value("ticks", false) ? std::string() : field->unit.zh;
    const std::string en = field->unit.en.empty() ? std::string() : " " + field->unit.en;
    cell.text.zh = {{{}, place}};
    cell.text.en = {{{}, place}};
    if (!zh.empty()) {
        cell.text.zh.push_back({zh, std::nullopt});
        cell.text.en.push_back({en, std::nullopt});
    }
    return {};
}

Result<PaperCell> PaperLoader::cell(const Json& given, const std::string& path) {
    PaperCell out;
    FAYI_LET(label, text(given, "label", path));
    FAYI_LET(words, text(given, "text", path));
    out.label = std::move(label);
    out.text = std::move(words);
    if (given.contains("field"))
        FAYI_TRY(fieldCell(out, given, path));
    else if (given.contains("ticks") || out.label.empty())
        return wrongAt(path, {"缺少 field 或 label", "it needs a field or a label"});
    for (std::size_t i = 0; given.contains("cases") && i < given["cases"].size(); ++i) {
        const Json& one = given["cases"][i];
        const std::string where = at(path + ".cases", i);
        FAYI_TRY(checkExpressionAt(one["when"], *m_fields, where + ".when", ExpressionUse::Rule));
        FAYI_LET(instead, text(one, "text", where));
        out.cases.push_back({one["when"], std::move(instead)});
    }
    out.lines = given.value("lines", 1);
    out.width = given.value("width", 1);
    return out;
}

Result<PaperSignature> PaperLoader::signature(const Json& given, const std::string& path) {
    FAYI_LET(label, text(given, "label", path));
    FAYI_LET(name, text(given, "name", path));
    FAYI_LET(date, text(given, "date", path));
    return PaperSignature{std::move(label), std::move(name), std::move(date), given.value("seal", false)};
}

Result<std::vector<PaperBlock>> PaperLoader::blocks(const Json& given, const std::string& path) {
    std::vector<PaperBlock> out;
    for (std::size_t i = 0; i < given.size(); ++i) {
        FAYI_LET(one, block(given[i], at(path, i)));
        out.push_back(std::move(one));
    }
    return out;
}

Result<PaperBlock> PaperLoader::block(const Json& given, const std::string& path) {
    PaperBlock out;
    if (given.contains("when")) {
        FAYI_TRY(checkExpressionAt(given["when"], *m_fields, path + ".when", ExpressionUse::Rule));
        out.when = given["when"];
    }
    FAYI_TRY(fill(out, given, path));
    return out;
}

/// A block has the key that says what it is, "when", and those that belong to its kind.
Status PaperLoader::keys(const Json& given, std::initializer_list<const char*> allowed,
                         const std::string& path) const {
    for (const auto& [key, value] : given.items())
        if (key != "when" && std::ranges::find(allowed, key) == allowed.end())
            return wrongAt(path + "." + key, {"这种块没有此键", "a block of this kind has no such key"});
    return {};
}

Status PaperLoader::fill(PaperBlock& block, const Json& given, const std::string& path) {
    using Kind = PaperBlock::Kind;
    for (const auto& [key, kind] : {std::pair("heading", Kind::Heading),
                                    std::pair("paragraph", Kind::Paragraph), std::pair("line", Kind::Line)})
        if (given.contains(key)) {
            block.kind = kind;
            return words(block, given, key, path);
        }
    if (given.contains("table"))
        return table(block, given, path);
    for (const char* key : {"each", "list"})
        if (given.contains(key))
            return list(block, given, key, path);
    if (given.contains("signatures")) {
        FAYI_TRY(keys(given, {"signatures"}, path));
        block.kind = Kind::Signatures;
        for (std::size_t i = 0; i < given["signatures"].size(); ++i) {
            FAYI_LET(one, signature(given["signatures"][i], at(path + ".signatures", i)));
            block.signatures.push_back(std::move(one));
        }
        return {};
    }
    if (given.contains("space")) {
        block.kind = Kind::Space;
        block.lines = given["space"].get<int>();
        return keys(given, {"space"}, path);
    }
    block.kind = Kind::Page;
    return given.contains("page")
               ? keys(given, {"page"}, path)
               : wrongAt(path, {"看不出是哪种块", "it does not say what kind of block it is"});
}

Status PaperLoader::words(PaperBlock& block, const Json& given, const char* key, const std::string& path) {
    if (block.kind == PaperBlock::Kind::Line)
        FAYI_TRY(keys(given, {"line", "align", "large"}, path));
    else
        FAYI_TRY(keys(given, {key}, path));
    FAYI_LET(found, text(given, key, path));
    block.text = std::move(found);
    const std::string align = given.value("align", "left");
    block.align = align == "center"  ? PaperBlock::Align::Center
                  : align == "right" ? PaperBlock::Align::Right
                                     : PaperBlock::Align::Left;
    block.large = given.value("large", false);
    return {};
}

Status PaperLoader::table(PaperBlock& block, const Json& given, const std::string& path) {
    FAYI_TRY(keys(given, {"table"}, path));
    block.kind = PaperBlock::Kind::Table;
    for (std::size_t r = 0; r < given["table"].size(); ++r) {
        std::vector<PaperCell> row;
        for (std::size_t c = 0; c < given["table"][r].size(); ++c) {
            FAYI_LET(one, cell(given["table"][r][c], at(at(path + ".table", r), c)));
            row.push_back(std::move(one));
        }
        block.rows.push_back(std::move(row));
    }
    return {};
}

/// Both kinds that walk a list: what stands inside speaks of the fields of one item.
Status PaperLoader::list(PaperBlock& block, const Json& given, const char* key, const std::string& path) {
    const bool each = std::string_view(key) == "each";
    FAYI_TRY(keys(given, {key, "where", "blanks", each ? "do" : "columns"}, path));
    block.kind = each ? PaperBlock::Kind::Each : PaperBlock::Kind::List;
    block.items = given[key].get<std::string>();
    block.blanks = given.value("blanks", 0);
    const Field* field = fieldIn(*m_fields, block.items);
    if (field == nullptr || field->kind != FieldKind::Items)
        return wrongAt(path + "." + key, {"没有清单字段 " + block.items, "there is no list " + block.items});
    const char* inside = each ? "do" : "columns";
    if (!given.contains(inside))
        return wrongAt(path, {std::string("缺少 ") + inside, std::string("\"") + inside + "\" is missing"});
    const Fields* outer = std::exchange(m_fields, &field->fields);
    m_inItem = true;
    Status status = [&]() -> Status {
        if (given.contains("where")) {
            FAYI_TRY(checkExpressionAt(given["where"], *m_fields, path + ".where", ExpressionUse::Rule));
            block.where = given["where"];
        }
        if (each) {
            FAYI_LET(found, blocks(given["do"], path + ".do"));
            block.blocks = std::move(found);
        }
        for (std::size_t i = 0; !each && i < given["columns"].size(); ++i) {
            FAYI_LET(column, cell(given["columns"][i], at(path + ".columns", i)));
            block.columns.push_back(std::move(column));
        }
        return {};
    }();
    m_fields = outer;
    m_inItem = false;
    return status;
}

Result<PaperForm> PaperLoader::load(const Json& definition) {
    PaperForm form;
    form.name = definition.at("name").get<std::string>();
    form.version = definition.at("version").get<int>();
    form.labels = loadText(definition.at("labels"));
    form.type = definition.at("type").get<std::string>();
    const std::string style = definition.at("style").get<std::string>();
    form.style = style == "letter"  ? PaperForm::Style::Letter
                 : style == "cover" ? PaperForm::Style::Cover
                                    : PaperForm::Style::Form;
    const RecordType* type = m_types(form.type);
    if (type == nullptr)
        return wrongAt("$.type", {"没有记录类型 " + form.type, "there is no record type " + form.type});
    m_fields = &type->fields;
    FAYI_LET(title, text(definition, "title", "$"));
    FAYI_LET(number, text(definition, "number", "$"));
    FAYI_LET(body, blocks(definition.at("body"), "$.body"));
    form.title = std::move(title);
    form.number = std::move(number);
    form.body = std::move(body);
    form.source = definition;
    return form;
}

}  // namespace

Result<PaperForm> loadPaper(const Json& definition, const FindType& types) {
    return PaperLoader(types).load(definition);
}

}  // namespace fayi::schema
