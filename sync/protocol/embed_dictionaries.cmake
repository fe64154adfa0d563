# SPDX-License-Identifier: Apache-2.0
# Writes OUT, a .cpp that holds the files 1.zdict, 2.zdict … COUNT.zdict below ROOT as bytes.
set(body "// SPDX-License-Identifier: Apache-2.0\n#include \"dictionaries.h\"\n\nnamespace fayi::protocol {\nnamespace {\n\n")
set(views "")
foreach(number RANGE 1 ${COUNT})
  file(READ "${ROOT}/${number}.zdict" content HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${content}")
  string(REGEX REPLACE "(................................................................)" "\\1\"\n    \"" bytes "${bytes}")  # sixteen a line
  string(APPEND body "constexpr char k${number}[] =\n    \"${bytes}\";\n\n")
  string(APPEND views "    {k${number}, sizeof k${number} - 1},\n")
endforeach()
string(APPEND body "constexpr std::string_view kAll[] = {\n${views}};\n\n}  // namespace\n\n"
  "std::span<const std::string_view> embeddedDictionaries() { return kAll; }\n\n}  // namespace fayi::protocol\n")
file(WRITE "${OUT}" "${body}")
