// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/change.h"

namespace fayi::protocol {

/// Bytes as a CBOR byte string, and back (throws Json::exception on anything else).
inline Json binary(std::string_view bytes) {
    return Json::binary({bytes.begin(), bytes.end()});
}
inline Bytes bytesFrom(const Json& json) {
    const auto& bytes = json.get_binary();
    return {bytes.begin(), bytes.end()};
}

/// Writes the shapes of changes and chain links straight into bytes, shortest forms (RFC 8949 §4.2.1): the
/// same bytes as toCbor() of the same JSON, without building it. Saves, pushes and verifications do little
/// else.
class CborWriter {
public:
    CborWriter& array(std::size_t size) { return head(0x80, size); }
    CborWriter& number(std::uint64_t value) { return head(0x00, value); }
    CborWriter& null() { return put(0xF6); }
    CborWriter& text(std::string_view text) {
        head(0x60, text.size());
        m_out.append(text);
        return *this;
    }
    CborWriter& bytes(std::string_view bytes) {
        head(0x40, bytes.size());
        m_out.append(bytes);
        return *this;
    }
    CborWriter& vector(const merge::VersionVector& vector) {
        array(2 * vector.entries().size());
        for (const auto& entry : vector.entries())
            number(entry.replica.value).number(entry.seq);
        return *this;
    }
    /// Any value; text, the most frequent, without a detour.
    CborWriter& value(const Json& value) {
        if (value.is_string())
            return text(value.get_ref<const std::string&>());
        Json::to_cbor(value, nlohmann::detail::output_adapter<char>(m_out));
        return *this;
    }

    /// Items that are encoded already.
    CborWriter& append(std::string_view items) {
        m_out.append(items);
        return *this;
    }

    void clear() { m_out.clear(); }
    const Bytes& out() const { return m_out; }
    Bytes take() { return std::move(m_out); }

private:
    CborWriter& put(unsigned byte) {
        m_out += static_cast<char>(byte);
        return *this;
    }
    CborWriter& head(unsigned major, std::uint64_t value) {
        if (value < 24)
            return put(major | static_cast<unsigned>(value));
        const unsigned width = value <= 0xFF ? 1 : value <= 0xFFFF ? 2 : value <= 0xFFFFFFFF ? 4 : 8;
        put(major | (width == 1 ? 24U : width == 2 ? 25U : width == 4 ? 26U : 27U));
        for (unsigned shift = 8 * width; shift != 0; shift -= 8)
            put(static_cast<unsigned>(value >> (shift - 8)) & 0xFF);
        return *this;
    }

    Bytes m_out;
};

}  // namespace fayi::protocol
