// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/review_look.h"

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "form_rows.h"
#include "register_names.h"

namespace fayi::ui {

using schema::Action;
using station::ChangedField;
using station::Review;

namespace {

/// A remark stands at a line of the form: the set, not its member.
QString pinFieldOf(const std::string& path) {
    return toQt(path.substr(0, path.find(':')));
}

}  // namespace

void ReviewLook::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::renamed, this, &ReviewLook::follow);
        connect(m_session, &StationSession::recordsChanged, this, &ReviewLook::notice);
        connect(m_session, &StationSession::languageChanged, this, &ReviewLook::changed);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void ReviewLook::setRecordId(const QString& id) {
    if (id == m_id)
        return;
    m_id = id;
    m_pins.clear();
    m_uncovered = false;
    m_seenAll = true;
    emit recordIdChanged();
    emit pinsChanged();
    load();
}

void ReviewLook::setUncovered(bool uncovered) {
    if (uncovered == m_uncovered)
        return;
    m_uncovered = uncovered;
    emit changed();
}

/// What was read speaks in old names: it is read again.
void ReviewLook::follow() {
    m_id = m_session->nowCalled(m_id);
    emit recordIdChanged();
    load();
}

void ReviewLook::load() {
    m_look.reset();
    m_meanwhile.clear();
    m_moved = false;
    m_problem.clear();
    const auto id = parseRecordId(fromQt(m_id));
    if (id && m_session && m_session->station()) {
        auto look = Review(*m_session->station()).look(*id);
        if (look.ok())
            m_look = std::move(look).value();
        else
            m_problem = toQt(look.error().message, m_session->spoken());
    }
    emit changed();
}

/// Records changed somewhere: is this one otherwise than it was opened?
void ReviewLook::notice() {
    if (!m_look || !m_session->station()) {
        load();
        return;
    }
    const station::Record& seen = m_look->record;
    const auto now = m_session->station()->get(seen.id);
    auto since = Review(*m_session->station()).since(seen.id, seen.shown);
    if (!now.ok() || !since.ok()) {
        load();
        return;
    }
    m_meanwhile = std::move(since).value();
    m_moved =
        !m_meanwhile.empty() || now->view.state != seen.view.state || now->view.deleted != seen.view.deleted;
    emit changed();
}

void ReviewLook::lookAgain() {
    load();
}

QString ReviewLook::why() const {
    if (!m_look || !m_look->last)
        return QStringLiteral("new");
    return m_look->last->verified ? QStringLiteral("changed") : QStringLiteral("again");
}

QString ReviewLook::before() const {
    if (!m_look || !m_look->last)
        return {};
    const station::EarlierLook& last = *m_look->last;
    const QString when = spokenTime(last.at.wall(), m_session->clock().now(), m_session->spoken());
    return (last.verified ? tr("Verified by %1 · %2") : tr("Returned by %1 · %2")).arg(toQt(last.by), when);
}

QString ReviewLook::labelOf(const std::string& path) const {
    if (path.empty())
        return {};
    const station::Station& station = *m_session->station();
    return registerName(station, station.catalog().type(m_look->record.view.type), path,
                        m_look->record.view.fields, m_session->spoken());
}

QVariantList ReviewLook::told(const std::vector<ChangedField>& changes) const {
    QVariantList out;
    if (!m_look || !m_session->station())
        return out;
    const station::Station& station = *m_session->station();
    const schema::RecordType* type = station.catalog().type(m_look->record.view.type);
    const Language language = m_session->spoken();
    for (const ChangedField& one : changes) {
        const bool isMember = one.path.find(':') != std::string::npos;
        const QString before = one.beforeKnown
                                   ? registerText(station, type, one.path, one.before, language, !m_uncovered)
                                   : tr("not kept here; the history of the record can fetch it");
        const QString when = spokenTime(one.at.wall(), m_session->clock().now(), language);
        out << QVariantMap{
            {QStringLiteral("path"), toQt(one.path)},
            {QStringLiteral("field"), pinFieldOf(one.path)},
            {QStringLiteral("label"), labelOf(one.path)},
            {QStringLiteral("before"), isMember ? QString() : before},
            {QStringLiteral("now"), registerText(station, type, one.path, one.now, language, !m_uncovered)},
            {QStringLiteral("by"), toQt(one.by) + QStringLiteral(" · ") + when}};
    }
    return out;
}

QVariantList ReviewLook::changes() const {
    return m_look ? told(m_look->changes) : QVariantList();
}

QVariantList ReviewLook::meanwhile() const {
    return told(m_meanwhile);
}

QVariantList ReviewLook::remarks() const {
    QVariantList out;
    if (!m_look || !m_session->station())
        return out;
    for (const records::Remark& remark : m_look->remarks)
        out << QVariantMap{{QStringLiteral("label"), labelOf(remark.field)},
                           {QStringLiteral("text"), toQt(remark.text)},
                           {QStringLiteral("by"), toQt(m_session->station()->author(remark.dot))}};
    return out;
}

QVariantList ReviewLook::pins() const {
    QVariantList out;
    if (m_look && m_session->station())
        for (auto pin = m_pins.cbegin(); pin != m_pins.cend(); ++pin)
            out << QVariantMap{{QStringLiteral("field"), pin.key()},
                               {QStringLiteral("label"), labelOf(fromQt(pin.key()))},
                               {QStringLiteral("text"), pin.value()}};
    return out;
}

void ReviewLook::pin(const QString& field, const QString& text) {
    if (text.trimmed().isEmpty() ? m_pins.remove(field) == 0 : m_pins.value(field) == text)
        return;
    if (!text.trimmed().isEmpty())
        m_pins[field] = text;
    emit pinsChanged();
}

bool ReviewLook::may(Action action) const {
    if (!m_look || !m_session->station())
        return false;
    const records::View& view = m_look->record.view;
    return !view.deleted && !view.voided && view.state == "submitted" &&
           m_session->station()->may(action, view.type);
}

bool ReviewLook::mayVerify() const {
    return may(Action::Verify);
}

bool ReviewLook::mayReturn() const {
    return may(Action::Return);
}

QString ReviewLook::problem() const {
    return m_problem;
}

bool ReviewLook::done(const Result<station::Record>& answer) {
    m_problem.clear();
    if (answer.ok()) {
        m_pins.clear();
        emit pinsChanged();
        m_session->wrote();
        return true;
    }
    QStringList told{toQt(answer.error().message, m_session->spoken())};
    const auto& reasons = m_session->station()->refusedBecause();
    if (reasons.size() > 1)
        for (const schema::Problem& reason : reasons)
            told << toQt(reason.message, m_session->spoken());
    m_problem = told.join(QLatin1Char('\n'));
    emit changed();
    return false;
}

bool ReviewLook::verify() {
    if (!m_look || m_moved || !mayVerify())
        return false;
    const auto answer = m_session->station()->verify(m_look->record.id, m_look->record.shown);
    m_seenAll = !answer.ok() || !answer->view.changedSinceVerified;
    return done(answer);
}

bool ReviewLook::giveBack(const QString& remark) {
    if (!m_look || m_moved || !mayReturn())
        return false;
    std::vector<station::Pin> remarks;
    if (!remark.trimmed().isEmpty())
        remarks.push_back({{}, fromQt(remark.trimmed())});
    for (auto pin = m_pins.cbegin(); pin != m_pins.cend(); ++pin)
        remarks.push_back({fromQt(pin.key()), fromQt(pin.value().trimmed())});
    return done(m_session->station()->giveBack(m_look->record.id, remarks, m_look->record.shown));
}

}  // namespace fayi::ui
