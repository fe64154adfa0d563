// SPDX-License-Identifier: Apache-2.0
#include "targets.h"

#include <cstdlib>

#include "fayi/base/limits.h"
#include "fayi/blobs/media.h"
#include "fayi/blobs/ranges.h"
#include "fayi/merge/text_merge.h"
#include "fayi/protocol/answer_pages.h"
#include "fayi/protocol/blob.h"
#include "fayi/protocol/bundle.h"
#include "fayi/protocol/certificate.h"
#include "fayi/protocol/compress.h"
#include "fayi/protocol/invitation.h"
#include "fayi/protocol/messages.h"
#include "fayi/protocol/states.h"
#include "fayi/protocol/testimony.h"
#include "fayi/schema/catalog.h"
#include "fayi/sheets/workbook.h"

namespace fayi::fuzz {
namespace {

void demand(bool holds) {
    if (!holds)
        std::abort();
}

void change(std::string_view bytes) {
    if (const auto decoded = protocol::decodeChange(bytes))
        demand(protocol::encodeChange(*decoded) == bytes);
}

void state(std::string_view bytes) {
    const auto decoded = protocol::decodeState(bytes);
    if (!decoded)
        return;
    const Bytes again = protocol::encodeState(*decoded);
    demand(protocol::decodeState(again).ok() &&
           protocol::encodeState(*protocol::decodeState(again)) == again);
}

void request(std::string_view bytes) {
    if (const auto decoded = protocol::decodeSyncRequest(bytes))
        demand(protocol::decodeSyncRequest(protocol::encode(*decoded)).ok());
    if (const auto decoded = protocol::decodeTestimony(bytes)) {
        demand(protocol::decodeTestimony(protocol::encode(*decoded)).ok());
        for (const protocol::SentState& told : decoded->states)
            for (const protocol::SentChange& part : protocol::partsOf(told))
                (void)protocol::decodeChange(protocol::encodeChange(part.change)).ok();
    }
}

void response(std::string_view bytes) {
    if (const auto decoded = protocol::decodeSyncResponse(bytes))
        demand(protocol::decodeSyncResponse(protocol::encode(*decoded)).ok());
    if (const auto decoded = protocol::decodePages(bytes)) {
        demand(decoded->pages.size() <= limits::kAnswerPages);
        if (!decoded->pages.empty()) {
            const Bytes again = protocol::encodePages(decoded->pages, protocol::kZstdLevel, 0);
            demand(protocol::decodePages(again)->pages.size() == decoded->pages.size());
        }
    }
    if (const auto decoded = protocol::decodeTestimonyAnswer(bytes))
        demand(protocol::decodeTestimonyAnswer(protocol::encode(*decoded)).ok());
}

void page(std::string_view bytes) {
    const auto json = protocol::fromCbor(bytes);
    if (!json)
        return;
    if (const auto decoded = protocol::decodePage(*json))
        demand(*protocol::decodePage(protocol::encodePage(*decoded)) == *decoded);
}

void states(std::string_view bytes) {
    const auto json = protocol::fromCbor(bytes);
    if (!json)
        return;
    if (const auto decoded = protocol::decodeStates(*json)) {
        const auto again = protocol::decodeStates(protocol::encodeStates(*decoded));
        demand(again.ok() && protocol::encodeStates(*again) == protocol::encodeStates(*decoded));
    }
}

void historyRequest(std::string_view bytes) {
    if (const auto decoded = protocol::decodeHistoryRequest(bytes))
        demand(protocol::decodeHistoryRequest(protocol::encode(*decoded)).ok());
}

void historyResponse(std::string_view bytes) {
    if (const auto decoded = protocol::decodeHistoryResponse(bytes))
        demand(protocol::decodeHistoryResponse(protocol::encode(*decoded)).ok());
}

/// Three texts, parted by zero bytes: the first is what the others began from.
void texts(std::string_view bytes) {
    if (!isUtf8(bytes))
        return;
    const auto first = bytes.find('\0'), second = bytes.find('\0', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos)
        return;
    const std::string_view base = bytes.substr(0, first);
    const std::string one(bytes.substr(first + 1, second - first - 1)), other(bytes.substr(second + 1));
    const auto merged = merge::mergeTexts(base, {one, other});
    demand(merged == merge::mergeTexts(base, {other, one}));
    demand(!merged || isUtf8(*merged));
    demand(lengthOf(one) > limits::kLongTextPoints || lengthOf(base) > limits::kLongTextPoints ||
           merge::mergeTexts(base, {one}) == one);
}

void frame(std::string_view bytes) {
    (void)protocol::decompress(bytes, limits::kInflatedBytes).ok();
}

void enrolment(std::string_view bytes) {
    const auto json = protocol::Json::parse(bytes, nullptr, false);
    (void)protocol::enrolRequestFrom(json).ok();
    (void)protocol::enrolResponseFrom(json).ok();
    (void)protocol::rejoinFrom(json).ok();
    (void)protocol::denialFrom(bytes);
}

void definition(std::string_view bytes) {
    static const auto kBuiltIn = schema::Catalog::builtIn();
    schema::Catalog catalog = *kBuiltIn;
    (void)catalog.addText(bytes, "fuzz").ok();
}

/// What is written outside is anybody's; what is inside is read as if it had been sealed to us.
void bundle(std::string_view bytes) {
    auto reader = protocol::BundleReader::open(protocol::sourceOf(bytes));
    if (reader && reader->unlock(bundleKey()))
        for (bool more = true; more;) {
            const auto item = reader->next();
            more = item.ok() && item->has_value();
            if (more)
                (void)protocol::decodeBundleHead((*item)->body).ok();
        }
    if (const auto head = protocol::decodeBundleHead(bytes))
        demand(protocol::decodeBundleHead(protocol::encode(*head)).ok());
    if (const auto file = protocol::enrolFileFrom(bytes))
        demand(protocol::enrolFileFrom(protocol::toJson(*file).dump()).ok());
}

void names(std::string_view bytes) {
    if (const auto dot = parseDot(bytes))
        demand(parseDot(toText(*dot)) == dot);
    demand(merge::parsePath(bytes).text() == bytes);
    (void)daysOf(bytes);
    demand(isUtf8(toUtf8(codePoints(bytes))));
}

/// Range and Content-Range headers; the first eight bytes are a size.
void ranges(std::string_view bytes) {
    std::uint64_t total = 0;
    for (const char c : bytes.substr(0, 8))
        total = total << 8 | static_cast<unsigned char>(c);
    const std::string_view header = bytes.substr(std::min<std::size_t>(8, bytes.size()));
    const blobs::Asked asked = blobs::parseRange(header, total);
    demand(asked.kind != blobs::Asked::Kind::Part ||
           (asked.range.first <= asked.range.last && asked.range.last < total));
    if (const auto range = blobs::parseContentRange(header))
        demand(blobs::parseContentRange(blobs::toText(*range)) == range);
    (void)protocol::blobProgressFrom(header);
}

void media(std::string_view bytes) {
    demand(!blobs::mediaOf(bytes).empty());
    if (const auto size = blobs::imageSizeOf(bytes))
        demand(size->pixels() > 0);
}

/// Every sheet to its end; what is told are rows in their order, or why there are none.
void readAll(Result<sheets::Workbook> book) {
    if (!book)
        return;
    for (const std::string& name : book->sheets())
        if (book->choose(name)) {
            while (const auto line = book->next()) {
                demand(!line->cells.empty() && line->cells.size() <= sheets::Workbook::kMostColumns);
                for (const std::string& cell : line->cells)
                    demand(isUtf8(cell));
            }
            demand(!book->flaw() || !book->flaw()->en.empty());
        }
}

/// As a package; and as the parts of one, parted by zero bytes, since few changes leave a package readable.
void workbook(std::string_view bytes) {
    readAll(sheets::Workbook::fromBytes(std::string(bytes)));
    readAll(sheets::Workbook::fromParts([&](const std::string& name) -> Result<std::optional<std::string>> {
        static const std::vector<std::string_view> kParts = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                                             "xl/styles.xml", "xl/sharedStrings.xml",
                                                             "xl/worksheets/sheet1.xml"};
        std::string_view rest = bytes;
        for (const std::string_view part : kParts) {
            const std::size_t end = std::min(rest.find('\0'), rest.size());
            if (part == name)
                return std::optional<std::string>(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return std::optional<std::string>();
    }));
}

/// As what a QR code says, and as a text around it.
void invitation(std::string_view bytes) {
    if (const auto decoded = protocol::invitationFrom(bytes)) {
        const auto again = protocol::toUri(*decoded);
        demand(again.ok() && *protocol::invitationFrom(*again) == *decoded);
    }
    if (const auto found = protocol::invitationIn(bytes))
        demand(protocol::toUri(*found).ok());
}

}  // namespace

SealKey bundleKey() {
    return SealKey::fromSeed(Bytes(kSealKeyBytes, '\x07'));
}

void runTarget(std::string_view input) {
    if (input.empty())
        return;
    constexpr void (*kAll[kTargets])(std::string_view) = {
        change, state,          request,         response, page,   frame,  enrolment, definition, names,
        states, historyRequest, historyResponse, texts,    bundle, ranges, media,     workbook,   invitation};
    kAll[static_cast<unsigned char>(input[0]) % kTargets](input.substr(1));
}

}  // namespace fayi::fuzz
