// SPDX-License-Identifier: Apache-2.0
#include "furnished.h"

#include "generator.h"
#include "office.h"

namespace fayi::testing {
namespace {

constexpr const char* kTown = "500115127";        // 双龙镇
constexpr const char* kVillage = "500115127200";  // 龙滩村
/// 2026-01-05T09:00:00+08:00, a Monday.
constexpr Millis kBegin{1'767'574'800'000};
/// Of each type so many samples, and so many of them the head has verified.
constexpr std::uint64_t kSamples = 9, kVerified = 6, kSubmitted = 8;

Json lecture(const std::string& theme, const std::string& day, const std::string& place) {
    return {{"theme", theme},
            {"happened_on", day},
            {"place", place},
            {"form", "lecture"},
            {"organiser", "双龙司法所"},
            {"organiser_role", "village-advisor"},
            {"attendance", 45},
            {"speaker", "何志远"},
            {"speaker_role", "village-advisor"},
            {"audience_groups", {"villagers"}},
            {"law_topics", {"constitution"}}};
}

Json visit(const std::string& day) {
    return {{"happened_on", day},    {"village", kVillage},
            {"arrived_at", "09:00"}, {"left_at", "11:30"},
            {"duration", 150},       {"mode", "on-site"},
            {"advisor", "陈立"},     {"kinds", {"consultation"}},
            {"persons_served", 6},   {"confirm_method", "signed-paper"},
            {"confirmer", "村主任"}, {"summary", "接待群众咨询宅基地和赡养问题，讲解民法典相邻关系。"}};
}

Json appointment() {
    return {{"advisor", "陈立"},
            {"advisor_kind", "lawyer"},
            {"licence_no", "15001201810123456"},
            {"firm", "重庆长寿某律师事务所"},
            {"contract_no", "村顾〔2026〕1号"},
            {"starts_on", "2026-01-01"},
            {"due_on", "2026-12-31"},
            {"board_posted", true},
            {"board_on", "2026-01-04"},
            {"villages", Json::array({{{"village", kVillage}, {"since", "2026-01-01"}}})}};
}

/// The year of the office, in the order in which it happened.
class Year {
public:
    explicit Year(const std::filesystem::path& folder)
        : m_hub(m_clock),
          m_shown(m_hub, folder, "双龙所一号机", 11),
          m_clerk(m_hub, folder, "双龙所二号机", 12),
          m_third(m_hub, folder, "双龙所三号机", 13) {
        m_shown.join("何志远", "head", kTown);
        m_shown.join("秦晓岚", "clerk", kTown);
        m_clerk.join("周文静", "clerk", kTown);
        m_third.join("吴敏", "clerk", kTown);
        m_out.folder = m_shown.folder();
    }

    Furnished live() {
        lastYear();
        adviseVillage();
        startEarly();
        disagree();
        joinTexts();
        beRefused();
        closeSome();
        waitForReview();
        leaveUnsent();
        until(kPictured);
        return m_out;
    }

private:
    void until(Millis when) {
        ASSERT_LE(m_clock.now(), when);
        m_clock.advance(when - m_clock.now());
    }
    void untilDay(const std::string& day) {
        until(std::chrono::days(*daysOf(day)) + std::chrono::hours(1));  // nine o'clock in China
    }
    void syncAll() {
        for (Office* office : {&m_clerk, &m_third, &m_shown, &m_clerk, &m_third})
            office->sync();
    }

    /// Samples of last year, most of them verified.
    void lastYear() {
        sample::Generator::Options options;
        options.seed = 31;
        options.org = kTown;
        const auto generator = must(sample::Generator::of(m_clerk->catalog(), options));
        std::vector<std::string> made;
        for (const char* type : {"service-visit", "outreach", "contract-review", "consultation"})
            for (std::uint64_t i = 0; i < kSamples; ++i) {
                made.push_back(m_clerk.create(type, must(generator.make(*m_clerk->catalog().type(type), i))));
                if (i < kSubmitted)
                    m_clerk.submit(made.back());
                if (std::string_view(type) == "contract-review" && i == 0)
                    m_out.conflict = made.back();
            }
        syncAll();
        for (std::size_t i = 0; i < made.size(); ++i)
            if (i % kSamples < kVerified && made[i] != m_out.conflict)
                m_shown.verify(made[i]);
        syncAll();
    }

