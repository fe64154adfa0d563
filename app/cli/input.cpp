// SPDX-License-Identifier: Apache-2.0
#include "input.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "fayi/station/parse.h"

namespace fayi::cli {
namespace {

/// One document: a record of 2,000 writes fits many times.
constexpr std::size_t kMostBytes = 4u << 20;
constexpr std::size_t kReadBytes = 64u << 10;

/// Follows brackets and quotes, to know where a document ends that takes several lines.
class Nesting {
public:
    void read(std::string_view text) {
        for (const char c : text) {
            if (m_escaped)
                m_escaped = false;
            else if (m_quoted && c == '\\')
                m_escaped = true;
            else if (c == '"')
                m_quoted = !m_quoted;
            else if (!m_quoted && (c == '{' || c == '['))
                ++m_depth;
            else if (!m_quoted && (c == '}' || c == ']'))
                --m_depth;
        }
    }
    /// A quotation mark open at the end of a line is an error of that line, not a reason to read on.
    bool closed() const { return m_depth <= 0 || m_quoted; }

private:
    std::int64_t m_depth = 0;
    bool m_quoted = false, m_escaped = false;
};

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

Result<DocumentReader> DocumentReader::open(const std::string& source) {
    if (source == "-")
        return DocumentReader(STDIN_FILENO, {});
    if (!source.starts_with('@'))
        return DocumentReader(-1, source);
    const std::string path = source.substr(1);
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return Error{ErrorCode::Usage, {"无法打开文件 " + path, "cannot open " + path}};
    return DocumentReader(file, {});
}

DocumentReader::DocumentReader(DocumentReader&& other) noexcept
    : m_file(std::exchange(other.m_file, -1)),
      m_buffer(std::move(other.m_buffer)),
      m_begin(other.m_begin),
      m_line(other.m_line) {}

DocumentReader::~DocumentReader() {
    if (m_file > STDIN_FILENO)
        ::close(m_file);
}

bool DocumentReader::refill() {
    if (m_file < 0)
        return false;
    std::array<char, kReadBytes> bytes{};
    ssize_t count = 0;
    do
        count = ::read(m_file, bytes.data(), bytes.size());
    while (count < 0 && errno == EINTR);
    if (count <= 0)
        return false;
    m_buffer.erase(0, m_begin);
    m_begin = 0;
    m_buffer.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

/// With its line end; at most a little more than kMostBytes of it.
std::optional<std::string> DocumentReader::line() {
    std::size_t end = m_buffer.find('\n', m_begin);
    while (end == std::string::npos && m_buffer.size() - m_begin <= kMostBytes && refill())
        end = m_buffer.find('\n', m_begin);
    if (m_begin == m_buffer.size())
        return std::nullopt;
    const std::size_t stop = end == std::string::npos ? m_buffer.size() : end + 1;
    std::string out = m_buffer.substr(m_begin, stop - m_begin);
    m_begin = stop;
    ++m_line;
    return out;
}

Result<std::optional<Document>> DocumentReader::next() {
    Document out;
    Nesting nesting;
    while (auto piece = line()) {
        if (m_line == 1 && piece->starts_with("\xEF\xBB\xBF"))
            piece->erase(0, 3);
        if (out.text.empty() && isBlank(*piece))
            continue;
        if (out.text.empty())
            out.line = m_line;
        out.text += *piece;
        nesting.read(*piece);
        if (out.text.size() > kMostBytes)
            return Error{ErrorCode::Usage, {"内容过大，不像是一条记录", "too much for one record"}}.within(
                {"第 " + std::to_string(out.line) + " 行", "line " + std::to_string(out.line)});
        if (nesting.closed())
            return std::optional(std::move(out));
    }
    if (out.text.empty())
        return std::optional<Document>();
    return std::optional(std::move(out));
}

bool DocumentReader::pausing() const {
    if (m_file < 0 || m_buffer.find('\n', m_begin) != std::string::npos)
        return false;
    pollfd waiting{m_file, POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 0;
}

Result<station::Json> readDocument(const std::string& source) {
    FAYI_LET(reader, DocumentReader::open(source));
    FAYI_LET(first, reader.next());
    if (!first)
        return Error{ErrorCode::Usage, {"没有给出内容", "nothing was given"}};
    FAYI_LET(second, reader.next());
    if (second)
        return Error{ErrorCode::Usage, {"只能给出一个 JSON 文档", "only one JSON document is expected here"}};
    return station::parseJson(first->text);
}

}  // namespace fayi::cli
