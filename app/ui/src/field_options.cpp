// SPDX-License-Identifier: Apache-2.0
#include "field_options.h"

#include <algorithm>

#include "fayi/schema/describe.h"
#include "fayi/ui/finder.h"
#include "fayi/ui/words.h"
#include "register_names.h"

namespace fayi::ui {
namespace {

using schema::Field;
using schema::FieldKind;

bool isOfKind(const Field& field, const schema::OrgUnit& unit) {
    return field.orgKinds.empty() || std::ranges::find(field.orgKinds, unit.kind) != field.orgKinds.end();
}

QVariantList recordsFor(const StationSession& session, const Field& field, const QString& words) {
    QVariantList out;
    station::ListQuery query;
    query.type = field.referenceType;
    query.text = fromQt(words.trimmed());
    query.limit = kMostOptions;
    if (const auto rows = session.station()->list(query); rows.ok())
        for (const station::RecordRow& row : *rows)
            out << option(toQt(toText(row.id)), recordTitle(*session.station(), row.type, row.fields.read(),
                                                            row.title, session.spoken()));
    return out;
}

}  // namespace

QVariantMap option(const QString& code, const QString& label) {
    return {{QStringLiteral("code"), code}, {QStringLiteral("label"), label}};
}

QVariantList optionsOf(const StationSession& session, const Field& field, const QString& words) {
    if (field.kind == FieldKind::Reference)
        return recordsFor(session, field, words);
    QVariantList out;
    const auto offer = [&](const std::string& code, const QString& label) {
        if (out.size() < static_cast<qsizetype>(kMostOptions) && isFound(label, words))
            out << option(toQt(code), label);
    };
    const schema::OrgTree& tree = session.station()->orgTree();
    if (field.kind == FieldKind::Org) {
        for (const schema::OrgUnit* unit : tree.units())
            if (unit->inForce(session.today()) && isOfKind(field, *unit))
                offer(unit->code, toQt(tree.pathName(unit->code, session.spoken())));
    } else {
        for (const schema::Choice& choice : field.choices)
            if (choice.inForce(session.today()))
                offer(choice.code, toQt(choice.labels, session.spoken()));
    }
    return out;
}

QVariantList ownUnits(const StationSession& session, const QString& words) {
    QVariantList out;
    const schema::OrgTree& tree = session.station()->orgTree();
    const std::vector<std::string>& scope = session.station()->person().scope;
    const auto isOwn = [&](const schema::OrgUnit& unit) {
        return scope.empty() || std::ranges::any_of(scope, [&](const std::string& root) {
                   return tree.isWithin(unit.code, root);
               });
    };
    for (const schema::OrgUnit* unit : tree.units()) {
        const QString label = toQt(tree.pathName(unit->code, session.spoken()));
        if (out.size() < static_cast<qsizetype>(kMostOptions) && unit->inForce(session.today()) &&
            isOwn(*unit) && isFound(label, words))
            out << option(toQt(unit->code), label);
    }
    return out;
}

QString labelOf(const StationSession& session, const Field& field, const schema::Json& value) {
    const station::Station* station = session.station();
    if (!value.is_string() || !station)
        return {};
    const auto& code = value.get_ref<const std::string&>();
    if (field.kind == FieldKind::Org)
        return toQt(station->orgTree().pathName(code, session.spoken()));
    if (field.kind == FieldKind::Reference) {
        const auto id = parseRecordId(code);
        const auto record = id ? station->get(*id) : Result<station::Record>(Error{});
        return record.ok() ? recordTitle(*station, record->view.type, record->view.fields, record->title,
                                         session.spoken())
                           : toQt(code);
    }
    return toQt(schema::displayText(field, value, session.spoken()));
}

}  // namespace fayi::ui
