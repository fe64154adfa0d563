// SPDX-License-Identifier: Apache-2.0
// What people write at their computers.
#include "world.h"

namespace fayi::sim {
namespace {

std::string dateOf(Chance& chance) {
    return dateOfDays(20'500 + static_cast<std::int64_t>(chance() % 60));
}

}  // namespace

void World::create(Station& station, Chance& chance, std::size_t large) {
    const auto person = station.enrolled ? pen(station, chance, {}) : std::optional<std::int64_t>(1);
    if (!person)
        return;
    std::vector<store::Save> saves;
    const bool contract = chance() % 2 == 0;
    const std::string name = contract ? "contract-review" : "outreach";
    const schema::RecordType* type = station.store->catalog().type(name);
    std::string org;
    if (station.enrolled && chance() % 2 == 0) {
        const auto& scope = m_model.people.at(station.people.at(*person)).back().scope;
        for (const char* unit : kUnits)
            if (model::Model::within(unit, scope) && (org.empty() || chance() % 2 == 0))
                org = unit;
    }
    for (std::size_t i = 0; i < large; ++i) {
        const Json fields =
            contract ? Json{{"contract_name", value("合同")},
                            {"client", value("委托人")},
                            {"received_on", dateOf(chance)},
                            {"conclusion_note", sentences()},
                            {"findings", {{{"advice", value("意见")}, {"clause", value("第几条")}}}}}
                     : Json{{"theme", value("主题")},
                            {"happened_on", dateOf(chance)},
                            {"attendance", ++m_values},
                            {"summary", sentences()},
                            {"law_topics", {"marriage-family"}}};
        records::Plan plan = records::planCreate(*type, fields, org);
        if (!plan.refused.empty())
            violate("works", "a new record cannot be planned: " + plan.refused.front().message.en);
        saves.push_back({std::nullopt, name, std::move(plan.writes)});
    }
    save(station, *person, std::nullopt, std::move(saves), chance);
}

void World::edit(Kind kind, Station& station, Chance& chance) {
    const bool list =
        kind == Kind::AddItem || kind == Kind::EditItem || kind == Kind::RemoveItem || kind == Kind::MoveItem;
    const auto id = pick(station, chance, list ? "contract-review" : kind == Kind::EditSet ? "outreach" : "");
    if (!id)
        return;
    const auto form = load(station, *id);
    if (!form)
        return;
    if (kind == Kind::LoadForm) {
        station.forms.push_back(*form);
        return;
    }
    const auto person = pen(station, chance, *id);
    const schema::RecordType* type = station.store->catalog().type(form->type);
    if (!person || type == nullptr)
        return;
    const Json patch = patchFor(kind, *form, must(station.store->get(*id)), chance);
    const records::Plan plan = records::planEdit(*type, must(station.store->state(*id)), form->shown, patch);
    if (!plan.refused.empty())
        violate("works", "an edit cannot be planned: " + plan.refused.front().message.en);
    if (!plan.writes.empty())
        save(station, *person, form, {{*id, "", plan.writes}}, chance);
}

Json World::patchFor(Kind kind, const Form& form, const store::StoredRecord& stored, Chance& chance) {
    const bool contract = form.type == "contract-review";
    if (form.type != "outreach" && !contract)
        return {{"story", value("经过")}};
    switch (kind) {
        case Kind::Clear:
            return contract ? Json{{"client", nullptr}} : Json{{"place", nullptr}, {"attendance", nullptr}};
        case Kind::AddItem:
            return {{"findings", {{{"advice", value("意见")}}, {{"advice", value("意见")}}}}};
        case Kind::EditItem:
        case Kind::RemoveItem: {
            const auto items = stored.view.fields.find("findings");
            if (items == stored.view.fields.end() || items->empty())
                return Json::object();
            Json item{{"item", (*items)[chance() % items->size()].at("item")}};
            if (kind == Kind::RemoveItem)
                item["removed"] = true;
            else
                item["clause"] = value("第几条");
            return {{"findings", {item}}};
        }
        case Kind::MoveItem:
            return moveIn(stored, chance);
        case Kind::EditText:
            return rewrite(contract ? "conclusion_note" : "summary", stored, chance);
        case Kind::EditSet: {
            static constexpr std::array<const char*, 4> kTopics{"marriage-family", "civil-code", "contract",
                                                                "inheritance"};
            Json topics = Json::array();
            for (const char* topic : kTopics)
                if (chance() % 2 == 0)
                    topics.push_back(topic);
            return {{"law_topics", topics}};
        }
        default:
            break;
    }
    Json patch = Json::object();
    if (contract) {
        const auto roll = chance() % 4;
        if (roll != 1)
            patch["client"] = value("委托人");
        if (roll == 1)
            patch["amount"] = 100 * ++m_values;
        if (roll == 2)
            patch["received_on"] = dateOf(chance);
    } else {
        const auto roll = chance() % 4;
        if (roll != 1)
            patch["attendance"] = ++m_values;
        if (roll == 1)
            patch["place"] = value("地点");
        if (roll == 2)
            patch["happened_on"] = dateOf(chance);
    }
    return patch;
}

/// An item goes behind another, or first.
Json World::moveIn(const store::StoredRecord& stored, Chance& chance) {
    const auto items = stored.view.fields.find("findings");
    if (items == stored.view.fields.end() || items->size() < 2)
        return Json::object();
    const Json moved = (*items)[chance() % items->size()].at("item");
    Json after = (*items)[chance() % items->size()].at("item");
    if (after == moved)
        after = nullptr;
    return {{"findings", {{{"item", moved}, {"after", after}}}}};
}

/// One sentence of a text is written anew, taken out, or put in.
Json World::rewrite(const char* field, const store::StoredRecord& stored, Chance& chance) {
    static const std::string kStop = "。";
    const auto text = stored.view.fields.find(field);
    std::string left = text == stored.view.fields.end() ? std::string() : text->get<std::string>();
    std::vector<std::string> parts;
    for (auto at = left.find(kStop); at != std::string::npos; at = left.find(kStop)) {
        parts.push_back(left.substr(0, at + kStop.size()));
        left.erase(0, at + kStop.size());
    }
    if (parts.empty())
        return {{field, sentences()}};
    const auto at = parts.begin() + static_cast<std::ptrdiff_t>(chance() % parts.size());
    const auto roll = chance() % 4;
    if (roll == 0 && parts.size() > 1)
        parts.erase(at);
    else if (roll == 1)
        parts.insert(at, value("新句") + kStop);
    else
        *at = value("改句") + kStop;
    std::string whole;
    for (const std::string& part : parts)
        whole += part;
    return {{field, whole}};
}

/// A form that was loaded some time ago, whatever has come in since (ruling 2).
void World::saveForm(Station& station, Chance& chance) {
    if (station.forms.empty())
        return;
    const std::size_t which = chance() % station.forms.size();
    const Form form = station.forms[which];
    station.forms.erase(station.forms.begin() + static_cast<std::ptrdiff_t>(which));
    const auto stored = station.store->get(form.id);
    const auto person = pen(station, chance, form.id);
    const schema::RecordType* type = station.store->catalog().type(form.type);
    if (!stored || !person || type == nullptr)
        return;
    const records::Plan plan =
        records::planEdit(*type, must(station.store->state(form.id)), form.shown,
                          patchFor(chance() % 4 == 0 ? Kind::EditSet : Kind::Edit, form, *stored, chance));
    if (plan.refused.empty() && !plan.writes.empty())
        save(station, *person, form, {{form.id, "", plan.writes}}, chance);
}

void World::workflow(Kind kind, Station& station, Chance& chance) {
    const auto id = pick(station, chance);
    const auto form = id ? load(station, *id) : std::nullopt;
    if (!form)
        return;
    const bool reviewer =
        kind == Kind::Verify || kind == Kind::Return || kind == Kind::Void || kind == Kind::Restrict;
    const auto person = pen(station, chance, *id, reviewer);
    if (!person)
        return;
    const merge::RecordState state = must(station.store->state(*id));
    const bool restricted = must(station.store->get(*id)).view.restricted.has_value();
    records::Plan plan;
    if (kind == Kind::Delete)
        plan = records::planDelete(state, form->shown);
    else if (kind == Kind::Undelete)
        plan = records::planUndelete(state, form->shown);
    else if (kind == Kind::Void)
        plan = records::planVoid(state, form->shown, value("重复录入"));
    else if (kind == Kind::Restrict)
        plan = records::planRestrict(state, form->shown,
                                     restricted ? std::nullopt : std::optional(value("当事人要求删除")));
    else
        plan = records::planState(state, form->shown,
                                  kind == Kind::Submit   ? "submitted"
                                  : kind == Kind::Verify ? "verified"
                                                         : "returned");
    if (kind == Kind::Return)
        records::addRemark(plan, "client", value("请补充"));
    save(station, *person, form, {{*id, "", plan.writes}}, chance);
}

/// Within the scope of its author, or (outside) to where they may not write.
void World::moveRecord(Station& station, Chance& chance, bool outside) {
    const auto id = pick(station, chance);
    const auto form = id ? load(station, *id) : std::nullopt;
    if (!form)
        return;
    const auto person = pen(station, chance, *id, !outside);
    if (!person)
        return;
    const auto& scope = m_model.people.at(station.people.at(*person)).back().scope;
    std::string target;
    for (const char* unit : kUnits)
        if (model::Model::within(unit, scope) != outside && (target.empty() || chance() % 2 == 0))
            target = unit;
    if (target.empty())
        return;
    const records::Plan plan = records::planMove(must(station.store->state(*id)), form->shown, target);
    save(station, *person, form, {{*id, "", plan.writes}}, chance);
}

void World::resolve(Station& station, Chance& chance) {
    store::ListQuery query;
    query.conflicts = true;
    query.order = "updated";
    const auto found = station.store->list(query);
    if (!found || found->empty())
        return;
    const RecordId id = (*found)[chance() % found->size()].id;
    const auto form = recordOf(&station, id) ? load(station, id) : std::nullopt;
    const auto person = form ? pen(station, chance, id) : std::nullopt;
    if (!person)
        return;
    const merge::RecordState state = must(station.store->state(id));
    const auto open = records::openConflicts(station.store->catalog().type(form->type), state);
    if (open.empty())
        return;
    const records::OpenConflict& conflict = open[chance() % open.size()];
    const Json& chosen = conflict.siblings[chance() % conflict.siblings.size()].value;
    save(station, *person, form, {{id, "", records::planResolve(state, conflict.path, chosen).writes}},
         chance);
}

void World::restoreVersion(Station& station, Chance& chance) {
    const auto id = pick(station, chance);
    const auto form = id ? load(station, *id) : std::nullopt;
    const auto person = form ? pen(station, chance, *id) : std::nullopt;
    if (!person)
        return;
    const auto history = station.store->history(*id);
    if (!history || history->empty())
        return;
    const store::StoredChange& then = (*history)[chance() % history->size()];
    const records::Plan plan = records::planRestore(must(station.store->state(*id)), then.dot, then.writes);
    if (!plan.writes.empty())
        save(station, *person, form, {{*id, "", plan.writes}}, chance);
}

/// What a program of another version, or a broken one, might write.
void World::writeRaw(Kind kind, Station& station, Chance& chance) {
    if (kind == Kind::UnknownType) {
        if (const auto person = pen(station, chance, {}))
            save(station, *person, std::nullopt,
                 {{std::nullopt,
                   "mediation",
                   {{"story", value("经过"), {}, {}},
                    {"parties:甲", true, {}, {}},
                    {"$state", "draft", {}, {}}}}},
                 chance);
        return;
    }
    const auto id = pick(station, chance, kind == Kind::Invalid ? "outreach" : "");
    const auto form = id ? load(station, *id) : std::nullopt;
    const auto person = form ? pen(station, chance, *id) : std::nullopt;
    if (!person)
        return;
    const merge::RecordState state = must(station.store->state(*id));
    std::vector<merge::Write> writes;
    const auto put = [&](const std::string& path, Json content) {
        writes.push_back({path, std::move(content), state.contextFor(path, form->shown), {}});
    };
    if (kind == Kind::UnknownField)
        put("weather", Json{{"sky", value("晴")}, {"deep", {1, {{"x", nullptr}}, -0.5}}});
    else if (kind == Kind::Invalid)
        put("attendance", value("许多"));
    else
        for (int i = 0; i < 30; ++i)
            put("x-huge-" + std::to_string(i), std::string(20'000, 'h') + std::to_string(++m_values));
    save(station, *person, form, {{*id, "", std::move(writes), kind == Kind::Oversized}}, chance);
}

}  // namespace fayi::sim
