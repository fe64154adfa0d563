// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include "fayi/base/limits.h"
#include "fayi/protocol/messages.h"

namespace fayi::runtime {
namespace {

using protocol::Trouble;

constexpr std::size_t kFirstBytes = 16u << 10;  ///< fifty records fit, and 64 kbit/s carry them in 2 s
constexpr std::size_t kLeastBytes = 2u << 10;   ///< less is mostly headers
/// A request should pass in so long; three round trips of a bad link.
constexpr std::uint64_t kSeconds = 3;
/// The part of an unbroken stretch that one request may be: half of it is lost with a break, on average.
constexpr std::uint64_t kOfKnownStretch = 8, kOfFirstStretch = 6;
/// Exchanges of less say nothing of a rate.
constexpr std::uint64_t kSampleBytes = 4u << 10;
constexpr std::uint64_t kSlowRate = 32u << 10;  ///< bytes a second
constexpr int kSlowLevel = 19;

}  // namespace

std::size_t Link::requestBytes() const {
    std::uint64_t out = std::max<std::uint64_t>(kFirstBytes, m_memory.carried / kOfFirstStretch);
    if (m_memory.before > 0)
        out = std::max<std::uint64_t>(kLeastBytes,
                                      std::max(m_memory.before, m_memory.carried) / kOfKnownStretch);
    if (m_memory.rate > 0)
        out = std::min(out, std::max<std::uint64_t>(2 * kLeastBytes, m_memory.rate * kSeconds));
    return static_cast<std::size_t>(std::min<std::uint64_t>(out, limits::kBodyBytes / 2));
}

bool Link::slow() const {
    return m_memory.rate > 0 && m_memory.rate < kSlowRate;
}

int Link::level() const {
    return slow() ? kSlowLevel : protocol::kZstdLevel;
}

void Link::note(const transport::Reply& reply) {
    const std::uint64_t bytes = reply.traffic.bytesUp + reply.traffic.bytesDown;
    const bool broke = reply.trouble == Trouble::CutShort || reply.trouble == Trouble::Timeout;
    if (broke) {
        m_memory.before = m_memory.carried + bytes;
        m_memory.carried = 0;
        return;
    }
    if (reply.trouble != Trouble::None)
        return;
    m_memory.carried += bytes;
    const Millis moving = reply.pace.total - reply.pace.roundTrip;
    if (bytes >= kSampleBytes && moving > Millis(0))
        m_memory.rate = std::max<std::uint64_t>(1, bytes * 1000 / static_cast<std::uint64_t>(moving.count()));
}

bool Link::differsFrom(const Link& other) const {
    const auto far = [](std::size_t a, std::size_t b) { return a > b + b / 4; };
    return slow() != other.slow() || far(requestBytes(), other.requestBytes()) ||
           far(other.requestBytes(), requestBytes());
}

}  // namespace fayi::runtime
