// SPDX-License-Identifier: Apache-2.0
#include "recount.h"

#include "fayi/base/clock.h"

namespace fayi::schema {
namespace {

/// One record's answers, an empty one where there is none.
class Answers {
public:
    explicit Answers(const Json& fields) : m_fields(fields) {}

    std::string text(const char* name) const {
        const Json value = m_fields.value(name, Json());
        return value.is_string() ? value.get<std::string>() : "";
    }
    double amount(const char* name) const {
        const Json value = m_fields.value(name, Json());
        return value.is_number() ? value.get<double>() : 0;
    }
    bool given(const char* name) const {
        const Json value = m_fields.value(name, Json());
        return !value.is_null() && value != "" && value != Json::array();
    }
    bool is(const char* name) const { return m_fields.value(name, Json()) == true; }
    bool is(const char* name, std::initializer_list<const char*> any) const {
        return std::find(any.begin(), any.end(), text(name)) != any.end();
    }
    bool has(const char* name, std::initializer_list<const char*> any) const {
        for (const Json& tag : list(name))
            for (const char* wanted : any)
                if (tag == wanted)
                    return true;
        return false;
    }
    Json list(const char* name) const {
        const Json value = m_fields.value(name, Json());
        return value.is_array() ? value : Json::array();
    }

private:
    const Json& m_fields;
};

using Holds = std::function<bool(const Answers&)>;

bool always(const Answers&) {
    return true;
}

class Clerk {
public:
    Clerk(const std::vector<Row>& rows, std::string from, std::string to, const std::set<std::string>& orgs)
        : m_from(std::move(from)), m_to(std::move(to)) {
        for (const Row& row : rows)
            if (row.state == "verified" && !row.deleted && orgs.contains(row.org))
                m_byType[row.type].push_back(&row);
    }

    // Which days
    Holds on(const char* day) const {
        return [this, day](const Answers& a) {
            return a.given(day) && m_from <= a.text(day) && a.text(day) <= m_to;
        };
    }
    Holds standing(const char* since, const char* ended) const {
        return [this, since, ended](const Answers& a) {
            return a.given(since) && a.text(since) <= m_to && (!a.given(ended) || a.text(ended) > m_to);
        };
    }
    Holds open(const char* since, const char* ended) const {
        return [this, since, ended](const Answers& a) {
            return a.given(since) && a.text(since) <= m_to && (!a.given(ended) || a.text(ended) >= m_from);
        };
    }
    bool within(const std::string& day) const { return !day.empty() && m_from <= day && day <= m_to; }
    const std::string& to() const { return m_to; }

