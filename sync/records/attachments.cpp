// SPDX-License-Identifier: Apache-2.0
#include "fayi/records/attachments.h"

#include "fayi/blobs/blob_tree.h"

namespace fayi::records {
namespace {

using merge::Json;

std::string nameIn(const Json& value, const char* key) {
    const auto at = value.find(key);
    const bool named =
        at != value.end() && at->is_string() && blobs::isBlobName(at->get_ref<const std::string&>());
    return named ? at->get<std::string>() : std::string();
}

void addFrom(const Json& value, std::vector<NamedBlob>& out) {
    if (!value.is_object())
        return;
    NamedBlob named{nameIn(value, "blob"), 0, nameIn(value, "thumbnail")};
    if (named.blob.empty())
        return;
    if (const auto bytes = value.find("bytes");
        bytes != value.end() && bytes->is_number_integer() && *bytes >= 0)
        named.bytes = bytes->get<std::uint64_t>();
    out.push_back(std::move(named));
}

}  // namespace

std::vector<NamedBlob> blobsNamedBy(const std::vector<merge::Write>& writes) {
    std::vector<NamedBlob> out;
    for (const merge::Write& write : writes)
        addFrom(write.value, out);
    return out;
}

std::vector<NamedBlob> blobsNamedBy(const merge::RecordState& state) {
    std::vector<NamedBlob> out;
    for (const auto& [path, reg] : state.registers())
        for (const auto* versions : {&reg.siblings(), &reg.past()})
            for (const merge::Version& version : *versions)
                addFrom(version.value, out);
    return out;
}

}  // namespace fayi::records
