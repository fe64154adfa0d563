// SPDX-License-Identifier: Apache-2.0
// Lists by keyset: a page is found from the last record of the page before, never by counting.
#include "grams.h"
#include "select.h"

namespace fayi::store {
namespace {

/// A WHERE clause in the making: SQL from constants and checked names, values as parameters.
struct Clause {
    std::string sql;
    std::vector<Json> params;

    void add(const std::string& condition, std::initializer_list<Json> values = {}) {
        sql += (sql.empty() ? " WHERE " : " AND ") + condition;
        params.insert(params.end(), values);
    }
    void bindTo(sqlite::Statement& statement) const {
        for (const Json& value : params) {
            if (value.is_number_integer())
                statement.bind(value.get<std::int64_t>());
            else if (value.is_boolean())
                statement.bind(value.get<bool>() ? 1 : 0);
            else if (value.is_string())
                statement.bind(value.get_ref<const std::string&>());
            else
                statement.bindNull();
        }
    }
};

Error unknownField(const std::string& name) {
    return {ErrorCode::Usage, {"没有这个字段：" + name, "there is no such field: " + name}};
}

/// The SQL of a thing to filter or sort by.
class Columns {
public:
    Columns(const schema::RecordType* type, bool enrolled) : m_type(type), m_enrolled(enrolled) {}

    Result<std::string> of(const std::string& name) const {
        static const std::set<std::string> kOwn{"org",     "state", "happened_on", "deleted",
                                                "updated", "type",  "changed",     "restricted"};
        if (kOwn.contains(name))
            return "record." + name;
        if (name == "sync")
            return "(" + syncSql(m_enrolled) + ")";
        const schema::Field* known = field(name);
        return known == nullptr ? Result<std::string>(unknownField(name)) : valueOf(*known);
    }

    bool isList(const std::string& name) const {
        const schema::Field* known = field(name);
        return known != nullptr && known->kind == schema::FieldKind::Tags;
    }

    /// Whose a record is, and the places that it names.
    std::vector<std::string> units() const {
        std::vector<std::string> out{"record.org"};
        if (m_type != nullptr)
            for (const schema::Field& one : m_type->fields)
                if (one.kind == schema::FieldKind::Org)
                    out.push_back(valueOf(one));
        return out;
    }

private:
    static std::string valueOf(const schema::Field& field) {
        return "json_extract(record.fields,'$." + field.name + "')";  // [a-z][a-z0-9_]* by definition
    }

    const schema::Field* field(std::string_view name) const {
        if (name.starts_with(kFieldPrefix))
            name.remove_prefix(kFieldPrefix.size());
        return m_type == nullptr ? nullptr : m_type->find(name);
    }