    // How to count
    Recounted count(const char* type, const Holds& when, const Holds& which = always) const {
        return total(type, when, which, [](const Answers&) { return std::optional(1.0); });
    }
    Recounted sum(const char* type, const Holds& when, const char* field, const Holds& which = always) const {
        return total(type, when, which, [field](const Answers& a) {
            return a.given(field) ? std::optional(a.amount(field)) : std::nullopt;
        });
    }
    Recounted different(const char* type, const Holds& when, const char* field,
                        const Holds& which = always) const {
        std::set<std::string> seen;
        Recounted out = total(type, when, which, [&](const Answers& a) {
            if (!a.given(field))
                return std::optional<double>();
            seen.insert(a.text(field));
            return std::optional(0.0);
        });
        out.value = static_cast<double>(seen.size());
        return out;
    }
    /// Adds what `measure` says of each record; nothing: the record does not stand behind the number.
    Recounted total(const char* type, const Holds& when, const Holds& which,
                    const std::function<std::optional<double>(const Answers&)>& measure) const {
        Recounted out;
        const auto found = m_byType.find(type);
        if (found == m_byType.end())
            return out;
        for (const Row* row : found->second) {
            const Answers answers(row->fields);
            if (!when(answers) || !which(answers))
                continue;
            if (const auto one = measure(answers)) {
                out.value += *one;
                out.records.insert(row->id);
            }
        }
        return out;
    }

private:
    std::string m_from;
    std::string m_to;
    std::map<std::string, std::vector<const Row*>> m_byType;
};

Recounted both(Recounted one, const Recounted& other) {
    one.value += other.value;
    one.records.insert(other.records.begin(), other.records.end());
    return one;
}

Recounted over(Recounted one, const Recounted& below) {
    one.denominator = below.value;
    return one;
}

Holds is(const char* field, std::initializer_list<const char*> any) {
    const std::vector<const char*> kept(any);
    return [field, kept](const Answers& a) {
        return std::any_of(kept.begin(), kept.end(), [&](const char* code) { return a.is(field, {code}); });
    };
}
Holds yes(const char* field) {
    return [field](const Answers& a) { return a.is(field); };
}
Holds has(const char* field, std::initializer_list<const char*> any) {
    const std::vector<const char*> kept(any);
    return [field, kept](const Answers& a) {
        return std::any_of(kept.begin(), kept.end(), [&](const char* code) { return a.has(field, {code}); });
    };
}
Holds all(std::initializer_list<Holds> parts) {
    const std::vector<Holds> kept(parts);
    return [kept](const Answers& a) {
        return std::all_of(kept.begin(), kept.end(), [&](const Holds& part) { return part(a); });
    };
}
Holds any(std::initializer_list<Holds> parts) {
    const std::vector<Holds> kept(parts);
    return [kept](const Answers& a) {
        return std::any_of(kept.begin(), kept.end(), [&](const Holds& part) { return part(a); });
    };
}

std::optional<double> howMany(const Answers& a, const char* list) {
    const std::size_t size = a.list(list).size();
    return size == 0 ? std::nullopt : std::optional(static_cast<double>(size));
}

/// Whole months, both days included.
double months(const std::string& first, const std::string& last) {
    const std::string end = dateOfDays(daysOf(last).value_or(0) + 1);
    const auto number = [](const std::string& date, int at, int size) {
        return std::stoi(date.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(size)));
    };
    return (number(end, 0, 4) - number(first, 0, 4)) * 12 + number(end, 5, 2) - number(first, 5, 2) -
           (number(end, 8, 2) < number(first, 8, 2) ? 1 : 0);
}

using Book = std::map<std::string, Recounted>;

void management(Book& book, const Clerk& c) {
    book["F01"] = c.count("agenda-item", c.on("held_on"),
                          all({yes("is_rule_of_law"), is("meeting_kind", {"party-group"})}));
    const Holds mechanism = is("kind", {"mechanism"});
    const Holds inForce = c.standing("issued_on", "ended_on");
    book["F02"] = both(c.sum("instrument", inForce, "offices", mechanism),
                       c.sum("instrument", inForce, "groups", mechanism));
    book["F38"] = c.count("instrument", c.on("issued_on"),
                          all({has("topics", {"legal-aid"}), is("kind", {"rules", "measures"})}));
    book["F41"] =
        c.total("instrument", c.on("starts_on"),
                all({is("kind", {"scheme"}), is("campaign", {"legal-aid-100-days"})}), [](const Answers& a) {
                    return a.given("ends_on") ? months(a.text("starts_on"), a.text("ends_on")) : 0.0;
                });
    book["F52"] = c.different("inspection", c.on("inspected_on"), "object", is("object_kind", {"unit"}));
    book["F53"] = c.different("inspection", c.on("inspected_on"), "village", is("object_kind", {"village"}));
    book["F67"] = c.count("plan-item", c.on("written_on"), is("kind", {"brand"}));
}

void documents(Book& book, const Clerk& c) {
    const Holds major = is("level", {"district-major"});
    book["F03"] = c.count("document-review", c.on("returned_on"));
    book["F04"] = c.count("contract-review", c.on("returned_on"), major);
    book["F05"] = both(c.total("document-review", c.on("returned_on"), always,
                               [](const Answers& a) { return howMany(a, "opinions"); }),
                       c.total("contract-review", c.on("returned_on"), major,
                               [](const Answers& a) { return howMany(a, "findings"); }));
    const Holds general = is("campaign", {"general"});
    const auto swept = [&](const Holds& which) {
        return c.count("cleanup-item", c.on("decided_on"), all({general, which}));
    };
    book["F06"] = swept(is("level", {"government"}));
    book["F07"] = swept(is("level", {"department"}));
    book["F08"] = swept(is("disposition", {"amend", "repeal"}));
    book["F09"] = c.different("cleanup-item", c.on("decided_on"), "document", [](const Answers& a) {
        return a.given("campaign") && a.text("campaign") != "general";
    });
    book["F37"] = c.count("contract-review", c.on("returned_on"), is("level", {"village"}));
}

void enforcement(Book& book, const Clerk& c) {
    book["F10"] =
        c.different("enforcement-check", c.on("checked_on"), "subject_no", is("subject_kind", {"body"}));
    book["F11"] =
        c.different("enforcement-check", c.on("checked_on"), "subject_no", is("subject_kind", {"officer"}));
    book["F13"] = c.different("file-audit", c.on("audited_on"), "body_name");
    const Holds listed = c.standing("effective_on", "ended_on");
    book["F14"] = c.count("list-item", listed, is("list", {"powers"}));
    book["F15"] = c.count("list-item", listed, is("list", {"services"}));
    book["F16"] = c.count("reconsideration", c.on("received_on"));
    book["F17"] = c.count("reconsideration", c.on("closed_on"), all({yes("mediated"), yes("settled")}));
    book["F18"] = c.different("litigation", c.open("filed_on", "closed_on"), "case_no");
    book["F19"] = c.count("hearing", c.on("held_on"), yes("head_present"));
    book["F20"] = over(
        c.different("hearing", c.on("held_on"), "case_no", all({yes("head_required"), yes("head_present")})),
        c.different("hearing", c.on("held_on"), "case_no", yes("head_required")));
}

Recounted robots(const Clerk& c, const char* kind) {
    return c.total("service-site", c.standing("opened_on", "ended_on"), always, [&](const Answers& a) {
        std::optional<double> pieces;
        for (const Json& item : a.list("equipment")) {
            const Answers one(item);
            const bool works = one.given("since") && one.text("since") <= c.to() &&
                               (!one.given("ended_on") || one.text("ended_on") > c.to());
            if (one.is("kind", {kind}) && works && one.given("quantity"))
                pieces = pieces.value_or(0) + one.amount("quantity");
        }
        return pieces;
    });
}

Recounted upgraded(const Clerk& c, const Holds& host) {
    return c.count("service-site", c.open("opened_on", "ended_on"), [&](const Answers& a) {
        bool done = false;
        for (const Json& item : a.list("upgrades"))
            done = done || c.within(Answers(item).text("upgraded_on"));
        return a.is("tier", {"township"}) && done && host(a);
    });
}

void publicService(Book& book, const Clerk& c) {
    book["F21"] = robots(c, "large-robot");
    book["F22"] = robots(c, "small-robot");
    const Holds centre = is("site", {"district-centre"});
    book["F23"] =
        both(c.count("consultation", c.on("happened_on"), all({is("channel", {"window", "robot"}), centre})),
             c.sum("channel-tally", c.on("month_end"), "quantity",
                   all({is("channel", {"robot", "terminal"}), centre})));
    book["F24"] = c.sum("channel-tally", c.on("month_end"), "quantity", is("channel", {"hotline-12348"}));
    book["F25"] = upgraded(c, always);
    book["F26"] = upgraded(c, is("host", {"governance-centre"}));
    book["F27"] = upgraded(c, is("host", {"justice-office"}));
    book["F28"] = c.different("service-site", c.standing("opened_on", "ended_on"), "tier",
                              has("target_groups", {"veteran"}));
    const Holds enterprise = is("client_kind", {"enterprise"});
    book["F30"] = both(c.count("consultation", c.on("happened_on"), enterprise),
                       c.count("legal-opinion", c.on("given_on"), enterprise));
    const Holds firms = is("kind", {"law-firm", "legal-service-office"});
    book["F32"] = c.sum("provider-return", c.on("period_end"), "cases", firms);
    book["F33"] = c.sum("provider-return", c.on("period_end"), "consultations", firms);
    book["F34"] = c.sum("provider-return", c.on("period_end"), "appraisals", is("kind", {"forensic"}));
    book["F35"] = c.sum("provider-return", c.on("period_end"), "notarial_acts", is("kind", {"notary"}));
}

void education(Book& book, const Clerk& c) {
    const auto events = [&](const Holds& which) { return c.count("outreach", c.on("happened_on"), which); };
    book["F29"] = events(all(
        {is("form", {"lecture"}), has("audience_groups", {"veteran"}), has("law_topics", {"civil-code"})}));
    book["F31"] = events(has("campaigns", {"epidemic"}));
    book["F36"] =
        events(any({is("speaker_role", {"village-advisor"}), is("organiser_role", {"village-advisor"})}));
    book["F51"] = events(has("campaigns", {"law-to-grassroots"}));
    book["F49"] = c.count("media-item", c.on("published_on"));
    book["F50"] = c.count("media-item", c.on("published_on"), has("law_topics", {"civil-code"}));
    const Holds held = c.on("held_on");
    const Holds campaign = has("campaigns", {"legal-aid-100-days"});
    book["F12"] = c.sum("training", held, "attendance",
                        all({has("audiences", {"enforcement-officer"}), is("mode", {"online"})}));
    book["F42"] =
        both(c.sum("training", held, "attendance", all({campaign, has("audiences", {"village-cadre"})})),
             c.sum("outreach", c.on("happened_on"), "attendance",
                   all({campaign, has("audience_groups", {"village-cadre"})})));
    book["F65"] = c.count("training", held, has("audiences", {"mediator"}));
    book["F66"] = c.sum("training", held, "attendance", has("audiences", {"mediator"}));
    const auto named = [&](const char* honour, const char* tier) {
        return c.count("recognition", c.on("named_on"), all({is("honour", {honour}), is("tier", {tier})}));
    };
    book["F54"] = named("education-base", "municipal");
    book["F55"] = named("model-village", "municipal");
    book["F56"] = named("model-village", "national");
    book["F57"] = c.different("recognition", c.standing("named_on", "ended_on"), "division",
                              is("honour", {"three-governances"}));
    book["F58"] = c.count("recognition", c.on("named_on"), is("honour", {"award"}));
}

void legalAid(Book& book, const Clerk& c) {
    const Holds priority = has("groups", {"left-behind-children", "empty-nest", "disabled", "women"});
    const auto accepted = [&](const Holds& which) {
        return c.count("aid-application", c.on("decided_on"),
                       all({is("decision", {"granted", "notice"}), which}));
    };
    const auto won = [&](const Holds& which) {
        return c.sum("aid-case", c.on("closed_on"), "benefit", which);
    };
    book["F39"] = accepted(always);
    book["F40"] = won(always);
    book["F43"] = accepted(priority);
    book["F44"] = won(priority);
    book["F45"] = accepted(yes("agriculture"));
    book["F46"] = won(yes("agriculture"));
    book["F47"] = c.sum("fee-waiver", c.on("happened_on"), "waived");
    book["F48"] = c.count("home-service", c.on("happened_on"));
}

void mediation(Book& book, const Clerk& c) {
    const Holds placed = yes("hosted_in_court");
    const Holds there = c.standing("established_on", "ended_on");
    book["F59"] = c.count("mediation-body", c.on("established_on"), placed);
    book["F60"] = over(c.different("mediation-body", there, "court", placed),
                       c.count("court", c.standing("opened_on", "ended_on")));
    book["F61"] = c.count("mediation-case", c.on("confirmed_on"), is("confirmation", {"confirmed"}));
    book["F62"] = over(book["F61"], c.count("mediation-case", c.on("agreement_on"),
                                            all({is("result", {"success"}), yes("confirmable")})));
    book["F63"] = over(c.count("mediation-case", c.on("closed_on"), is("result", {"success"})),
                       c.count("mediation-case", c.on("closed_on")));
    book["F64"] = c.different("mediation-body", there, "sector", is("kind", {"industry"}));
}

}  // namespace

std::map<std::string, Recounted> recount(const std::vector<Row>& rows, const std::string& from,
                                         const std::string& to, const std::set<std::string>& orgs) {
    const Clerk clerk(rows, from, to, orgs);
    Book book;
    management(book, clerk);
    documents(book, clerk);
    enforcement(book, clerk);
    publicService(book, clerk);
    education(book, clerk);
    legalAid(book, clerk);
    mediation(book, clerk);
    return book;
}

}  // namespace fayi::schema
