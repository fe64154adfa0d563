// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "pdf.h"

namespace fayi::paper {
namespace {

Json mediation() {
    return Json::parse(R"json({
        "accepted_on": "2026-02-03", "body_name": "双龙镇人民调解委员会", "mediators": ["赵和", "钱顺"],
        "source": "application", "dispute_type": "neighbour", "difficulty": "ordinary", "village": "500115127200",
        "parties": [
            {"item": "p1", "side": "applicant", "kind": "person", "name": "张龘", "gender": "male",
             "ethnicity": "汉族", "age": 52, "occupation": "务农", "id_number": "500115198001010011",
             "phone": "13800001234", "address": "双龙镇龙滩村3组"},
            {"item": "p2", "side": "respondent", "kind": "organisation", "name": "某农业公司",
             "credit_code": "91350100M000100Y43", "phone": "023-40001234", "address": "双龙镇新街8号"}],
        "people": 7, "amount_claimed": 860050, "facts": "因排水沟改道，雨水浸入张某院坝，双方多次争执。",
        "requests": "恢复排水沟，赔偿损失。", "voluntary": true, "result": "success", "closed_on": "2026-02-10",
        "agreement_form": "written", "agreement_on": "2026-02-10", "agreement_amount": 500000,
        "agreement": "一、某农业公司于十日内恢复排水沟。\n二、某农业公司赔偿张某人民币五千元。",
        "signed_and_sealed": true, "performance": "pending", "performance_due_on": "2026-02-20",
        "confirmable": true, "confirmation": "none", "dossier_no": "（2026）双人调字第3号",
        "documents": ["application", "notice", "identity", "record", "agreement", "back-cover"],
        "filed_on": "2026-02-12", "keep": "30-years"})json");
}

std::map<std::string, Json> records() {
    std::map<std::string, Json> out;
    out["contract-review"] = Json::parse(R"json({
        "level": "village", "client": "龙滩村村民委员会", "village": "500115127200", "received_on": "2026-03-02",
        "contract_name": "果园租赁合同", "contract_type": "lease", "is_template": false, "written": true,
        "counterparty": "某农业公司", "counterparty_kind": "organisation", "credit_code": "91350100M000100Y43",
        "subject": "果园三十亩", "amount": 12345050, "start_on": "2026-04-01", "end_on": "2036-03-31",
        "assembly_decision": "made", "assembly_on": "2026-03-01", "reviewer": "陈顾问",
        "reviewer_role": "village-advisor", "points_checked": ["party", "term"],
        "findings": [
            {"item": "f1", "point": "breach", "clause": "第八条", "risk": "high", "problem": "未约定逾期付款的责任。",
             "advice": "增加逾期付款违约金条款，参照LPR约定。", "law": "《中华人民共和国民法典》第五百八十五条"},
            {"item": "f2", "point": "term", "risk": "low", "advice": "写明期满后附着物的处理。"}],
        "conclusion": "revise", "conclusion_note": "修改后可以签订。", "opinion_no": "双法顾〔2026〕3号",
        "returned_on": "2026-03-05"})json");
    out["service-visit"] = Json::parse(R"json({
        "happened_on": "2026-03-02", "village": "500115127200", "arrived_at": "09:00", "left_at": "11:30",
        "duration": 150, "mode": "on-site", "advisor": "陈顾问", "kinds": ["consultation", "lecture"],
        "persons_served": 23, "audience_groups": ["villagers", "elderly"], "summary": "坐班并讲民法典继承编。",
        "matters": [{"item": "a1", "kind": "consultation", "matter_type": "inheritance", "persons": 2,
                     "brief": "老宅继承", "result": "已答复"}],
        "result": "答复两件。", "needs_follow_up": true, "follow_up": "送达遗嘱范本", "follow_up_on": "2026-03-09",
        "confirm_method": "signed-paper", "confirmer": "李支书", "confirmed_on": "2026-03-02"})json");
    out["consultation"] = Json::parse(R"json({
        "happened_on": "2026-03-03", "happened_at": "10:15", "channel": "window", "site": "district-centre",
        "provider": "王律师", "provider_role": "duty-lawyer", "person_count": 1, "client_kind": "person",
        "anonymous": false, "person_name": "张三", "gender": "male", "age_band": "18-59", "phone": "13800001234",
        "groups": ["migrant-worker"], "matter_type": "wages", "facts": "被拖欠工资三个月。", "request": "讨薪。",
        "answer": "可以申请法律援助，也可以向劳动监察部门投诉。", "law_cited": "《保障农民工工资支付条例》",
        "outcome": "aid-referral", "referred_to": "区法律援助中心", "answered_on": "2026-03-03",
        "satisfaction": "satisfied", "record_no": "2026-017"})json");
    out["outreach"] = Json::parse(R"json({
        "theme": "民法典进军营", "happened_on": "2026-03-04", "started_at": "14:30", "ended_at": "16:00",
        "place": "镇文化站", "form": "lecture", "campaigns": ["law-to-grassroots"], "organiser": "龙河司法所",
        "organiser_role": "justice-office", "co_organisers": ["退役军人服务站"], "speaker": "赵律师",
        "speaker_role": "village-advisor", "audience_groups": ["veteran"], "attendance": 46,
        "law_topics": ["civil-code"], "handouts": 50, "handout_kinds": ["民法典读本"],
        "consultations_answered": 3, "summary": "讲解婚姻家庭编。"})json");
    out["mediation-case"] = mediation();
    return out;
}

}  // namespace

const Json& recordFor(const std::string& form) {
    static const std::map<std::string, Json> kAll = records();
    return kAll.at(definitions().paper(form)->type);
}

}  // namespace fayi::paper
