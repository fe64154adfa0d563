// SPDX-License-Identifier: Apache-2.0
#include "fayi/engine/engine.h"

#include <algorithm>

namespace fayi::engine {

using protocol::Healing;
using protocol::Trouble;

Command Engine::on(const Event& event, Millis now) {
    if (const auto* allowance = std::get_if<Allowance>(&event)) {
        m_allowance = *allowance;
        return rest();
    }
    if (const auto* result = std::get_if<Exchanged>(&event))
        return ended(*result, now);
    const bool pressed = std::holds_alternative<Pressed>(event);
    const bool urgent = pressed || std::holds_alternative<LinkUp>(event);
    if (m_exchanging) {
        m_again |= urgent;
        m_pressedAgain |= pressed;
        m_dirty |= std::holds_alternative<Saved>(event);
        return rest();
    }
    const bool due = std::holds_alternative<Ticked>(event) && m_wake && now >= *m_wake;
    if (urgent)
        m_attachmentsAt.reset();
    if (pressed || ((urgent || due) && !m_allowance.spent))
        return start(pressed, now);
    if (urgent || due)
        return hold(now);
    const bool recordsPass = m_trouble == Trouble::None || m_attachmentsAt;
    if (std::holds_alternative<Saved>(event) && recordsPass && !m_allowance.spent)
        wakeBy(now + m_schedule.afterSave);
    return rest();
}

Command Engine::start(bool pressed, Millis now) {
    m_exchanging = true;
    m_pressed = pressed;
    m_again = m_pressedAgain = m_dirty = false;
    m_wake.reset();
    m_heldBack = !pressed && m_attachmentsAt && now < *m_attachmentsAt;
    return Exchange{(m_allowance.metered && !pressed) || m_heldBack};
}

/// Nothing left for today: looks again later, perhaps it is tomorrow.
Command Engine::hold(Millis now) {
    m_wake = now + m_schedule.idle;
    return rest();
}

Command Engine::ended(const Exchanged& result, Millis now) {
    m_exchanging = false;
    m_trouble = result.trouble;
    if (result.trouble == Trouble::None)
        return endedWell(result, now);
    m_wake.reset();
    m_attachmentsAt.reset();
    if (m_again && mayGoOn() && protocol::healingOf(result.trouble) != Healing::Never)
        return start(m_pressedAgain, now);
    if (protocol::healingOf(result.trouble) != Healing::ByWaiting)
        return rest();
    m_wake = now + std::max(backOff(), result.retryAfter);
    if (result.recordsThrough) {
        m_attachmentsAt = m_wake;
        if (m_dirty && !m_allowance.spent)
            wakeBy(now + m_schedule.afterSave);
    }
    return rest();
}

Command Engine::endedWell(const Exchanged& result, Millis now) {
    if (!m_heldBack) {
        m_failures = 0;
        m_attachmentsAt.reset();
    }
    if (m_pressedAgain || ((result.more || m_again) && mayGoOn()))
        return start(m_pressed || m_pressedAgain, now);
    m_wake = now + (m_dirty && !m_allowance.spent ? m_schedule.afterSave : m_schedule.idle);
    if (m_attachmentsAt)
        wakeBy(*m_attachmentsAt);
    return rest();
}

Command Engine::rest() const {
    return Wait{m_exchanging ? std::nullopt : m_wake};
}

void Engine::wakeBy(Millis time) {
    m_wake = m_wake ? std::min(*m_wake, time) : time;
}

Millis Engine::backOff() {
    constexpr int kMostDoublings = 16;
    const Millis whole = std::min(m_schedule.firstRetry * (1 << std::min(m_failures, kMostDoublings)),
                                  m_schedule.longestRetry);
    ++m_failures;
    return whole / 2 + Millis(static_cast<std::int64_t>(m_random.u64() %
                                                        static_cast<std::uint64_t>(whole.count() / 2 + 1)));
}

}  // namespace fayi::engine
