// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

namespace fayi::ui {
namespace {

/// How often it is looked at: the lock comes at most so much late.
constexpr int kLookMs = 5000;

bool isHand(QEvent::Type type) {
    switch (type) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TabletPress:
        case QEvent::InputMethod:
            return true;
        default:
            return false;
    }
}

}  // namespace

IdleWatch::IdleWatch(QObject* parent) : QObject(parent) {
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::setSession(StationSession* session) {
    m_session = session;
    begin();
    emit changed();
}

void IdleWatch::setLimit(int milliseconds) {
    if (milliseconds == m_limit)
        return;
    m_limit = milliseconds;
    begin();
    emit changed();
}

void IdleWatch::begin() {
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
    if (!m_session || m_limit <= 0)
        return;
    m_last = m_session->clock().now();
    m_lastSteady = m_session->clock().steady();
    m_told = false;
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start(std::clamp(m_limit / 4, 1, kLookMs));
}

/// By the wall clock too: the other one stands still while the computer sleeps.
bool IdleWatch::isOver() const {
    const Millis limit(m_limit);
    return m_session->clock().steady() - m_lastSteady >= limit || m_session->clock().now() - m_last >= limit;
}

void IdleWatch::look() {
    if (m_told || !isOver())
        return;
    m_told = true;
    emit idle();
}

/// The first event after a sleep wakes the computer and does nothing else.
bool IdleWatch::eventFilter(QObject* receiver, QEvent* event) {
    if (!isHand(event->type()))
        return QObject::eventFilter(receiver, event);
    const bool late = !m_told && isOver();
    if (late)
        look();
    m_last = m_session->clock().now();
    m_lastSteady = m_session->clock().steady();
    m_told = false;
    return late || QObject::eventFilter(receiver, event);
}

}  // namespace fayi::ui
