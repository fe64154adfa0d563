# SPDX-License-Identifier: Apache-2.0
# What every target of the project shares: language, warnings, sanitizers, precompiled headers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_COMPILE_OPTIONS_PIE -fPIC)  # programs share the libraries' precompiled header: one kind of code for both
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

# Several sources of a target in one translation unit: a clean build takes half the time. Names in anonymous
# namespaces must differ within a target for it, which also finds a helper that was written twice.
set(CMAKE_UNITY_BUILD ${FAYI_UNITY})
set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
find_package(OpenSSL REQUIRED)

# Not -Wnull-dereference: gcc 12 inlines the standard library's streams and strings and finds null pointers in them
# that cannot be.
add_library(fayi_options INTERFACE)
target_compile_options(fayi_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
if(FAYI_UNITY)
  # gcc excuses types of anonymous namespaces in a main file only, and here the main file is the unit.
  target_compile_options(fayi_options INTERFACE "$<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>")
endif()
# At -O2, and with a sanitizer, gcc 12 sees through strings, trees, optionals and <regex> of the standard library and warns
# of what their own conditions exclude; the dev build keeps these warnings.
set(fayi_false_alarms "-Wno-array-bounds;-Wno-maybe-uninitialized;-Wno-restrict;-Wno-stringop-overflow;\
-Wno-stringop-overread")
target_compile_options(fayi_options INTERFACE "$<$<CONFIG:Release>:${fayi_false_alarms}>")
if(FAYI_SANITIZE)
  target_compile_options(fayi_options INTERFACE -fsanitize=${FAYI_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(fayi_options INTERFACE -fsanitize=${FAYI_SANITIZE})
  target_compile_options(fayi_options INTERFACE "$<$<CXX_COMPILER_ID:GNU>:${fayi_false_alarms}>")
endif()

# fayi_room(NAME SOURCES a.cpp … PUBLIC deps … PRIVATE deps …)
# A static library fayi_NAME whose public headers live in include/; everything else is private by path.
function(fayi_room name)
  cmake_parse_arguments(R "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(fayi_${name} STATIC ${R_SOURCES})
  target_include_directories(fayi_${name} PUBLIC include PRIVATE .)
  target_link_libraries(fayi_${name} PUBLIC ${R_PUBLIC} PRIVATE ${R_PRIVATE} fayi_options)
  target_precompile_headers(fayi_${name} REUSE_FROM fayi_pch)
  target_link_libraries(fayi_${name} PUBLIC nlohmann_json::nlohmann_json)
endfunction()

# fayi_program(NAME SOURCES … LINK …): an executable in build/bin.
function(fayi_program name)
  cmake_parse_arguments(R "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${R_SOURCES})
  target_include_directories(${name} PRIVATE .)
  target_link_libraries(${name} PRIVATE ${R_LINK} fayi_options nlohmann_json::nlohmann_json)
  target_precompile_headers(${name} REUSE_FROM fayi_pch)
endfunction()
