// SPDX-License-Identifier: Apache-2.0
#include "rules.h"

namespace fayi::records {

using merge::Path;
using schema::FieldKind;

const schema::Field* fieldOf(const schema::RecordType* type, const Path& path) {
    const schema::Field* field = type == nullptr ? nullptr : type->find(path.field);
    if (field == nullptr || path.kind != Path::Kind::ItemField)
        return field;
    return field->find(path.within);
}

bool isSet(FieldKind kind) {
    return kind == FieldKind::Tags || kind == FieldKind::Attachments;
}

std::string memberKey(const schema::Field& field, const schema::Json& member) {
    return field.kind == FieldKind::Attachments ? member.at("blob").get<std::string>()
                                                : member.get<std::string>();
}

}  // namespace fayi::records
