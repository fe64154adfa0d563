// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/pin_controller.h"

#include "fayi/ui/words.h"
#include "follow_session.h"

namespace fayi::ui {

using station::PinTry;
using station::Seats;

namespace {
constexpr int kTickMs = 1000;  // the time that is left is told in seconds
}

PinController::PinController(QObject* parent) : QObject(parent) {
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (waitSeconds() == 0)
            m_tick.stop();
        emit changed();
    });
}

void PinController::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, &PinController::changed);
    });
    if (fresh)
        emit sessionChanged();
}

QString PinController::problem() const {
    if (!m_session)
        return {};
    if (m_tried.right())
        return toQt(m_problem, m_session->spoken());
    PinTry now = m_tried;
    now.wait = std::chrono::seconds(waitSeconds());
    const bool over = m_tried.wait > Millis(0) && now.wait == Millis(0);
    return over ? QString() : toQt(station::toldOf(now), m_session->spoken());
}

int PinController::waitSeconds() const {
    if (!m_session || m_waitUntil == Millis(0))
        return 0;
    const Millis left = m_waitUntil - m_session->clock().steady();
    return left > Millis(0) ? static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()) : 0;
}

void PinController::wait(Millis wait) {
    m_waitUntil = wait > Millis(0) ? m_session->clock().steady() + wait : Millis(0);
    if (wait > Millis(0))
        m_tick.start();
    else
        m_tick.stop();
}

void PinController::look(qlonglong person) {
    if (!m_session)
        return;
    m_problem = {};
    m_tried = {};
    const auto seats = Seats::open(fromQt(m_session->folder()), m_session->clock());
    const auto seat = seats.ok() ? (*seats)->seat(person) : Result<station::Seat>(seats.error());
    if (!seat.ok())
        m_problem = seat.error().message;
    else if (seat->wait > Millis(0))
        m_tried = {PinTry::Verdict::Wait, 0, seat->wait};
    wait(seat.ok() ? seat->wait : Millis(0));
    emit changed();
}

void PinController::enter(qlonglong person, const QString& pin) {
    ask([person, given = fromQt(pin)](Seats& seats) { return seats.tryPin(person, given); },
        [this, person] { m_session->sit(person); });
}

void PinController::change(const QString& old, const QString& pin, const QString& again) {
    if (pin != again) {
        m_tried = {};
        m_problem = {"两次输入的新 PIN 不一样，请重新输入", "the two new PINs differ; type them again"};
        emit changed();
        return;
    }
    const qlonglong person = m_session ? m_session->seat() : 0;
    ask([person, before = fromQt(old),
         given = fromQt(pin)](Seats& seats) { return seats.changePin(person, before, given); },
        [this] {
            m_session->renewSeats();
            emit m_session->identityChanged();
        });
}

void PinController::remove(const QString& old) {
    const qlonglong person = m_session ? m_session->seat() : 0;
    ask([person, before = fromQt(old)](Seats& seats) { return seats.removePin(person, before); },
        [this] {
            m_session->renewSeats();
            emit m_session->identityChanged();
        });
}

void PinController::ask(Work work, Then then) {
    if (!m_session || m_running)
        return;
    m_running = true;
    m_problem = {};
    m_tried = {};
    emit changed();
    const std::filesystem::path folder = fromQt(m_session->folder());
    const Clock& clock = m_session->clock();
    m_thread = std::jthread([this, folder, &clock, work = std::move(work), then = std::move(then)] {
        const auto answer = [&]() -> Result<PinTry> {
            FAYI_LET(seats, Seats::open(folder, clock));
            return work(*seats);
        }();
        QMetaObject::invokeMethod(
            this, [this, answer, then] { end(answer, then); }, Qt::QueuedConnection);
    });
}

void PinController::end(const Result<PinTry>& answer, const Then& then) {
    m_running = false;
    m_problem = answer.ok() ? Text{} : answer.error().message;
    m_tried = answer.ok() ? *answer : PinTry{};
    wait(m_tried.wait);
    const bool right = answer.ok() && answer->right();
    emit changed();
    if (!right)
        return;
    then();
    emit done();
}

}  // namespace fayi::ui
