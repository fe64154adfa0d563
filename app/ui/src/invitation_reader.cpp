// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/invitation_reader.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

#include "fayi/ui/words.h"
#include "follow_session.h"

namespace fayi::ui {
namespace {

using station::Invitation;

/// The file that was copied in a file manager; empty: none.
QUrl fileIn(const QMimeData& held) {
    for (const QUrl& url : held.urls())
        if (url.isLocalFile())
            return url;
    return {};
}

Result<Invitation> inImage(const QImage& image) {
    QByteArray content;
    QBuffer buffer(&content);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "png"))
        return Error{ErrorCode::Io,
                     {"图片没有转换成功，请再试一次", "the picture was not converted; try again"}};
    return station::invitationOf({content.constData(), static_cast<std::size_t>(content.size())});
}

}  // namespace

InvitationReader::InvitationReader(QObject* parent) : QObject(parent) {
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &InvitationReader::canPasteChanged);
}

void InvitationReader::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, &InvitationReader::changed);
    });
    if (fresh)
        emit changed();
}

QString InvitationReader::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

bool InvitationReader::canPaste() const {
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    return held &&
           (held->hasImage() || !fileIn(*held).isEmpty() || station::mayHoldInvitation(fromQt(held->text())));
}

void InvitationReader::readFile(const QUrl& file) {
    const std::filesystem::path path = fromQt(file.toLocalFile());
    run([path] { return station::readInvitation(path); });
}

void InvitationReader::paste() {
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    if (!held)
        return;
    // A file manager offers a picture of the file beside it; the file is meant.
    if (const QUrl file = fileIn(*held); !file.isEmpty())
        readFile(file);
    else if (held->hasImage())
        run([image = qvariant_cast<QImage>(held->imageData())] { return inImage(image); });
    else
        run([text = fromQt(held->text())] { return station::invitationOf(text); });
}

bool InvitationReader::readText(const QString& text) {
    const std::string given = fromQt(text);
    if (!station::mayHoldInvitation(given))
        return false;
    end(station::invitationOf(given));
    return true;
}

void InvitationReader::run(Read read) {
    if (m_running)
        return;
    m_running = true;
    m_problem = {};
    emit changed();
    m_thread = std::jthread([this, read = std::move(read)] {
        const auto invitation = read();
        QMetaObject::invokeMethod(
            this, [this, invitation] { end(invitation); }, Qt::QueuedConnection);
    });
}

void InvitationReader::end(const Result<Invitation>& invitation) {
    m_running = false;
    m_problem = invitation.ok() ? Text{} : invitation.error().message;
    emit changed();
    if (invitation.ok())
        emit found(toQt(invitation->server), toQt(invitation->code));
}

}  // namespace fayi::ui
