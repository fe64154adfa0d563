# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The calls of golden.sh, one section a command. Stations a and b, then a hub.

town=500115001
fields='{"theme":"民法典进村","happened_on":"2026-03-01","place":"村委会","form":"lecture","speaker":"李法官","speaker_role":"judge","organiser":"司法所","organiser_role":"justice-office","audience_groups":["villagers","veteran"],"attendance":30,"law_topics":["civil-code"]}'

section init
run a init --name 甲机
run a init --name 再来
run b init --name 乙机

section types
run a types
FILTER='{type, version, may, labels, keys: keys, field_keys: ([.fields[] | keys] | add | unique)}' run a types contract-review
run a types no-such-type

section create
run a create outreach "$fields"
first="$(value)"
printf '%s' '{"facts":"邻里纠纷","happened_on":"2026-03-02"}' >consultation.json
run a create consultation @consultation.json
printf '%s\n' '{"contract_name":"鱼塘承包","findings":[{"advice":"补充违约责任"}]}' '{"contract_name":"茶园"}' | run a create contract-review -
contract="$(jq -rs 'first.id' <"$last")"
printf '%s\n' '{' '  "theme": "分行书写"' '}' | run a create outreach -
draft="$(value)"
run a create outreach '{"theme":7,"happened_on":"2026-02-30","no_such":1,"form":"no-such"}'
printf '%s\n' '{"theme":"好的"}' '{"theme":[]}' '{"theme":"到不了"}' | run a create outreach -
run a create outreach '{"theme": oops}'
run a create outreach $'{"theme":"\xC0\x80"}'
run a create outreach '[]'
run a create no-such-type '{}'
run a create outreach @no-such-file
run a create outreach - </dev/null
run a create outreach '{"org":"42"}'

section get
FILTER=. run a get "$first"
run a get 0000000000001-1
run a get 不是编号

section list
FILTER=.id run a list outreach --where 'attendance>=30,law_topics=民法典'
FILTER=.id run a list --text 邻里
FILTER=.id run a list outreach --order happened_on --limit 1
FILTER=.id run a list --limit 2 --after "$draft"
run a list outreach --where 'attendance>=许多'
run a list outreach --where 'no_such=1'
run a list no-such-type

section edit
run a edit "$first" '{"attendance":31,"place":null}'
run a edit "$first" '{"place":"文化广场"}'
item="$("$station_program" --data a --json get "$contract" | jq -r '.fields.findings[0].item')"
FILTER=.fields.findings run a edit "$contract" "{\"findings\":[{\"item\":\"$item\",\"risk\":\"high\"},{\"advice\":\"写明面积\"}]}"
run a edit "$first" '{"no_such":1}'
run a edit "$first" '{}'
run a edit 0000000000001-1 '{}'

section import
printf '活动主题,日期,参加人数,宣传形式\n"反诈,进校园",2026/3/1,"1,200",讲座\n禁毒,20260302,20,摆点宣传\n' >good.csv
run a import outreach good.csv --dry-run
run a import outreach good.csv
printf '活动主题,日期,参加人数\n反诈,2026/13/1,许多\n禁毒,20260302,20\n' >bad.csv
run a import outreach bad.csv
run a import outreach bad.csv --partial
printf '题目,序号\n调解,1\n' >mapped.csv
run a import outreach mapped.csv
printf '%s' '{"题目":"theme","序号":null}' >map.json
run a import outreach mapped.csv --map map.json
printf '%s\n' '{"theme":"一行一条"}' '{"theme":1}' >lines.jsonl
run a import outreach lines.jsonl
run a import outreach book.xlsx
run a import outreach good.csv
run a import outreach bad.csv --errors errors.xlsx
run a import outreach errors.xlsx --dry-run
run a import outreach lines.jsonl --sheet 台账

section export
FILTER='{file,records,fields,masked,left_out}' run a export outreach 宣传.csv --where form=lecture --fields theme,日期,主讲人
cat 宣传.csv >>"$transcript"
FILTER='{records,masked,left_out}' run a export contract-review 合同.xlsx --identified --reason 区局调阅
run a export contract-review 合同2.xlsx --identified
run a export outreach 宣传.csv
run a export outreach 宣传.pdf
run a export outreach 别的.csv --fields 没有的字段
FILTER='map(del(.sha256, .at))' run a exports

