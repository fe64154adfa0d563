// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/probe.h"

#include "admission.h"
#include "fayi/base/big_endian.h"
#include "fayi/base/limits.h"

namespace fayi::hub {

Answer<Bytes> probe(Context& context, const Credentials& credentials, std::size_t bytes) {
    using Said = std::variant<Bytes, Denied>;
    FAYI_LET(admitted, admit(context, credentials, false));
    if (auto* stranger = std::get_if<Denied>(&admitted))
        return Said(std::move(*stranger));
    const auto now = static_cast<std::uint64_t>(context.clock.now().count());
    Bytes out = bigEndian(now, 8) + context.random.bytes(std::min(bytes, limits::kProbeBytes));
    return Said(std::move(out));
}

}  // namespace fayi::hub
