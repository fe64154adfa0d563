// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/enrol_controller.h"

#include "fayi/ui/words.h"

namespace fayi::ui {
namespace {

using station::Station;

struct Request {
    std::filesystem::path folder;
    std::string server, code, certificate, name;
};

Status join(const Request& request, const Clock& clock, Random& random) {
    auto opened = Station::open(request.folder, clock, random);
    if (!opened.ok() && opened.error().code == ErrorCode::NotFound)
        opened = Station::init(request.folder, request.name, clock, random);
    FAYI_LET(station, std::move(opened));
    FAYI_TRY(station->enrol(request.server, request.code, request.certificate));
    return {};
}

/// People leave out the scheme; a hub in a district is reached by https unless it says otherwise.
QString withScheme(const QString& server) {
    const QString address = server.trimmed();
    return address.contains(QStringLiteral("://")) ? address : QStringLiteral("https://") + address;
}

}  // namespace

void EnrolController::setSession(StationSession* session) {
    if (session == m_session)
        return;
    m_session = session;
    if (m_session)
        connect(m_session, &StationSession::languageChanged, this, &EnrolController::changed);
    emit sessionChanged();
}

QString EnrolController::problem() const {
    return m_session ? plainWords(toQt(m_problem, m_session->spoken())) : QString();
}

bool EnrolController::enrol(const QString& server, const QString& code, const QString& certificate,
                            const QString& name) {
    if (!m_session || m_running)
        return false;
    if (server.trimmed().isEmpty() || code.trimmed().isEmpty()) {
        m_problem = {"请填写服务器地址和注册码", "please enter the server address and the code"};
        emit changed();
        return false;
    }
    m_running = true;
    m_problem = {};
    emit changed();
    const Request request{fromQt(m_session->folder()), fromQt(withScheme(server)), fromQt(code.trimmed()),
                          fromQt(certificate.trimmed()), fromQt(name.trimmed())};
    const Clock& clock = m_session->clock();
    Random& random = m_session->random();
    m_thread = std::jthread([this, request, &clock, &random] {
        const Status status = join(request, clock, random);
        QMetaObject::invokeMethod(
            this, [this, status] { end(status); }, Qt::QueuedConnection);
    });
    return true;
}

void EnrolController::end(const Status& status) {
    m_running = false;
    m_problem = status.ok() ? Text{} : status.error().message;
    if (status.ok() && m_session)
        m_session->reopen();
    emit changed();
    if (status.ok())
        emit enrolled();
}

}  // namespace fayi::ui
