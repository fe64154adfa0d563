// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/dictionary.h"

#include "dictionaries.h"

namespace fayi::protocol {

DictionaryId newestDictionary() {
    return static_cast<DictionaryId>(embeddedDictionaries().size());
}

std::string_view dictionary(DictionaryId id) {
    const auto all = embeddedDictionaries();
    return id == 0 || id > all.size() ? std::string_view() : all[id - 1];
}

}  // namespace fayi::protocol