    /// A visit in every month but one.
    void adviseVillage() {
        std::vector<std::string> made{m_clerk.create("appointment", appointment())};
        for (const char* month : {"01", "02", "03", "05", "06", "07", "08"}) {
            const std::string day = std::string("2026-") + month + "-12";
            untilDay(day);
            made.push_back(m_clerk.create("service-visit", visit(day)));
        }
        for (const std::string& id : made)
            m_clerk.submit(id);
        syncAll();
        for (const std::string& id : made)
            m_shown.verify(id);
        syncAll();
    }

    void startEarly() {
        untilDay("2026-09-01");
        Json fields = lecture("民法典进院坝", "2026-08-28", "双龙镇文化广场");
        fields["summary"] = "宣讲相邻关系和宅基地政策。现场解答群众提问。发放宣传册。";
        m_out.early = m_third.create("outreach", fields);
        m_third.edit(m_out.early, {{"attendance", 66}});
        m_third.submit(m_out.early);
        syncAll();
    }

    void disagree() {
        m_clerk.edit(m_out.conflict, {{"amount", 1'280'000}});
        m_shown.edit(m_out.conflict, {{"amount", 1'350'000}});
        syncAll();
    }

    /// Two people change sentences of one text that stand apart.
    void joinTexts() {
        m_third.edit(m_out.early,
                     {{"summary", "宣讲相邻关系、宅基地和承包地政策。现场解答群众提问。发放宣传册。"}});
        m_shown.edit(m_out.early,
                     {{"summary", "宣讲相邻关系和宅基地政策。现场解答群众提问。发放宣传册一百二十份。"}});
        syncAll();
    }

    /// In a street that is not theirs; the hub says so.
    void beRefused() {
        untilDay("2026-09-08");
        const auto computer = must(station::Station::open(m_shown.folder(), m_clock, m_random));
        computer->leavePermissionToHub();
        (void)must(
            computer->create("outreach", lecture("法律进晏家", "2026-09-07", "文化广场"), "500115002"));
        syncAll();
    }

    void closeSome() {
        const Json fields = lecture("宪法宣传周", "2026-09-04", "龙滩村院坝");
        m_out.closed = m_shown.create("outreach", fields);
        m_out.twice = m_shown.create("outreach", fields);
        m_out.limited = m_shown.create("outreach", fields);
        m_shown.submit(m_out.closed);
        m_shown.makeVoid(m_out.closed, "与同日龙滩村的一条重复");
        m_shown.submit(m_out.limited);
        m_shown.restrict(m_out.limited, "当事人要求删除，档案保管期限未满");
        syncAll();
    }

    /// One that comes back after a return, and one of a colleague.
    void waitForReview() {
        untilDay("2026-09-14");
        Json fields = lecture("农民工工资怎么讨", "2026-09-11", "双龙镇工地");
        fields["law_topics"] = {"wages"};
        const std::string again = m_clerk.create("outreach", fields);
        m_clerk.submit(again);
        syncAll();
        m_shown.giveBack(again, "参加人数与签到表不一致，请核对。", "attendance");
        syncAll();
        m_clerk.edit(again, {{"attendance", 38}});
        m_clerk.submit(again);
        m_clerk.submit(m_clerk.create("service-visit", visit("2026-09-10")));
        syncAll();
    }

    /// Written in the morning, not sent yet.
    void leaveUnsent() {
        untilDay("2026-09-16");
        syncAll();
        m_shown.create("outreach", lecture("反诈骗宣传", "2026-09-15", "双龙社区"));
        m_shown.create("consultation",
                       {{"happened_on", "2026-09-15"}, {"facts", "父母去世后老房子怎么分。"}});
    }

    FakeClock m_clock{kBegin};
    SeededRandom m_random{14};
    Hub m_hub;
    Office m_shown, m_clerk, m_third;
    Furnished m_out;
};

}  // namespace

Furnished furnish(const std::filesystem::path& folder) {
    return Year(folder).live();
}

}  // namespace fayi::testing
