// SPDX-License-Identifier: Apache-2.0
#include "record_rows.h"

#include "fayi/ui/words.h"
#include "register_names.h"

namespace fayi::ui {

QString wordOf(const StationSession& session, const std::string& sync, std::size_t conflicts) {
    if (conflicts > 0)
        return QStringLiteral("conflict");
    if (sync != "waiting")
        return toQt(sync);
    return session.practising() ? QStringLiteral("practice")
           : session.sending()  ? QStringLiteral("sending")
                                : QStringLiteral("waiting");
}

QVariantList recordRows(const StationSession& session, const std::vector<station::Record>& records) {
    QVariantList out;
    const station::Station& station = *session.station();
    const Language language = session.spoken();
    for (const station::Record& record : records) {
        const QString when = spokenDate(record.view.happenedOn, language);
        const QString where = toQt(station.orgTree().pathName(record.view.org, language));
        out << QVariantMap{
            {QStringLiteral("recordId"), toQt(toText(record.id))},
            {QStringLiteral("title"),
             recordTitle(station, record.view.type, record.view.fields, record.title, language)},
            {QStringLiteral("secondary"), when.isEmpty() ? where : when + QStringLiteral(" · ") + where},
            {QStringLiteral("word"), wordOf(session, record.sync, record.view.conflicts.size())},
            {QStringLiteral("standing"), standingOf(record.view)}};
    }
    return out;
}

}  // namespace fayi::ui
