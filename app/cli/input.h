// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "fayi/base/result.h"
#include "fayi/station/types.h"

namespace fayi::cli {

/// One JSON document of an input, and the line it begins at, from 1.
struct Document {
    std::size_t line = 0;
    std::string text;
};

/// Reads JSON documents one after another from a file or standard input: one on each line, or one that takes
/// several lines. Memory is bounded by the largest document.
class DocumentReader {
public:
    /// "-" is standard input; "@FILE" a file; any other text is the one document itself.
    static Result<DocumentReader> open(const std::string& source);
    DocumentReader(DocumentReader&& other) noexcept;
    DocumentReader& operator=(DocumentReader&&) = delete;
    ~DocumentReader();

    /// Nothing at the end. ErrorCode::Usage: a document without end, or one that is too long.
    Result<std::optional<Document>> next();
    /// True if whoever writes the input waits: nothing more can be read now.
    bool pausing() const;

private:
    DocumentReader(int file, std::string buffer) : m_file(file), m_buffer(std::move(buffer)) {}
    bool refill();
    std::optional<std::string> line();

    int m_file = -1;
    std::string m_buffer;
    std::size_t m_begin = 0;  ///< of what is unread in the buffer
    std::size_t m_line = 0;
};

/// The one document of a source: text, @FILE or "-".
Result<station::Json> readDocument(const std::string& source);

}  // namespace fayi::cli