section submit
FILTER=. run a get "$draft"
run a submit "$draft"
FILTER='{state,sync}' run a submit "$first"

section delete
FILTER='{deleted,sync}' run a delete "$draft"
FILTER=.id run a list outreach --deleted
run a edit "$draft" '{"theme":"x"}'

section restore
FILTER='{deleted,sync}' run a restore "$draft"
version="$("$station_program" --data a --json history "$first" | jq -r '.[0].version')"
FILTER=.fields.attendance run a restore "$first" --version "$version"
run a restore "$first" --version 0000000000001-1
run a restore "$first" --version 版本

section history
run a history "$first"
run a history 0000000000001-1

section status
run a status

start_hub

section enrol
run a sync
run a enrol --server hub.example --code CODE
run a enrol --server http://127.0.0.1:9 --code AAAA-AAAA-AAAA
run a enrol --server "$url" --code AAAA-AAAA-AAAA
used="$(code 周文静 clerk "$town")"
run a enrol --server "$url" --code "$used"
run b enrol --server "$url" --code "$used"
run b enrol --server "$url" --code "$(code 何志远 head "$town")"

section sync
FILTER='.pulled |= (if . > 60 then "N" else . end)' run a sync
FILTER='.pulled |= (if . > 60 then "N" else . end)' run b sync
run b sync --records-only
run a edit "$first" '{"attendance":31}' && run b edit "$first" '{"attendance":35}'
run a sync
run b sync
run a create outreach '{"theme":"外镇"}' --org 500115002
FILTER='{id,org,sync}' run a create outreach '{"theme":"外镇"}' --org 500115002 --unchecked
FILTER='.pulled |= (if . > 60 then "N" else . end)' run a sync

section status
FILTER='{station,person,role,people,enrolled,scope,link,conflicts,refused,needs_attention,last_problem}' run a status

section link
run a link
run a link --metered yes --daily-mb 50
printf 'http://zhang:secret@127.0.0.1:9\n' | run a link --proxy -
run a sync
printf 'proxy.example\n' | run a link --proxy -
run a link --metered maybe
run a link --proxy system --metered no --daily-mb none
plain a link

section link-test
FILTER='{ok,steps:[.steps[]|{step,state}]}' run a link-test
FILTER='{ok,steps:[.steps[]|{step,state}]}' run a link-test --server http://127.0.0.1:9
run a link-test --server hub.example
run no-store link-test

section attention
FILTER='map({record,change,code,type,title,creation,reason,writes})' run a attention
refused="$(value '.[0].change')"

section mend
run a edit "$refused" '{"attendance":1}'
run a mend "$refused"
run a mend "$refused" '{"org":"500115001","attendance":"许多"}'
FILTER='{org,sync,was,mended,theme:.fields.theme}' run a mend "$refused" '{"org":"500115001"}'
run a mend "$refused"

section discard
FILTER='{id,org,sync}' run a create outreach '{"theme":"又一外镇"}' --org 500115002 --unchecked
refused="$(value .id)"
FILTER='{pushed,refused:(.refused|length)}' run a sync
run a discard "$refused"
run a discard "$refused"
run a attention

section conflicts
run a conflicts "$first"
run b conflicts
taken="$(value '.[0].siblings[0].version')"
run a conflicts "$contract"

section resolve
run a resolve "$first" attendance
run a resolve "$first" theme --take "$taken"
run a resolve "$first" attendance --value '"许多"'
FILTER='{conflicts,attendance:.fields.attendance}' run a resolve "$first" attendance --take "$taken"
run a resolve "$first" attendance --value 40
FILTER='{conflicts,pushed}' run a sync
FILTER='{conflicts,pushed}' run b sync

section verify
run a verify "$draft"
FILTER='{state,sync}' run b verify "$first"

section return
run b return "$first"
run b return "$first" --remark ' '
run b return "$first" --remark 人数请核对 --field no_such
FILTER='{state,sync,remarks}' run b return "$first" --remark 人数请核对 --field attendance
FILTER='{state,sync}' run b submit "$first"
FILTER='{state,sync}' run b verify "$first"

