// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace fayi::store {

/// Whether the record of a row `u` of attachment_use still holds a version that names its attachment: the
/// bytes by which canonical CBOR says {"blob": NAME} or {"thumbnail": NAME} are in its registers or in a
/// change of it. (Text of 4 and 9 bytes, then one of 64: 'd' 'blob' 'x@' NAME, 'i' 'thumbnail' 'x@' NAME.)
inline constexpr const char* kStillNamedSql =
    "(EXISTS(SELECT 1 FROM record r WHERE r.number=u.record AND ("
    "instr(r.registers, CAST('dblobx@'||u.name AS BLOB)) OR "
    "instr(r.registers, CAST('ithumbnailx@'||u.name AS BLOB)) OR "
    "instr(coalesce(r.base, x''), CAST('dblobx@'||u.name AS BLOB)) OR "
    "instr(coalesce(r.base, x''), CAST('ithumbnailx@'||u.name AS BLOB)))) OR "
    "EXISTS(SELECT 1 FROM change c WHERE c.record=u.record AND ("
    "instr(c.body, CAST('dblobx@'||u.name AS BLOB)) OR "
    "instr(c.body, CAST('ithumbnailx@'||u.name AS BLOB)))))";

}  // namespace fayi::store
