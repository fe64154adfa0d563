// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/office/report.h"

namespace fayi::office {

/// The same day of the year before; 28 February for the 29th.
std::string yearBefore(const std::string& date);
/// Figures, those of the year before, and checks; `data` has wish and definition.
Status count(ReportData& data, const std::vector<std::string>& orgs, const schema::Ask& ask);
/// Whose report it is, units without records, weaknesses and plans.
Status addSurroundings(station::Station& station, const Clock& clock, ReportData& data);

/// A figure in a sentence: "44件", "80.8%"; in English "44 documents".
std::string phraseOf(const schema::FigureAnswer& figure, Language language);
/// True if nothing stands behind it.
bool isEmpty(const schema::FigureAnswer& figure);

}  // namespace fayi::office
