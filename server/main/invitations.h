// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/ids.h"
#include "fayi/base/result.h"
#include "fayi/protocol/invitation.h"

namespace fayi::hub {

/// How an invitation is written: a PNG with a QR code and the words below it, or a text with the same words.
/// The words of a picture are in plain letters: no font is needed on a hub.
enum class InvitationForm { Picture, Text };

/// By the end of a file's name. ErrorCode::Usage: neither .png nor .txt.
Result<InvitationForm> invitationFormOf(const std::string& file);

/// `expires`: "2026-03-01T10:00:00+08:00".
Result<Bytes> written(const protocol::Invitation& invitation, const std::string& expires,
                      InvitationForm form);

}  // namespace fayi::hub
