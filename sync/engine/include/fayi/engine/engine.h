// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <variant>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"
#include "fayi/protocol/trouble.h"

namespace fayi::engine {

/// The times that rule the schedule, each with its reason.
struct Schedule {
    Millis afterSave =
        std::chrono::seconds(2);            ///< a person who saves often is not followed by a request a save
    Millis idle = std::chrono::minutes(5);  ///< news reach a quiet office within a cup of tea
    Millis firstRetry = std::chrono::seconds(5);  ///< a hotspot that blinked
    Millis longestRetry =
        std::chrono::minutes(15);  ///< a district server that is down all day is asked 4 times an hour
};

// Events
// --------------------------------------------------------------------------------------------------------------

struct Pressed {};  ///< a person asks for a sync: always tried at once
struct Saved {};    ///< something was written
struct LinkUp {};   ///< the machine found a network
struct Ticked {};   ///< the time of the last Wait has come
/// What may be spent on what nobody asked for; told before every other event.
struct Allowance {
    bool metered = false;  ///< paid by the byte: only a person's press carries more than records
    bool spent = false;    ///< the bytes of this day are used up: only a person's press starts an exchange
};
/// The exchange that was commanded has ended.
struct Exchanged {
    protocol::Trouble trouble = protocol::Trouble::None;
    bool more = false;            ///< there is more to send or to fetch
    Millis retryAfter{0};         ///< the hub's own wish
    bool recordsThrough = false;  ///< the trouble is one of attachments: all records had gone and come
};
using Event = std::variant<Pressed, Saved, LinkUp, Ticked, Allowance, Exchanged>;

// Commands
// ------------------------------------------------------------------------------------------------------------

/// Run one exchange now and answer with Exchanged.
struct Exchange {
    bool recordsOnly = false;  ///< attachments wait: the link is metered, or they failed a short time ago
};
struct Wait {
    std::optional<Millis> until;  ///< on the steady clock; nothing: until an event comes
};
using Command = std::variant<Exchange, Wait>;

/// Decides when a station talks to its hub. A machine without I/O: the same events give the same commands,
/// but for the jitter, which comes from the Random handed in.
///
/// At most one exchange is under way; what happens meanwhile is remembered and looked at when it ends. After
/// a trouble that waiting heals the next try is at most `longestRetry` away, doubled each time, with half of
/// it left to chance, so that a district's stations do not return together (full-jitter back-off). Where only
/// attachments were in trouble, only they back off: what is saved meanwhile goes as ever. A press is tried at
/// once whatever the trouble and whatever is spent; one that comes during an exchange, as soon as that has
/// ended.
class Engine {
public:
    Engine(const Schedule& schedule, Random& random) : m_schedule(schedule), m_random(random) {}

    /// `now` on the steady clock; never goes back.
    Command on(const Event& event, Millis now);

    bool exchanging() const { return m_exchanging; }
    /// The trouble of the last exchange; None after a good one.
    protocol::Trouble trouble() const { return m_trouble; }

private:
    Command start(bool pressed, Millis now);
    Command hold(Millis now);
    bool mayGoOn() const { return m_pressed || !m_allowance.spent; }
    Command ended(const Exchanged& result, Millis now);
    Command endedWell(const Exchanged& result, Millis now);
    Command rest() const;
    void wakeBy(Millis time);
    Millis backOff();

    Schedule m_schedule;
    Random& m_random;
    bool m_exchanging = false;
    Allowance m_allowance;
    bool m_pressed = false;       ///< a person asked for the exchange that runs
    bool m_again = false;         ///< a press or a link-up came during an exchange
    bool m_pressedAgain = false;  ///< it was a press
    bool m_dirty = false;         ///< a save came during an exchange
    int m_failures = 0;
    protocol::Trouble m_trouble = protocol::Trouble::None;
    std::optional<Millis> m_wake;
    std::optional<Millis> m_attachmentsAt;  ///< not before this, unless a person asks
    bool m_heldBack = false;                ///< the exchange that runs leaves them out for that
};

}  // namespace fayi::engine
