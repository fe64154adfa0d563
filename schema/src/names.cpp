// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/record_type.h"

namespace fayi::schema {
namespace {

template <typename Enum>
struct Word {
    Enum value;
    std::string_view word;
};

constexpr Word<FieldKind> kKinds[] = {
    {FieldKind::Text, "text"},
    {FieldKind::LongText, "longtext"},
    {FieldKind::Integer, "integer"},
    {FieldKind::Money, "money"},
    {FieldKind::Date, "date"},
    {FieldKind::Time, "time"},
    {FieldKind::DateTime, "datetime"},
    {FieldKind::Duration, "duration"},
    {FieldKind::Boolean, "boolean"},
    {FieldKind::Choice, "choice"},
    {FieldKind::Tags, "tags"},
    {FieldKind::Items, "items"},
    {FieldKind::Person, "person"},
    {FieldKind::IdNumber, "idnumber"},
    {FieldKind::CreditCode, "creditcode"},
    {FieldKind::Phone, "phone"},
    {FieldKind::Org, "org"},
    {FieldKind::Reference, "reference"},
    {FieldKind::Attachments, "attachments"},
};

constexpr Word<Privacy> kClasses[] = {
    {Privacy::Public, "public"},
    {Privacy::Internal, "internal"},
    {Privacy::Personal, "personal"},
    {Privacy::Sensitive, "sensitive"},
};

constexpr Word<Action> kActionWords[] = {
    {Action::Create, "create"}, {Action::Edit, "edit"},     {Action::Submit, "submit"},
    {Action::Verify, "verify"}, {Action::Return, "return"}, {Action::Delete, "delete"},
    {Action::Move, "move"},     {Action::Void, "void"},     {Action::Restrict, "restrict"},
};

template <typename Enum, std::size_t N>
std::string_view wordOf(const Word<Enum> (&words)[N], Enum value) {
    for (const auto& entry : words)
        if (entry.value == value)
            return entry.word;
    return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const Word<Enum> (&words)[N], std::string_view word) {
    for (const auto& entry : words)
        if (entry.word == word)
            return entry.value;
    return std::nullopt;
}

}  // namespace

std::string_view nameOf(FieldKind kind) {
    return wordOf(kKinds, kind);
}

std::string_view nameOf(Privacy privacy) {
    return wordOf(kClasses, privacy);
}
std::string_view nameOf(Action action) {
    return wordOf(kActionWords, action);
}
std::optional<FieldKind> fieldKindOf(std::string_view name) {
    return valueOf(kKinds, name);
}

std::optional<Privacy> privacyOf(std::string_view name) {
    return valueOf(kClasses, name);
}

}  // namespace fayi::schema
