// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "fayi/base/result.h"

namespace fayi::protocol {

/// Where somebody enrols, and with what: what the district hands out, as one line that fits into a QR code.
struct Invitation {
    std::string server;  ///< "https://fayi.example.gov.cn", "http://10.0.0.1:8787"
    std::string code;    ///< one-time, as it is shown: "4F7Q-9K2M-X3TD"

    bool operator==(const Invitation&) const = default;
};

/// Longer addresses no district has; with every letter of one escaped the line still fits into a QR code.
inline constexpr std::size_t kInvitationServerBytes = 300;
/// A text with an invitation in it is a page or two.
inline constexpr std::size_t kInvitationTextBytes = 64u << 10;

/// "fayi:enrol?server=https://fayi.example.gov.cn&code=4F7Q-9K2M-X3TD" (PROTOCOL.md, "Enrolment").
/// ErrorCode::Usage: no hub has that address, or that is no code.
Result<std::string> toUri(const Invitation& invitation);

/// It calls itself an invitation: what is wrong with it is worth telling.
bool isInvitation(std::string_view text);

/// ErrorCode::NotFound: it is no invitation; Validation: it is broken; TooNew: it says more than this program
/// knows of.
Result<Invitation> invitationFrom(std::string_view uri);

/// The first line of a text that is an invitation, other words around it. ErrorCode as invitationFrom(), and
/// Usage: the text is too long.
Result<Invitation> invitationIn(std::string_view text);

}  // namespace fayi::protocol
