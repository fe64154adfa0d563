// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "fayi/ui/record_form.h"
#include "fayi/ui/words.h"
#include "form_rows.h"
#include "form_writer.h"

/// How a form reaches the store.
namespace fayi::ui {

using schema::Json;

bool RecordForm::save() {
    auto* station = m_session ? m_session->station() : nullptr;
    if (!station || !m_type)
        return false;
    if (!m_unread.empty()) {
        refused({ErrorCode::Validation,
                 {"有内容看不懂，还没有保存；请先改正标红的地方",
                  "something cannot be understood and is not saved yet; mend what is marked"}});
        return false;
    }
    if (m_record && !differs() && !m_mending)
        return true;
    m_session->catchUp();
    keepNow(true);
    if (m_writer)
        m_writer->flush();
    auto answer = write();
    if (!answer.ok()) {
        refused(answer.error());
        return false;
    }
    forgetKept();
    m_problem = {};
    m_mending.reset();
    take(std::move(answer).value());
    m_session->wrote();
    emit saved(recordId());
    return true;
}

/// The store went on under new names: the form goes along, with all that is typed in it and with what its
/// person was shown of the record, no more and no less.
void RecordForm::follow() {
    for (const store::Renaming& renaming : m_session->renamings()) {
        if (m_record) {
            m_record->id.created = renaming(m_record->id.created);
            m_record->shown = renaming.context(m_record->shown);
        }
        m_loaded = renaming.value(m_loaded);
        m_fields = renaming.value(m_fields);
        const auto moved = [&](std::string path) {
            FormPath parts = partsOf(path);
            if (parts.item.empty())
                return path;
            return parts.field + "/" + renaming.name(parts.item) +
                   (parts.within.empty() ? std::string() : "/" + parts.within);
        };
        QHash<QString, QVariant> typed;
        for (auto one = m_typed.cbegin(); one != m_typed.cend(); ++one)
            typed[toQt(moved(fromQt(one.key())))] = one.value();
        m_typed = std::move(typed);
        for (schema::Problem& problem : m_unread)
            problem.field = moved(problem.field);
        QHash<QString, QString> pending;
        for (auto one = m_pending.cbegin(); one != m_pending.cend(); ++one)
            pending[toQt(moved(fromQt(one.key())))] = one.value();
        m_pending = std::move(pending);
        m_focus = toQt(moved(fromQt(m_focus)));
    }
    m_forks = m_session->forks();
    m_steps.clear();  // they speak in the old names
    m_stepPath.clear();
    if (!m_type)
        return;
    review();
    updateRows();
    emit loaded();
}

Result<station::Record> RecordForm::write() {
    station::Station& station = *m_session->station();
    if (m_mending) {
        FAYI_LET(mended, station.mend(*m_mending, patchOf(*m_type, m_loaded, m_fields)));
        return std::move(mended.record);
    }
    if (m_record)
        return station.edit(m_record->id, patchOf(*m_type, m_loaded, m_fields), m_record->shown);
    return station.create(m_type->name, patchOf(*m_type, Json::object(), m_fields));
}

bool RecordForm::submit() {
    m_tried = true;
    if (!save())
        return false;
    if (errors() > 0) {
        refused({ErrorCode::Validation,
                 {"已存为草稿；要提交，请先补全标红的地方",
                  "saved as a draft; to submit it, mend what is marked"}});
        return false;
    }
    m_session->catchUp();
    auto answer = m_session->station()->submit(m_record->id, m_record->shown);
    if (!answer.ok()) {
        refused(answer.error());
        return false;
    }
    m_problem = {};
    take(std::move(answer).value());
    keepNow();
    m_session->wrote();
    emit saved(recordId());
    return true;
}

void RecordForm::refused(const Error& error) {
    m_problem = error.message;
    if (error.code == ErrorCode::Validation) {
        for (schema::Problem problem : m_session->station()->refusedBecause()) {
            problem.field = localPath(problem.field);
            const bool told =
                std::any_of(m_problems.begin(), m_problems.end(), [&](const schema::Problem& p) {
                    return p.field == problem.field && p.message == problem.message;
                });
            if (!told)
                m_problems.push_back(std::move(problem));
        }
    }
    updateRows();
}

}  // namespace fayi::ui
