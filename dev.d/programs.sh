# SPDX-License-Identifier: Apache-2.0
# Shared by the story and the pictures: the programs, a hub, stations, sample records.

bin="$PWD/build/bin"
district=500115
town=500115127  # 双龙镇
year="$(($(date +%Y) - 1))"  # the last whole year: nothing in it lies ahead
servers=()

step() { printf '\n%s\n    %s\n' "$1" "$2"; }
note() { printf '      %s\n' "$*"; }
trouble() {
    printf '\n出错了：%s\nIt went wrong: %s\n' "$1" "$2" >&2
    exit 1
}

stop_servers() {
    local pid
    for pid in "${servers[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${servers[@]}"; do wait "$pid" 2>/dev/null || true; done
    servers=()
}

# A folder that goes away, and servers that end with it, however this script ends.
open_stage() {
    make_scratch
    trap 'stop_servers; rm -rf "$scratch"' EXIT
    hub="$scratch/hub"
}

admin() { "$bin/fayi-server" "$1" "${@:2}" --data "$hub" --json; }

# station NAME COMMAND…: the station's own folder, JSON out.
station() { "$bin/fayi-station" --data "$scratch/$1" --json "${@:2}"; }

# make_hub: the district, answering on a free port of this machine: $url.
make_hub() {
    "$bin/fayi-server" init --data "$hub" --district "$district" 长寿区 --json >/dev/null
    : >"$scratch/hub.out"
    # A session of its own: Ctrl-C ends the script first, and the script ends the hub.
    setsid "$bin/fayi-server" serve --data "$hub" --listen 127.0.0.1:0 >"$scratch/hub.out" 2>"$scratch/hub.err" &
    servers+=($!)
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        url="$(sed -n 's/.*"listening" *: *"\([^"]*\)".*/\1/p' "$scratch/hub.out")"
        [[ -z "$url" ]] || return 0
        kill -0 "${servers[-1]}" 2>/dev/null || break
        sleep 0.1
    done
    cat "$scratch/hub.err" >&2
    trouble "区县服务没有启动" "the hub did not start"
}

# enrol_code NAME ROLE ORG: a person of the district, and a code that works once.
enrol_code() {
    local person
    person="$(admin person add --name "$1" --role "$2" --org "$3" | jq -r .person)"
    admin enrol-code --person "$person" | jq -r .code
}

# samples SEED COUNT TYPE ORG: generated records, one per line.
samples() { "$bin/fayi-sample" --seed "$1" --count "$2" --type "$3" --year "$year" --org "$4"; }

# create STATION TYPE: records from standard input; prints their ids.
create() { station "$1" create "$2" - | jq -r .id; }

# appoint STATION VERIFIER ADVISOR VILLAGE: the advisor's appointment there, and a visit in every month of this year
# that is over but one; written by STATION, verified by VERIFIER.
appoint() {
    local this id month last visit
    this="$(date +%Y)"
    last="$((10#$(date +%m) - 1))"
    {
        station "$1" create appointment "$(jq -nc --arg who "$3" --arg village "$4" --arg year "$this" '{advisor: $who,
            advisor_kind: "lawyer", licence_no: "15001201810123456", firm: "重庆长寿某律师事务所", contract_no: "村顾〔\($year)〕1号",
            starts_on: "\($year)-01-01", due_on: "\($year)-12-31", board_posted: true, board_on: "\($year)-01-04",
            villages: [{village: $village, since: "\($year)-01-01"}]}')" | jq -r .id
        for ((month = 1; month <= last; month++)); do
            ((month != 4)) || continue
            visit="$(jq -nc --arg who "$3" --arg village "$4" --arg day "$this-$(printf '%02d' "$month")-12" '{happened_on: $day,
                village: $village, arrived_at: "09:00", left_at: "11:30", duration: 150, mode: "on-site", advisor: $who,
                kinds: ["consultation"], persons_served: 6, confirm_method: "signed-paper", confirmer: "村主任",
                summary: "接待群众咨询宅基地和赡养问题，讲解民法典相邻关系。"}')"
            station "$1" create service-visit "$visit" | jq -r .id
        done
    } >"$scratch/appointed"
    while read -r id; do station "$1" submit "$id" >/dev/null; done <"$scratch/appointed"
    sync "$1"
    sync "$2"
    while read -r id; do station "$2" verify "$id" >/dev/null; done <"$scratch/appointed"
    sync "$2"
    sync "$1"
}

# sync STATION: exit code 6 says that something needs attention, which is part of the story.
sync() {
    local answer code=0
    answer="$(station "$1" sync)" || code=$?
    ((code == 0 || code == 6)) || trouble "$1 同步失败（$code）：$answer" "$1 could not sync ($code): $answer"
    note "$(jq -r '"推送 pushed \(.pushed) · 接收 pulled \(.pulled) · 冲突 conflicts \(.conflicts) · 字节 bytes \(.bytes_up)↑ \(.bytes_down)↓"' <<<"$answer")"
}

# fingerprint STATION: the SHA-256 at the end of its dump.
fingerprint() { station "$1" dump | tail -n 1 | jq -r .sha256; }
