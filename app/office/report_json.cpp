// SPDX-License-Identifier: Apache-2.0
#include "report_parts.h"

namespace fayi::office {

using station::Json;

Json toJson(const ReportData& data, Language language) {
    Json figures = Json::array(), checks = Json::array(), missing = Json::array();
    for (std::size_t i = 0; i < data.figures.size(); ++i) {
        Json figure = schema::toJson(data.figures[i], language);
        figure["before"] = {{"value", data.before[i].value}, {"shown", data.before[i].shown.in(language)}};
        if (data.frozen) {
            const auto& stored = data.frozen->stored[i];
            const schema::FigureAnswer& now = data.frozen->now[i];
            figure["stored"] = stored ? Json(*stored) : Json();
            figure["now"] = {
                {"value", now.value}, {"shown", now.shown.in(language)}, {"records", now.records}};
        }
        figures.push_back(std::move(figure));
    }
    for (const schema::CheckAnswer& check : data.checks)
        checks.push_back(schema::toJson(check, language));
    for (std::size_t i = 0; i < data.missing.size(); ++i)
        missing.push_back({{"code", data.missing[i]}, {"name", data.missingNames[i].in(language)}});
    Json out{{"report", data.wish.report},    {"version", data.definition->version},
             {"from", data.wish.from},        {"to", data.wish.to},
             {"unit", data.wish.unit},        {"office", data.office.in(language)},
             {"figures", std::move(figures)}, {"checks", std::move(checks)},
             {"missing", std::move(missing)}, {"units", data.units},
             {"weaknesses", data.weaknesses}, {"plans", data.plans}};
    if (data.frozen)
        out["frozen"] = {{"id", data.frozen->number},
                         {"at", toIsoChina(data.frozen->at)},
                         {"by", data.frozen->by},
                         {"changed", data.frozen->changed}};
    return out;
}

}  // namespace fayi::office
