// SPDX-License-Identifier: Apache-2.0
#include "sample_of.h"

#include "fayi/records/view.h"

namespace fayi::hub {
namespace {

using schema::Field;
using schema::FieldKind;

/// Room for every type that is built in; what goes beyond is of types that a district added.
constexpr std::size_t kMostBytes = 256u << 10;

Json plainValue(const Field& field) {
    switch (field.kind) {
        case FieldKind::Integer:
        case FieldKind::Money:
        case FieldKind::Duration:
            return 1;
        case FieldKind::Boolean:
            return true;
        case FieldKind::Date:
            return "2026-01-01";
        case FieldKind::Time:
            return "09:00";
        default:
            return "";
    }
}

void write(std::vector<merge::Write>& out, std::string path, Json value) {
    out.push_back({std::move(path), std::move(value), {}, {}});
}

void writeField(std::vector<merge::Write>& out, const Field& field, const std::string& path) {
    if (field.kind == FieldKind::Items) {
        write(out, path + "/~1", 1024);
        for (const Field& inner : field.fields)
            writeField(out, inner, path + "/~1/" + inner.name);
    } else if (field.kind == FieldKind::Tags) {
        for (const schema::Choice& choice : field.choices)
            write(out, path + ":" + choice.code, true);
    } else if (field.kind == FieldKind::Choice) {
        for (const schema::Choice& choice : field.choices)
            write(out, path, choice.code);
    } else {
        write(out, path, plainValue(field));
    }
}

}  // namespace

Bytes sampleOf(const schema::Catalog& catalog, const std::string& district) {
    Bytes out;
    for (const schema::RecordType* type : catalog.types()) {
        protocol::Change change;
        change.dot = {ReplicaId{1}, 2};
        change.record = {change.dot};
        change.type = type->name;
        for (const Field& field : type->fields)
            writeField(change.writes, field, field.name);
        write(change.writes, std::string(merge::kOrg), district);
        for (const std::string_view state :
             {records::kDraft, records::kSubmitted, records::kVerified, records::kReturned})
            write(change.writes, std::string(merge::kState), std::string(state));
        out += protocol::encodeChange(change);
    }
    return out.substr(0, kMostBytes);
}

}  // namespace fayi::hub
