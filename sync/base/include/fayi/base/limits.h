// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every bound that both ends must agree on, each with its reason.
namespace fayi::limits {

/// One HTTP body. A push page of kPageBytes compresses below it with room to spare; a hostile body costs no
/// more.
inline constexpr std::size_t kBodyBytes = 8u << 20;
/// A body after decompression: a zstd bomb stops here.
inline constexpr std::size_t kInflatedBytes = 32u << 20;
/// Changes in one page that a station sends, and the most that either end takes.
inline constexpr std::size_t kPageChanges = 500;
/// Changes, or states of records, in one page of news: a station applies a page in one transaction, and on a
/// slow office PC so many stay under the 50 ms that the write lock may be held.
inline constexpr std::size_t kNewsChanges = 64;
/// Pages of news in one answer: about a thousand changes a request; more would only hold the hub's memory.
inline constexpr std::size_t kAnswerPages = 16;
/// What a station may measure its link with at once, in each direction.
inline constexpr std::size_t kProbeBytes = 64u << 10;
/// Versions of registers, grouped by the change that left them, in one page of states: a page holds at least
/// one record, and a record has at most as many as it has registers.
inline constexpr std::size_t kPageParts = 20'000;
/// Uncompressed size at which a page is closed: about 16 s at 64 kbit/s once compressed, so a cut costs
/// little.
inline constexpr std::size_t kPageBytes = 1u << 20;
/// Writes in one change: a record with a hundred list items of ten fields fits.
inline constexpr std::size_t kChangeWrites = 2000;
/// One change, encoded: above it a change is refused and only its digest kept.
inline constexpr std::size_t kChangeBytes = 512u << 10;
/// What a station writes beyond that, on support's request, and keeps when the hub has refused it: it must
/// fit a body.
inline constexpr std::size_t kOversizeBytes = 4u << 20;
/// Code points of a short text and of a long text, unless the definition says less.
inline constexpr std::size_t kTextPoints = 500;
inline constexpr std::size_t kLongTextPoints = 20'000;
/// Items of one list and members of one set.
inline constexpr std::size_t kListItems = 200;
/// Depth of nesting in a value: our own values are at most 3 deep; unknown fields may be deeper, not endless.
inline constexpr std::size_t kValueDepth = 32;
/// Replicas in one context. A register written by more people than this in parallel does not occur.
inline constexpr std::size_t kContextReplicas = 256;
/// One attachment: a scan of twenty pages, a minute of a phone's video. Larger ones belong on a disc.
inline constexpr std::size_t kBlobBytes = 50u << 20;
/// What one request carries of an attachment, either way.
inline constexpr std::size_t kBlobChunkBytes = 1u << 20;
/// A small picture of an attachment: it comes along with the record, also on a bad link.
inline constexpr std::size_t kThumbnailBytes = 64u << 10;
/// Its longest side.
inline constexpr int kThumbnailSide = 256;
/// A picture is decoded up to this many pixels: four bytes of memory each.
inline constexpr std::uint64_t kImagePixels = 40'000'000;
/// Uploads that a station has begun and not ended: above it the hub drops the one that rested longest.
inline constexpr std::size_t kUnfinishedUploads = 8;
/// How long an attachment that no record names is kept: on a station a save may be about to name it, at the
/// hub a stick with the record may be on its way.
inline constexpr std::chrono::hours kBlobGraceHere{24};
inline constexpr std::chrono::hours kBlobGraceAtHub{24 * 30};
/// How far ahead of the hub's clock an effective time may be (ruling 3).
inline constexpr std::chrono::minutes kEffectiveAhead{5};
/// A clock that is off by more than this is told of, to the person and in histories.
inline constexpr std::chrono::minutes kClockTold{5};
/// Clock offsets below this are noise and not applied (ruling 3).
inline constexpr std::chrono::seconds kOffsetNoise{5};

}  // namespace fayi::limits
