// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "fayi/base/result.h"
#include "fayi/protocol/invitation.h"

/// An invitation of a district as people get it: a picture with a QR code, or a text.
namespace fayi::station {

using protocol::Invitation;

/// A photo of a phone has up to 15 MB, one of a good camera twice that.
inline constexpr std::uintmax_t kInvitationFileBytes = 32u << 20;

/// From a file: a PNG or JPEG, a text, or an enrolment file that keeps the hub's address. Takes up to some
/// seconds for a large photo. The error says in words what the file is instead: ErrorCode::NotFound: it
/// cannot be read, or holds no invitation; Usage: it is too large; Validation: it is broken, or its
/// invitation is.
Result<Invitation> readInvitation(const std::filesystem::path& file);

/// The same of what such a file holds.
Result<Invitation> invitationOf(std::string_view content);

/// A text has a line that calls itself an invitation: what is wrong with it is worth telling.
bool mayHoldInvitation(std::string_view text);

}  // namespace fayi::station
