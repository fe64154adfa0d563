#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# golden.sh [--update] STATION SERVER: plays every command and compares what it prints, its messages and its exit codes
# with expected/. Ids, times, hashes and byte counts are replaced by names in the order they first appear.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
update=""
if [[ "${1:-}" == --update ]]; then update=yes && shift; fi
station_program="$(realpath "$1")"
server_program="$(realpath "$2")"

work="$(mktemp -d "${TMPDIR:-/tmp}/fayi-golden.XXXXXX")"
hub_pid=""
finish() {
    [[ -z "$hub_pid" ]] || kill "$hub_pid" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
cd "$work"
mkdir made

unset LC_ALL LC_MESSAGES FAYI_DATA http_proxy https_proxy HTTP_PROXY HTTPS_PROXY
export LANG=zh_CN.UTF-8
transcript="$work/transcript"
last="$work/last"

# section NAME: what follows goes to expected/NAME.txt.
section() { printf '\n=== %s\n' "$1" >>"$transcript"; }

# Of the problems of a draft only the fields: the words are those of the definitions, which have tests of their own.
whole='if type == "object" and has("sync") and has("problems") then .problems |= map(.field) else . end'

# run STORE ARGUMENT…: one call with --json; standard output as JSON by jq, or as it is. FILTER: a jq filter of it.
run() {
    local store="$1" code=0
    shift
    "$station_program" --data "$store" --json "$@" >"$last" 2>"$work/err" </dev/stdin || code=$?
    tell "$code" "$store" "$@"
}

# plain STORE ARGUMENT…: the same without --json, as people read it.
plain() {
    local store="$1" code=0
    shift
    "$station_program" --data "$store" "$@" >"$last" 2>"$work/err" || code=$?
    FILTER='error' tell "$code" "$store" "$@"
}

tell() {
    local code="$1" store="$2"
    shift 2
    {
        printf '\n%s$' "$store"
        (($# == 0)) || printf ' %s' "$@" | iconv -c -f UTF-8 -t UTF-8
        printf '\nexit %s\n' "$code"
        jq -S "${FILTER:-$whole}" <"$last" 2>/dev/null || cat "$last"
        sed '/^{"error"/d; s/^/! /' "$work/err"
        sed -n '/^{"error"/p' "$work/err" | jq -S .
    } >>"$transcript"
}

# id [FIELD]: of the last answer.
value() { jq -rs "last | ${1:-.id}" <"$last"; }

start_hub() {
    "$server_program" init --data hub --district 500115 长寿区 --json >/dev/null
    "$server_program" serve --data hub --listen 127.0.0.1:0 >hub.out 2>hub.err &
    hub_pid=$!
    local tries
    for ((tries = 0; tries < 200; tries++)); do
        url="$(sed -n 's/.*"listening" *: *"\([^"]*\)".*/\1/p' hub.out 2>/dev/null)" || true
        [[ -z "$url" ]] || return 0
        kill -0 "$hub_pid"
        sleep 0.05
    done
    return 1
}

# code NAME ROLE ORG: a person, and a code for them.
code() {
    local person
    person="$("$server_program" person add --data hub --json --name "$1" --role "$2" --org "$3" | jq -r .person)"
    "$server_program" enrol-code --data hub --json --person "$person" | jq -r .code
}

source "$here/cases.sh"

LC_ALL=C perl -e '
    my (%replica, %hash);
    my $url = shift @ARGV;
    my $host = $url =~ s{^http://}{}r;
    while (<STDIN>) {
        s/\Q$url\E/HUB/g;
        s/\Q$host\E/HUB/g;
        s/\b([0-9A-HJKMNP-TV-Z]{13})(?=[-"., ]|$)/$replica{$1} \/\/= "R" . keys %replica/ge;
        s/\b[0-9a-f]{64}\b/$hash{$&} \/\/= "SHA" . keys %hash/ge;
        s/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00/TIME/g;
        s/\d{4}-\d\d-\d\d \d\d:\d\d/TIME/g;
        s/\b[0-9a-f]{32}\b/BUNDLE/g;
        s/^字节( +)\d+/字节$1N/;
        s/after \d+ ms/after N ms/g;
        s/(流量|bytes) +\d+ ↑  \d+ ↓/$1 N/;
        s/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/CODE/g;
        s/"(bytes|bytes_up|bytes_down|ms|clock_offset_ms)": -?\d+/"$1": "N"/g;
        s/"(person|id)": "R\d+-(\d+)"/$2 > 60 ? "\"$1\": \"PERSON\"" : $&/ge;
        s/"station": \d+/"station": "N"/;
        print;
    }
' "$url" <"$transcript" | awk '/^=== / { file = "made/" $2 ".txt"; next } file { print > file }'

if [[ -n "$update" ]]; then
    rm -f "$here"/expected/*.txt
    cp made/*.txt "$here/expected/"
    echo "golden: $(ls made | wc -l) files written"
else
    diff -ru "$here/expected" made || {
        echo "golden: the command line does not answer as it did; if that is meant: golden.sh --update" >&2
        exit 1
    }
fi
