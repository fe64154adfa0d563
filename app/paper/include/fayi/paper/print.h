// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/schema/org_tree.h"
#include "fayi/schema/paper.h"
#include "fayi/schema/record_type.h"

namespace fayi::paper {

using schema::Json;

/// A record that another one names.
struct Linked {
    const schema::RecordType* type = nullptr;
    Json fields;
};

/// A form and all that goes into it. Two jobs that are equal give the same bytes on one computer.
struct Job {
    const schema::PaperForm& form;
    const schema::RecordType& type;
    const Json& fields;
    const schema::OrgTree& units;
    std::function<std::optional<Linked>(const std::string& id)> linked;
    std::string record;  ///< its id, for the properties of the file
    std::string org;     ///< the unit it belongs to
    std::string today;   ///< "2026-03-02", the day of the file too
    Language language = Language::Zh;
    bool draft = false;
    std::uint64_t print = 1;  ///< from the second on it says so
};

struct Pdf {
    std::string bytes;
    std::size_t pages = 0;
    std::vector<std::string> missing;  ///< characters that no font of this computer draws
};

/// A document of a word processor (.docx), to be edited. What breaks its pages is the program that opens
/// it.
struct Document {
    std::string bytes;
    std::vector<std::string> missing;  ///< as of a Pdf
};

/// A record is bounded, and so are the pages it can fill; more are a mistake in the form.
inline constexpr std::size_t kMostPages = 300;

/// Fills the form. ErrorCode::Validation: it would be longer than kMostPages.
Result<Pdf> print(const Job& job);

/// The same, as a document: the same words, look and marks; longer than kMostPages on paper is refused here
/// too.
Result<Document> document(const Job& job);

}  // namespace fayi::paper
