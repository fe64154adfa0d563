// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk.h"
#include "fayi/office/report.h"

namespace fayi::office {

/// A station with verified records of 2026.
struct Reporting : ::testing::Test {
    station::Desk desk;
    RecordId outreach, contract;

    Reporting() {
        desk->leavePermissionToHub();
        station::Json lecture = station::wholeOutreach("民法典进村", "2026-03-01");
        lecture["speaker_role"] = "village-advisor";
        lecture["campaigns"] = {"law-to-grassroots"};
        outreach = verified("outreach", lecture, "500115001");
        contract = verified("contract-review",
                            {{"level", "district-major"},
                             {"client", "区城市管理局"},
                             {"received_on", "2026-02-20"},
                             {"contract_name", "垃圾清运服务合同"},
                             {"contract_type", "mandate"},
                             {"counterparty", "某清运公司"},
                             {"counterparty_kind", "organisation"},
                             {"amount", 123450000},
                             {"findings",
                              {{{"point", "party"}, {"advice", "补充资质"}, {"risk", "medium"}},
                               {{"point", "party"}, {"advice", "明确期限"}, {"risk", "low"}}}},
                             {"reviewer", "王律师"},
                             {"reviewer_role", "lawyer"},
                             {"conclusion", "revise"},
                             {"returned_on", "2026-02-26"}},
                            "500115");
        item("weakness", 2026, "工作站作用发挥不够明显");
        item("weakness", 2026, "调解员办理疑难纠纷的能力不足");
        item("task", 2027, "完善法律顾问考核办法");
    }

    RecordId verified(const std::string& type, const station::Json& fields, const std::string& org) {
        const RecordId id = desk.create(type, fields, org);
        submitAndVerify(id);
        return id;
    }
    void submitAndVerify(RecordId id) {
        desk.clock.advance(Millis(1000));
        if (desk.get(id).view.state == "draft") {
            const auto submitted = desk->submit(id);
            if (!submitted.ok())
                for (const auto& problem : desk->refusedBecause())
                    ADD_FAILURE() << problem.field << ": " << problem.message.en;
        }
        station::must(desk->verify(id));
    }
    void item(const std::string& kind, int year, const std::string& text) {
        verified("plan-item",
                 {{"year", year},
                  {"kind", kind},
                  {"text", text},
                  {"written_on", "2026-01-01"},
                  {"owner", "区司法局"},
                  {"state", "open"}},
                 "500115");
    }
    ReportWish wish(const std::string& unit = {}) const {
        return {"annual", "2026-01-01", "2026-12-31", unit};
    }
    ReportData data(const std::string& unit = {}) {
        return station::must(makeReport(*desk.station, wish(unit), desk.clock));
    }
    static const schema::FigureAnswer& figure(const std::vector<schema::FigureAnswer>& all,
                                              const std::string& id) {
        return *std::ranges::find(all, id, &schema::FigureAnswer::id);
    }
};

}  // namespace fayi::office
