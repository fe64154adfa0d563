// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "fayi/schema/catalog.h"
#include "fayi/schema/check.h"

namespace fayi::schema {

/// The built-in definitions; a test that cannot load them ends here, saying why.
inline const Catalog& definitions() {
    static const Catalog kCatalog = [] {
        auto loaded = Catalog::builtIn();
        if (!loaded.ok())
            ADD_FAILURE() << loaded.error().message.en;
        return std::move(loaded).value();
    }();
    return kCatalog;
}

inline const char* kToday = "2026-03-31";

/// A record written by hand of that built-in type with all that a submit asks for, and more; no warning
/// either. Invented persons. Types without one are tested by derived.h.
inline Json fullRecord(const std::string& type) {
    static const std::map<std::string, Json> kRecords = {
        {"service-visit", Json::parse(R"json({
            "happened_on": "2026-03-02", "village": "500115127200", "arrived_at": "09:00", "left_at": "11:30",
            "duration": 150, "mode": "on-site", "advisor": "陈顾问", "kinds": ["consultation", "lecture"],
            "persons_served": 23, "audience_groups": ["villagers", "elderly"], "summary": "坐班并讲民法典继承编",
            "matters": [{"item": "a1", "kind": "consultation", "matter_type": "inheritance", "persons": 2,
                         "brief": "老宅继承", "result": "已答复"}],
            "result": "答复两件", "needs_follow_up": true, "follow_up": "送达遗嘱范本",
            "follow_up_on": "2026-03-09", "related": [{"item": "r1", "record": "0000000000001-1", "note": "咨询"}],
            "confirm_method": "signed-paper", "confirmer": "李支书", "confirmed_on": "2026-03-02"})json")},
        {"consultation", Json::parse(R"json({
            "happened_on": "2026-03-03", "happened_at": "10:15", "channel": "window", "site": "district-centre",
            "provider": "王律师", "provider_role": "duty-lawyer", "duration": 20, "person_count": 1,
            "client_kind": "person", "anonymous": false, "person_name": "张三", "gender": "male",
            "age_band": "18-59", "phone": "13800001234", "id_number": "500115198001010011", "notice_given": true,
            "groups": ["migrant-worker"], "matter_type": "wages", "facts": "被拖欠工资三个月", "request": "讨薪",
            "answer": "可申请法律援助", "law_cited": "《保障农民工工资支付条例》", "outcome": "aid-referral",
            "referred_to": "区法律援助中心", "satisfaction": "satisfied"})json")},
        {"outreach", Json::parse(R"json({
            "theme": "民法典进军营", "happened_on": "2026-03-04", "started_at": "14:30", "ended_at": "16:00",
            "place": "镇文化站", "form": "lecture", "campaigns": ["law-to-grassroots"], "organiser": "龙河司法所",
            "organiser_role": "justice-office", "co_organisers": ["退役军人服务站"], "speaker": "赵律师",
            "speaker_role": "village-advisor", "audience_groups": ["veteran"], "attendance": 46,
            "law_topics": ["civil-code"], "handouts": 50, "handout_kinds": ["民法典读本"],
            "consultations_answered": 3, "summary": "讲解婚姻家庭编"})json")},
        {"contract-review", Json::parse(R"json({
            "level": "village", "client": "龙滩村村委会", "village": "500115127200", "handler": "刘文书",
            "handler_phone": "023-40001234", "received_on": "2026-03-05", "documents": ["draft", "standing"],
            "contract_name": "果园租赁合同", "contract_type": "lease", "is_template": false, "written": true,
            "counterparty": "某农业公司", "counterparty_kind": "organisation", "credit_code": "91350100M000100Y43",
            "subject": "果园三十亩", "amount": 12000000, "start_on": "2026-04-01", "end_on": "2036-03-31",
            "assembly_decision": "made", "assembly_on": "2026-03-01", "reviewer": "陈顾问",
            "reviewer_role": "village-advisor", "points_checked": ["party", "term"],
            "findings": [{"item": "f1", "point": "breach", "clause": "第八条", "risk": "high",
                          "problem": "违约金过高", "advice": "改为年租金的百分之十", "adopted": "yes"}],
            "conclusion": "revise", "opinion_no": "龙审〔2026〕3号", "returned_on": "2026-03-08",
            "signed_on": "2026-03-20"})json")},
        {"org-unit", Json::parse(R"json({
            "code": "500115128", "name_zh": "龙河镇", "name_en": "Longhe Town", "parent": "500115", "kind": "town",
            "from": "1997-06-18", "until": "2099-12-31", "sample": false})json")},
        {"person", Json::parse(R"json({
            "name": "陈顾问", "role": "advisor", "org": "500115127", "scope": ["500115127200"], "active": true,
            "phone": "13800001234"})json")},
        {"record-type", Json::parse(R"json({"name": "visit", "version": 1, "definition": "{}"})json")},
        {"erasure", Json::parse(R"json({
            "record": "0000000000001-1", "paths": "client", "versions": "[1,9]", "reason": "本人申请删除",
            "by": "局办公室", "at": "2026-03-30T10:00:00+08:00"})json")},
    };
    const auto found = kRecords.find(type);
    return found == kRecords.end() ? Json::object() : found->second;
}

inline std::string told(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems)
        text +=
            problem.field + " [" + std::string(nameOf(problem.severity)) + "]: " + problem.message.en + "\n";
    return text;
}

}  // namespace fayi::schema