    const schema::RecordType* m_type;
    bool m_enrolled;
};

Status addCondition(Clause& clause, const Columns& columns, const Condition& condition) {
    FAYI_LET(column, columns.of(condition.field));
    using Op = Condition::Op;
    if (columns.isList(condition.field) && (condition.op == Op::Equals || condition.op == Op::Contains)) {
        clause.add("EXISTS(SELECT 1 FROM json_each(" + column + ") WHERE value=?)", {condition.value});
        return {};
    }
    if (condition.op == Op::Contains) {
        clause.add("instr(" + column + ",?)>0", {condition.value});
        return {};
    }
    static const std::map<Op, const char*> kSigns{{Op::Equals, " IS ?"}, {Op::Differs, " IS NOT ?"},
                                                  {Op::Less, "<?"},      {Op::AtMost, "<=?"},
                                                  {Op::More, ">?"},      {Op::AtLeast, ">=?"}};
    clause.add(column + kSigns.at(condition.op), {condition.value});
    return {};
}

Status addWithin(Clause& clause, const Columns& columns, const std::string& unit,
                 const schema::OrgTree& tree) {
    const std::vector<std::string> codes = tree.subtree(unit);
    if (codes.empty())
        return Error{ErrorCode::Usage, {"没有这个机构：" + unit, "no such org unit: " + unit}};
    const Json list = Json(codes).dump();
    std::string any;
    for (const std::string& column : columns.units()) {
        any += (any.empty() ? "(" : " OR ") + column + " IN (SELECT value FROM json_each(?))";
        clause.params.push_back(list);
    }
    clause.add(any + ")");
    return {};
}

Result<Clause> clauseOf(const ListQuery& query, const schema::Catalog& catalog, const schema::OrgTree& tree,
                        const Columns& columns) {
    Clause clause;
    clause.add(kShownSql);
    if (!query.type.empty())
        clause.add("record.type=?", {query.type});
    else
        clause.add("record.type NOT IN ('org-unit','person','record-type','erasure')");
    if (!query.type.empty() && catalog.type(query.type) == nullptr)
        return Error{ErrorCode::Usage,
                     {"没有这种记录：" + query.type, "there is no record type " + query.type}};
    clause.add(query.deleted ? "record.deleted" : "NOT record.deleted");
    if (query.conflicts)
        clause.add("record.conflicts>0");
    if (query.visible)
        clause.add(kVisibleSql, {Json(query.visible->orgs).dump(), Json(query.visible->hidden).dump(),
                                 query.visible->person});
    if (!query.within.empty())
        FAYI_TRY(addWithin(clause, columns, query.within, tree));
    for (const Condition& condition : query.where)
        FAYI_TRY(addCondition(clause, columns, condition));
    if (const std::string match = matchOf(query.text); !match.empty())
        clause.add("record.number IN (SELECT rowid FROM search WHERE search MATCH ?)", {match});
    for (const std::string& run : longRuns(query.text))
        clause.add("instr(record.fields,?)>0", {run});
    return clause;
}

}  // namespace

/// Rows of the `selected` columns, in the order of the query; bound and not yet stepped.
Result<sqlite::Statement> Store::page(const ListQuery& query, std::string selected(bool enrolled)) const {
    const bool enrolled = isEnrolled();
    const Columns columns(m_catalog->type(query.type), enrolled);
    FAYI_LET(clause, clauseOf(query, *m_catalog, orgTree(), columns));
    const bool descending = query.order.starts_with('-');
    FAYI_LET(key, columns.of(descending ? query.order.substr(1) : query.order));
    const std::string order = "ifnull(" + key + ",'')";
    const bool plain = key.starts_with("record.");
    const std::string& sortKey = plain ? key : order;
    if (query.after) {
        auto known = m_database->prepare(
            "SELECT number FROM record WHERE replica=(SELECT number FROM replica WHERE id=?) AND seq=?");
        if (!known.bind(asKey(query.after->created.replica)).bind(query.after->created.seq).step())
            return known.status().ok() ? Error{ErrorCode::NotFound,
                                               {"上一页的记录已不在：" + toText(*query.after),
                                                "the record to go on from is gone: " + toText(*query.after)}}
                                       : known.status().error();
        clause.add("(" + sortKey + ", record.number) " + (descending ? "<" : ">") + " (SELECT " + sortKey +
                       ", record.number FROM record WHERE number=?)",
                   {known.integer(0)});
    }
    const std::string direction = descending ? " DESC" : "";
    const std::string sql = "SELECT " + selected(enrolled) + " FROM record" + clause.sql + " ORDER BY " +
                            sortKey + direction + ", record.number" + direction + " LIMIT ?";
    // What is asked again and again is kept ready; what somebody made up of conditions is not.
    auto rows = query.where.empty() && query.within.empty() && plain
                    ? Result<sqlite::Statement>(m_database->prepare(sql))
                    : m_database->prepareOnce(sql);
    if (!rows)
        return rows.error();
    clause.bindTo(*rows);
    rows->bind(static_cast<std::int64_t>(query.limit));
    return rows;
}

Result<std::vector<StoredRecord>> Store::list(const ListQuery& query) const {
    FAYI_LET(rows, page(query, storedColumns));
    std::vector<StoredRecord> out;
    while (rows.step()) {
        FAYI_LET(record, storedFrom(rows, *m_catalog));
        out.push_back(std::move(record));
    }
    FAYI_TRY(rows.status());
    return out;
}

Result<std::vector<RecordLine>> Store::lines(const ListQuery& query) const {
    FAYI_LET(rows, page(query, lineColumns));
    std::vector<RecordLine> out;
    while (rows.step())
        out.push_back(lineFrom(rows));
    FAYI_TRY(rows.status());
    return out;
}

Result<std::uint64_t> Store::count(const ListQuery& query) const {
    const Columns columns(m_catalog->type(query.type), isEnrolled());
    FAYI_LET(clause, clauseOf(query, *m_catalog, orgTree(), columns));
    auto row = m_database->prepareOnce("SELECT count(*) FROM record" + clause.sql);
    if (!row)
        return row.error();
    clause.bindTo(*row);
    if (!row->step())
        return row->status().ok() ? Error{} : row->status().error();
    return row->number(0);
}

}  // namespace fayi::store