section void
run a void "$first" --reason 重复登记
run b void "$first" --reason ' '
run a void "$draft" --reason 重复登记

section move
run b move "$first" 42
FILTER=.org run b move "$first" 500115001001

section figures
FILTER='.figures |= map(select(.id == "F29" or .id == "F05"))' run b figures annual --from 2026-01-01 --to 2026-12-31
FILTER='{id,state,theme:.fields.theme}' run b figures annual F29 --records --from 2026-01-01 --to 2026-12-31
run b figures annual --from 2026-02-30 --to 2026-12-31
run b figures no-such --from 2026-01-01 --to 2026-12-31
run b figures annual F99 --records --from 2026-01-01 --to 2026-12-31
run b figures annual --from 2026-01-01 --to 2026-12-31 --unit 42
FILTER='{figures:[.figures[] | [.id, .labels.zh, .shown]], checks:[.checks[] | [.id, .holds]]}' run b figures mediation-monthly --from 2016-08-01 --to 2016-08-31

section assess
FILTER='map({pack, village, points, answered, most})' run b assess --person 陈顾问 --from 2025-01-01 --to 2025-12-31 --village 500115001200
run b assess --person 陈顾问 --from 2025-01-01 --to 2025-12-31 --pack no-such
run b assess --person 陈顾问 --from 2025-01-01 --to 2025-12-31
run b assess --person 陈顾问 --from 2025-01-01 --to 2025-12-31 --line A02

section report
short='{report,version,from,to,unit,office,units,missing:(.missing|length),weaknesses,plans,figures:[.figures[]|select(.id=="F29")]}'
FILTER="$short" run b report --year 2026 --document 报告.docx --sheet 数据.xlsx
run b report --year 2026 --document 报告.docx
run b report --year 2026 --from 2026-01-01
run b report
FILTER="$short + {frozen}" run b report annual --from 2026-01-01 --to 2026-12-31 --unit 500115001 --freeze
FILTER='map(del(.at))' run b frozen
FILTER="$short + {frozen}" run b report --frozen 1
run b report --frozen 7
run b report --frozen 1 --year 2026

section privacy
FILTER='{more, records: [.records[] | {type, fields, kept_until}]}' run b subject --name 李法官
run b subject
run b subject --name 查无此人 --copy 副本.xlsx --reason 本人申请
FILTER='map({type, happened_on, kept_until})' run b retention --on 2037-01-01
run b retention --on 昨天
run b restrict "$first"

section dump
FILTER='{pushed}' run b sync
FILTER='{conflicts}' run a sync
FILTER='select(.fields.theme == "民法典进村" or .sha256)' run b dump

section backup
run b backup copy.db
run b backup copy.db

section restore-backup
run c restore-backup no-such-file
run c restore-backup copy.db
run c restore-backup copy.db
FILTER='select(.sha256)' run c dump

section check
FILTER='del(.records)' run c check
cp -r c damaged && printf 'this is no longer a database at all' | dd of=damaged/station.db conv=notrunc status=none
run damaged check
run damaged create outreach '{}'

section bundle
run b bundle write out.bundle
FILTER='{changes,parts}' run b bundle write out.bundle
run b bundle write out.bundle --blobs
"$server_program" bundle read --data hub --json out.bundle >read.json
"$server_program" bundle write --data hub --json --station "$(jq .station read.json)" back.bundle >/dev/null
FILTER='del(.requests)' run b bundle read back.bundle
FILTER='del(.requests)' run b bundle read back.bundle
run a bundle read back.bundle
run a bundle read out.bundle
head -c 300 back.bundle >half.bundle
run b bundle read half.bundle
run b bundle read no-such-file
run b bundle read read.json
FILTER='del(.requests) | .pulled = "N"' run b bundle send "$url"
run b bundle send http://127.0.0.1:9
run d init --name 深山站
run d create outreach '{"theme":"没有网络"}'
run d bundle write d.bundle
person="$("$server_program" person add --data hub --json --name 孙向前 --role clerk --org "$town" | jq -r .person)"
"$server_program" enrol-code --data hub --json --person "$person" --file join.json >/dev/null
run d enrol --file no-such-file
run d enrol --file read.json
run d enrol --file join.json
run d bundle write d.bundle --split 2KB
"$server_program" bundle read --data hub --json d.bundle >read.json
"$server_program" bundle write --data hub --json --station "$(jq .station read.json)" --split 1MB d.back >/dev/null
FILTER='del(.requests) | .pulled = "N"' run d bundle read d.back
FILTER='{person,role,enrolled,waiting}' run d status
plain d bundle write d.bundle
run d relay --listen nowhere
run d relay --listen 127.0.0.1:0

