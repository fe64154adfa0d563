// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/record_form.h"
#include "form_rows.h"
#include "form_writer.h"

/// Taking steps back.
namespace fayi::ui {

using schema::FieldKind;

namespace {

/// Written letter by letter: all that is written in it without leaving it is one step.
bool isWritten(const schema::Field* field) {
    if (!field)
        return false;
    switch (field->kind) {
        case FieldKind::Boolean:
        case FieldKind::Choice:
        case FieldKind::Tags:
        case FieldKind::Org:
        case FieldKind::Reference:
        case FieldKind::Items:
        case FieldKind::Attachments:
            return false;
        default:
            return true;
    }
}

}  // namespace

void RecordForm::took(Step before, const QString& path) {
    if (before.fields == m_fields && before.typed == m_typed)
        return;
    const bool goesOn = !path.isEmpty() && path == m_stepPath;
    m_stepPath = isWritten(fieldAt(path)) ? path : QString();
    if (goesOn)
        return;
    m_steps.push_back(std::move(before));
    if (m_steps.size() > kSteps)
        m_steps.pop_front();
}

void RecordForm::undo() {
    if (m_steps.empty())
        return;
    Step last = std::move(m_steps.back());
    m_steps.pop_back();
    m_stepPath.clear();
    m_fields = std::move(last.fields);
    m_typed = std::move(last.typed);
    m_unread = std::move(last.unread);
    m_problem = {};
    review();
    updateRows();
}

int RecordForm::rowOf(const QString& path) const {
    const std::string name = path.toStdString();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].kind == FormRow::Kind::Field && m_rows[i].path == name)
            return static_cast<int>(i);
    return -1;
}

}  // namespace fayi::ui
