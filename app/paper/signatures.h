// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "content.h"
#include "fonts.h"

namespace fayi::paper {

/// A place to sign within its row.
struct SignPlace {
    const FilledSignature* signature = nullptr;
    Laid words;
    double left = 0;
};

/// Places to sign that stand beside each other. The dates end a row.
struct SignRow {
    std::vector<SignPlace> places;
    double width = 0, height = 0;  ///< of each
};

/// Above the first row, and below each.
double aboveSignatures(const Look& look);
inline constexpr double kBelowSignRow = 4;

/// Two or three in a row, or one in the right half.
std::vector<SignRow> signRows(const Part& part, schema::PaperForm::Style form, Typesetter& typesetter);

}  // namespace fayi::paper