section attach
printf '%%PDF-1.4\n合同扫描件\n' >scan.pdf && printf '#!/bin/sh\n' >script.pdf && : >empty.pdf
FILTER='{theme:.fields.theme}' run a create outreach '{"theme":"有附件的"}'
with_file="$(value)"
run a attach "$with_file" attachments scan.pdf
hash="$(value .blob)"
FILTER=.fields.attachments run a get "$with_file"
run a attach "$with_file" attachments script.pdf
run a attach "$with_file" attachments empty.pdf
run a attach "$with_file" attachments no-such-file
run a attach "$with_file" theme scan.pdf
FILTER='{blobs_waiting,thumbnails_missing}' run a status
FILTER='{pushed,blobs_up}' run a sync --records-only
FILTER='{pushed,blobs_up}' run a sync
FILTER='{pulled,blobs_down}' run b sync

section blob
run b blob "$hash" -o fetched.pdf
cmp scan.pdf fetched.pdf
run b blob "$hash" -o no-such-folder/fetched.pdf
run b blob "$(printf '%064d' 0)" -o other.pdf
run b blob 合同 -o other.pdf

section paper
run a paper
run a paper mediation-case
run a paper "$contract"
FILTER='del(.bytes)' run a paper "$contract" contract-opinion -o opinion.pdf
FILTER='del(.bytes)' run a paper "$first" outreach-sheet -o sheet.pdf
FILTER='del(.bytes)' run a paper "$first" outreach-sheet -o sheet.pdf --language en
head -c 5 sheet.pdf >>"$transcript"
FILTER='del(.bytes)' run a paper "$first" outreach-sheet -o sheet.docx
head -c 2 sheet.docx >>"$transcript"
run a paper "$first" outreach-sheet -o sheet.docx
run a paper "$first" contract-opinion -o other.pdf
run a paper "$first" outreach-sheet
run a paper "$first" outreach-sheet -o no-such-folder/sheet.pdf
run a paper no-such
plain a paper outreach
plain a paper "$first" outreach-sheet -o sheet.pdf
plain a paper "$first" outreach-sheet -o plain.docx

section pin
printf '123\n' | run c pin set
printf '246810\n' | run c pin set
printf '246810\n' | run c pin check
printf '000000\n' | run c pin check
printf '000000\n13579\n' | run c pin set
printf '246810\n13579\n' | run c pin set
run c pin check </dev/null
printf '13579\n' | plain c pin remove
printf '13579\n' | plain c pin remove
plain c pin check
run c pin
run c reveals

section plain
plain a status
plain a list outreach --order happened_on
plain a get "$contract"
plain a create outreach '{"theme":"直接读","happened_on":"2026-03-02"}'
plain a create outreach '{"theme":1,"attendance":"x"}'
plain a edit "$contract" '{"amount":123450}'
plain a import outreach bad.csv
plain a history "$contract"
plain a conflicts
plain b sync
plain b figures annual --from 2026-01-01 --to 2026-12-31
plain b figures annual F29 --records --from 2026-01-01 --to 2026-12-31
plain c check
plain a --lang en status
plain a --lang en get "$contract"

section usage
run a
run a no-such-command
run a get
run a list --limit many
run a get "$first" --as 没有这个人
run no-store status
LANG=en_US.UTF-8 run a get 0000000000001-1
run a --lang en create outreach '{"attendance":"many"}'

section help
for language in zh en; do
    for command in '' init enrol types status get list history dump create import edit attach blob submit verify return delete \
        restore void restrict number move conflicts resolve attention mend discard sync link link-test figures assess backup \
        restore-backup check bundle 'bundle write' 'bundle read' 'bundle send' relay export exports report frozen subject retention pin \
        'pin set' 'pin remove' 'pin check' reveals; do
        # shellcheck disable=SC2086
        run a --lang "$language" $command --help
    done
done
