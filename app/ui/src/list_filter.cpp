// SPDX-License-Identifier: Apache-2.0
#include "list_filter.h"

#include <QStringList>
#include <algorithm>

#include "fayi/station/types.h"
#include "fayi/ui/words.h"

namespace fayi::ui {
namespace {

/// More would make the choice of a filter longer than the list it leaves.
constexpr std::size_t kFindingFields = 6;

/// What a row word asks for.
QString askedBy(const QString& word) {
    if (word == QLatin1String("conflict"))
        return QStringLiteral("conflicts=true");
    if (word == QLatin1String("changed") || word == QLatin1String("restricted"))
        return word + QStringLiteral("=true");
    // Void a record may be wherever it is: waiting here or with the district.
    return (word == QLatin1String("void") ? QStringLiteral("state=") : QStringLiteral("sync=")) + word;
}

bool isListed(const schema::Field& field) {
    const bool codes = field.kind == schema::FieldKind::Choice || field.kind == schema::FieldKind::Tags;
    return codes && !field.choices.empty() && field.privacy < schema::Privacy::Personal;
}

}  // namespace

QString ListFilter::conditions() const {
    QStringList out;
    if (bin)
        out << QStringLiteral("deleted=true");
    if (!word.isEmpty())
        out << askedBy(word);
    if (!from.isEmpty())
        out << QStringLiteral("happened_on>=") + from;
    if (!to.isEmpty())
        out << QStringLiteral("happened_on<=") + to;
    if (!unit.isEmpty())
        out << QStringLiteral("within=") + unit;
    for (auto choice = choices.begin(); choice != choices.end(); ++choice)
        out << toQt(station::kFieldPrefix) + choice.key() + QLatin1Char('=') + choice.value();
    return out.join(QLatin1Char(','));
}

int ListFilter::narrowed() const {
    const int period = from.isEmpty() && to.isEmpty() ? 0 : 1;
    return period + (unit.isEmpty() ? 0 : 1) + static_cast<int>(choices.size());
}

std::vector<const schema::Field*> findingFields(const schema::RecordType& type) {
    std::vector<const schema::Field*> out;
    const auto offer = [&](const schema::Field* field) {
        if (field && isListed(*field) && out.size() < kFindingFields &&
            std::find(out.begin(), out.end(), field) == out.end())
            out.push_back(field);
    };
    for (const std::string& column : type.listColumns)
        offer(type.find(column));
    for (const schema::Field& field : type.fields)
        if (field.kind == schema::FieldKind::Tags)
            offer(&field);
    return out;
}

}  // namespace fayi::ui
