# SPDX-License-Identifier: Apache-2.0
# Writes OUT, a .cpp that holds the files FILES (paths below ROOT, separated by |) as raw strings.
string(REPLACE "|" ";" files "${FILES}")
set(body "// SPDX-License-Identifier: Apache-2.0\n#include \"src/embedded.h\"\n\nnamespace fayi::schema {\nnamespace {\n\nusing namespace std::string_view_literals;\n\n")
# With its length in the literal: clang would count half a million letters while it compiles, and give up.
string(APPEND body "constexpr EmbeddedFile kFiles[] = {\n")
foreach(file IN LISTS files)
  file(READ "${ROOT}/${file}" content)
  string(APPEND body "    {\"${file}\", R\"fayi(${content})fayi\"sv},\n")
endforeach()
string(APPEND body "};\n\n}  // namespace\n\nstd::span<const EmbeddedFile> embeddedFiles() { return kFiles; }\n\n")
string(APPEND body "}  // namespace fayi::schema\n")
file(WRITE "${OUT}" "${body}")
