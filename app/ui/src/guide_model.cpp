// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/guide_model.h"

#include <QFile>
#include <QRegularExpression>
#include <algorithm>

#include "follow_session.h"

namespace fayi::ui {
namespace {

/// Files of ours, of a few pages; what is longer was not written by us.
constexpr qint64 kMostBytes = 1 << 20;

QString guideOf(const std::string& role) {
    if (role == "clerk" || role == "head")
        return QStringLiteral("township");
    return role.empty() || role == "advisor" ? QStringLiteral("advisor") : QStringLiteral("district");
}

}  // namespace

void GuideModel::setSession(StationSession* session) {
    if (!followSession(this, m_session, session, [this] {
            connect(m_session, &StationSession::languageChanged, this, &GuideModel::load);
            connect(m_session, &StationSession::identityChanged, this, &GuideModel::load);
            connect(m_session, &QObject::destroyed, this, [this] { m_session = nullptr; });
        }))
        return;
    load();
    emit sessionChanged();
}

QString GuideModel::guide() const {
    if (!m_chosen.isEmpty())
        return m_chosen;
    return guideOf(m_session && m_session->station() ? m_session->station()->status().role : "");
}

void GuideModel::setGuide(const QString& guide) {
    if (guide == m_chosen)
        return;
    m_chosen = guide;
    load();
}

void GuideModel::load() {
    const QString language = m_session ? m_session->language() : QStringLiteral("zh");
    std::vector<Chapter> chapters;
    for (const QString& part : {guide(), QStringLiteral("screens")})
        append(chapters, QStringLiteral(":/guide/%1.%2.md").arg(part, language));
    beginResetModel();
    m_chapters = std::move(chapters);
    endResetModel();
    emit guideChanged();
}

/// A chapter begins with a comment that names it and a heading; what stands before the first is for readers
/// of the file.
void GuideModel::append(std::vector<Chapter>& chapters, const QString& file) {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        qWarning("the guide lacks %s", qPrintable(file));
        return;
    }
    static const QRegularExpression kBeginning(
        QStringLiteral("^<!-- chapter: ([a-z-]+) -->\\n## ([^\\n]+)\\n"),
        QRegularExpression::MultilineOption);
    const QString text = QString::fromUtf8(source.read(kMostBytes));
    qsizetype textBegins = -1;
    for (auto match = kBeginning.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        if (textBegins >= 0)
            chapters.back().text = text.mid(textBegins, one.capturedStart() - textBegins).trimmed();
        chapters.push_back({one.captured(1), one.captured(2), {}});
        textBegins = one.capturedEnd();
    }
    if (textBegins >= 0)
        chapters.back().text = text.mid(textBegins).trimmed();
}

int GuideModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant GuideModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const Chapter& chapter = m_chapters[static_cast<std::size_t>(index.row())];
    switch (role) {
        case ChapterRole:
            return chapter.name;
        case TitleRole:
            return chapter.title;
        case TextRole:
            return chapter.text;
        default:
            return {};
    }
}

QHash<int, QByteArray> GuideModel::roleNames() const {
    return {{ChapterRole, "chapter"}, {TitleRole, "title"}, {TextRole, "text"}};
}

int GuideModel::rowOf(const QString& chapter) const {
    const auto it = std::find_if(m_chapters.begin(), m_chapters.end(),
                                 [&](const Chapter& one) { return one.name == chapter; });
    return it == m_chapters.end() ? 0 : static_cast<int>(it - m_chapters.begin());
}

}  // namespace fayi::ui
