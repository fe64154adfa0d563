// SPDX-License-Identifier: Apache-2.0
#include "signatures.h"

#include <algorithm>

namespace fayi::paper {
namespace {

using schema::PaperForm;

/// Lines left free for a hand and for a seal, which is 42 mm wide at most.
constexpr double kHand = 1, kSeal = 2.6;
constexpr double kGap = 14;

double heightOf(const SignPlace& place, const Style& style) {
    const double free = style.leading * (place.signature->seal ? kSeal : kHand);
    return place.words.height() + free + (place.signature->dated ? style.leading : 0);
}

}  // namespace

double aboveSignatures(const Look& look) {
    return look.body.leading * 0.3;
}

std::vector<SignRow> signRows(const Part& part, PaperForm::Style form, Typesetter& typesetter) {
    const Look& look = lookOf(form);
    const auto& all = part.signatures;
    const std::size_t along = all.size() == 3 && form == PaperForm::Style::Form ? 3 : 2;
    const double step = (look.area.width + kGap) / static_cast<double>(along);
    std::vector<SignRow> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % along == 0)
            out.push_back({{}, step - kGap, 0});
        SignRow& row = out.back();
        const double left = all.size() == 1 ? step : step * static_cast<double>(i % along);
        row.places.push_back({&all[i], typesetter.set(all[i].words, look.sign, row.width), left});
        row.height = std::max(row.height, heightOf(row.places.back(), look.sign));
    }
    return out;
}

}  // namespace fayi::paper
