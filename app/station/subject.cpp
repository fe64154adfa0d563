// SPDX-License-Identifier: Apache-2.0
// What the store holds of one person, and what it has held long enough.
#include "fayi/schema/retention.h"
#include "loaded.h"

namespace fayi::station {
namespace {

constexpr std::size_t kPageRows = 250;

std::string withoutSpaces(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (!std::isspace(static_cast<unsigned char>(c)))
            out += c;
    return out;
}

/// Looks for one person in the texts of records.
class Finder {
public:
    explicit Finder(const Subject& subject) {
        for (const std::string* each : {&subject.name, &subject.idNumber, &subject.phone})
            if (std::string wanted = withoutSpaces(*each); !wanted.empty())
                m_wanted.push_back(std::move(wanted));
    }

    bool hasAim() const { return !m_wanted.empty(); }

    /// The fields that name the person; empty unless everything that is wanted is there.
    std::vector<std::string> in(const schema::RecordType& type, const Json& fields) const {
        std::vector<std::string> paths;
        std::set<std::string> met;
        look(type.fields, fields, "", paths, met);
        return met.size() == m_wanted.size() ? paths : std::vector<std::string>();
    }

private:
    void look(const std::vector<schema::Field>& fields, const Json& scope, const std::string& prefix,
              std::vector<std::string>& paths, std::set<std::string>& met) const {
        for (const schema::Field& field : fields) {
            const auto value = scope.find(field.name);
            if (value == scope.end())
                continue;
            if (field.kind == schema::FieldKind::Items) {
                for (const Json& item : *value)
                    look(field.fields, item, field.name + "/" + item.value(schema::kItemKey, "") + "/", paths,
                         met);
            } else if (field.isText() && value->is_string()) {
                const std::string text = withoutSpaces(value->get<std::string>());
                bool found = false;
                for (const std::string& wanted : m_wanted)
                    if (text.find(wanted) != std::string::npos) {
                        met.insert(wanted);
                        found = true;
                    }
                if (found)
                    paths.push_back(prefix + field.name);
            }
        }
    }

    std::vector<std::string> m_wanted;
};

}  // namespace

Result<SubjectRecords> Station::subject(const Subject& subject) const {
    const Finder finder(subject);
    if (!finder.hasAim())
        return Error{ErrorCode::Usage,
                     {"请写明姓名、身份证号或电话", "give a name, an identity number or a phone number"}};
    SubjectRecords out;
    for (const schema::RecordType* type : catalog().types()) {
        ListQuery query;
        query.type = type->name;
        query.order = "happened_on";
        query.limit = kPageRows;
        for (bool further = !type->reference; further;) {
            FAYI_LET(page, records(query));
            further = page.size() == kPageRows;
            if (further)
                query.after = page.back().id;
            for (Record& record : page) {
                std::vector<std::string> paths = finder.in(*type, record.view.fields);
                if (paths.empty())
                    continue;
                if (out.records.size() == kMostOfSubject) {
                    out.more = true;
                    return out;
                }
                std::string until = schema::keptUntil(*type, record.view.fields);
                out.records.push_back({std::move(record), std::move(paths), std::move(until)});
            }
        }
    }
    return out;
}

Result<std::vector<Expired>> Station::expired(const std::string& on) const {
    const std::string day = on.empty() ? today() : on;
    if (!daysOf(day))
        return Error{
            ErrorCode::Usage,
            {"日期应如 2026-01-01：" + prefixOf(day, 40), "a date such as 2026-01-01: " + prefixOf(day, 40)}};
    std::vector<Expired> out;
    for (const schema::RecordType* type : catalog().types()) {
        if (type->reference || (type->retention.years == 0 && type->retention.field.empty()))
            continue;
        ListQuery query;
        query.type = type->name;
        query.order = "happened_on";
        query.limit = kPageRows;
        query.where = {{"happened_on", store::Condition::Op::Less, day}};
        for (bool further = true; further && out.size() < kMostExpired;) {
            FAYI_LET(page, records(query));
            further = page.size() == kPageRows;
            if (further)
                query.after = page.back().id;
            for (Record& record : page) {
                std::string until = schema::keptUntil(*type, record.view.fields);
                if (!until.empty() && until < day && out.size() < kMostExpired)
                    out.push_back({std::move(record), std::move(until)});
            }
        }
    }
    std::ranges::stable_sort(out, {}, &Expired::keptUntil);
    return out;
}

}  // namespace fayi::station
