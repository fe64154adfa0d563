#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# packaging.sh SOURCE BUILD FAYI STATION SERVER: the files of packaging/ against the code they speak of.
set -uo pipefail
source="$1" build="$2" fayi="$3" station="$4" server="$5"
packaging="$source/packaging"
scratch="$(mktemp -d "${TMPDIR:-/tmp}/fayi-packaging.XXXXXX")"
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
failed=0 passed=0

# check SENTENCE COMMAND…
check() {
    local sentence="$1"
    shift
    if "$@" >"$scratch/out" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n' "$sentence"
        cat "$scratch/out"
    fi
}

every_import_is_a_package() { "$packaging/qml_packages" "$source/qml" | diff "$packaging/qml_packages.txt" -; }

# A page that imports what no page has yet must not go unnoticed.
a_new_import_is_noticed() {
    mkdir -p "$scratch/qml"
    cp -r "$source/qml/." "$scratch/qml"
    printf 'import QtQuick\nimport Qt.labs.qmlmodels\nItem {}\n' >"$scratch/qml/App/Other.qml"
    "$packaging/qml_packages" "$scratch/qml" >"$scratch/list" || return 1
    [[ "$(diff "$packaging/qml_packages.txt" "$scratch/list" | grep '^[<>]')" == '> qml6-module-qt-labs-qmlmodels' ]]
}

an_import_that_nobody_has_is_an_error() {
    mkdir -p "$scratch/none"
    printf 'import QtQuick\nimport QtNowhere.At.All\nItem {}\n' >"$scratch/none/Page.qml"
    ! "$packaging/qml_packages" "$scratch/none" >"$scratch/list" 2>"$scratch/err" && grep QtNowhere.At.All "$scratch/err"
}

every_package_is_in_depends() {
    local package
    while read -r package; do
        grep -E "^set\(CPACK_DEBIAN_STATION_PACKAGE_DEPENDS \".*\b$package\b" "$build/CPackConfig.cmake" || return 1
    done < <(cat "$packaging/qml_packages.txt" && echo fonts-noto-cjk && echo ca-certificates)
}

# The font that the window asks for first is the one the package brings.
the_font_is_the_windows() { grep -A 3 setFamilies "$source/qml/App/main.cpp" | head -n 1 | grep 'Noto Sans CJK SC'; }

the_metainfo_is_valid() {
    appstreamcli validate --no-net "$build/packaging/org.fayi.Fayi.metainfo.xml" &&
        grep "<release version=\"$("$fayi" --version | cut -d ' ' -f 2)\"" "$build/packaging/org.fayi.Fayi.metainfo.xml"
}

# One name of the file type everywhere, and the first bytes of a bundle as the protocol writes them.
the_file_type_is_the_protocols() {
    local type=application/vnd.fayi.bundle
    grep -q "type=\"$type\"" "$packaging/fayi-mime.xml" && grep -q "MimeType=$type;" "$packaging/fayi.desktop" &&
        grep -q "<mediatype>$type</mediatype>" "$packaging/org.fayi.Fayi.metainfo.xml.in" &&
        grep -q "$type" "$source/docs/PROTOCOL.md" && grep -q 'FAYIBDL1' "$packaging/fayi-mime.xml" || return 1
    "$station" --data "$scratch/store" init >/dev/null && mkdir -p "$scratch/mime/packages" &&
        cp "$packaging/fayi-mime.xml" "$scratch/mime/packages" && update-mime-database "$scratch/mime" &&
        grep ":$type:\*.fayi" "$scratch/mime/globs2"
}

# page SECTION NAME LANG PROGRAM: it says every command, and nothing that man complains of.
page() {
    local section="$1" name="$2" lang="$3" command missing=""
    shift 3
    "$packaging/man/page" "$packaging/man/$name.$lang.$section" 1.2.3 "$@" >"$scratch/page" || return 1
    grep -q '1\.2\.3' "$scratch/page" || { echo "no version"; return 1; }
    MANWIDTH=100 man --warnings -E UTF-8 -l -Tutf8 -Z "$scratch/page" 2>&1 >/dev/null | grep . && return 1
    MANWIDTH=100 man -E UTF-8 -l "$scratch/page" 2>/dev/null >"$scratch/read"
    [[ -n "${1:-}" ]] || return 0
    for command in $("$1" --help | awk '/^(命令:|Commands:|Subcommands:)/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }'); do
        grep -qE "^ {3}$command$" "$scratch/read" || missing+=" $command"
    done
    [[ -z "$missing" ]] || { echo "no word of:$missing"; return 1; }
}

# Whatever the window takes stands in its page.
the_window_page_tells_every_option() {
    local option
    for option in $("$fayi" --help | grep -oE '^  (-[a-z?], )*--[a-z]+' | grep -oE -- '--[a-z]+' | grep -v help-all); do
        for lang in zh en; do
            sed 's/\\-/-/g' "$packaging/man/fayi.$lang.1" | grep -q -- "$option" || { echo "$lang: no $option"; return 1; }
        done
    done
}

the_service_listens_on_the_loopback_alone() {
    grep -qE '^listen = "127\.0\.0\.1:[0-9]+"$' "$packaging/server.toml" && ! grep -q -- --listen "$packaging/fayi-server.service" &&
        "$server" init --data "$scratch/hub" --district 500115 长寿区 >/dev/null &&
        "$server" org list --data "$scratch/hub" --config "$packaging/server.toml" --json | jq -e 'length > 0'
}

check "the list of QML packages is what qml/ imports" every_import_is_a_package
check "a new import is noticed" a_new_import_is_noticed
check "an import that nobody has is an error" an_import_that_nobody_has_is_an_error
check "Depends of the station has them all" every_package_is_in_depends
check "Depends has the font the window asks for" the_font_is_the_windows
check "the desktop entry is valid" desktop-file-validate "$packaging/fayi.desktop"
check "the metainfo is valid and of this version" the_metainfo_is_valid
check "the file type is the protocol's" the_file_type_is_the_protocols
check "fayi(1)" page 1 fayi en
check "fayi(1) in Chinese" page 1 fayi zh
check "fayi(1) tells every option" the_window_page_tells_every_option
check "fayi-station(1)" page 1 fayi-station en "$station" en
check "fayi-station(1) in Chinese" page 1 fayi-station zh "$station" zh
check "fayi-server(8)" page 8 fayi-server en "$server" en
check "fayi-server(8) in Chinese" page 8 fayi-server zh "$server" zh
check "the service listens on the loopback alone" the_service_listens_on_the_loopback_alone
printf '%s passed, %s failed\n' "$passed" "$failed"
((failed == 0))
