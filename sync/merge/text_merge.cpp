// SPDX-License-Identifier: Apache-2.0
#include "fayi/merge/text_merge.h"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <map>
#include <set>

#include "fayi/base/limits.h"
#include "fayi/base/text.h"

namespace fayi::merge {
namespace {

using Points = std::u32string;
using View = std::u32string_view;

/// Sentences of the one text times sentences of the other, what both begin and end with left aside: bounds
/// the work of the comparison. Beyond it the whole middle counts as one edit.
constexpr std::size_t kMostComparisons = 250'000;
/// People who rewrite one text at the same time; more of them have to talk to each other.
constexpr std::size_t kMostSides = 8;

/// One edit: the points [from, to) of the base became `text`.
struct Edit {
    std::size_t from = 0, to = 0;
    Points text;
    auto operator<=>(const Edit&) const = default;
};

bool endsSentence(char32_t point) {
    return View(U"。！？；!?;\n").find(point) != View::npos;
}

std::vector<View> sentencesOf(View text) {
    std::vector<View> out;
    for (std::size_t begin = 0, at = 0; at < text.size(); ++at)
        if (endsSentence(text[at]) || at + 1 == text.size()) {
            out.push_back(text.substr(begin, at + 1 - begin));
            begin = at + 1;
        }
    return out;
}

/// How far two sequences begin alike, and then how far the rest ends alike.
template <typename Sequence>
std::pair<std::size_t, std::size_t> alikeEnds(const Sequence& a, const Sequence& b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t head = 0, tail = 0;
    while (head < most && a[head] == b[head])
        ++head;
    while (head + tail < most && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    return {head, tail};
}

/// The edits that lead from one text to another, sentence by sentence.
class Comparison {
public:
    Comparison(View base, View side) : m_base(sentencesOf(base)), m_side(sentencesOf(side)) {}

    std::vector<Edit> run() {
        const auto [head, tail] = alikeEnds(m_base, m_side);
        for (std::size_t i = 0; i < head; ++i)
            same();
        const std::size_t baseEnd = m_base.size() - tail, sideEnd = m_side.size() - tail;
        if ((baseEnd - head) * (sideEnd - head) > kMostComparisons || baseEnd == head || sideEnd == head) {
            while (m_inBase < baseEnd)
                dropped();
            while (m_inSide < sideEnd)
                added();
        } else {
            compare(baseEnd, sideEnd);
        }
        close();
        return std::move(m_edits);
    }

private:
    /// Wu, Manber, Myers, Miller 1990, as dtl has it, on numbers that stand for sentences.
    void compare(std::size_t baseEnd, std::size_t sideEnd) {
        std::map<View, int> numbers;
        const auto numbered = [&](const std::vector<View>& all, std::size_t from, std::size_t to) {
            std::vector<int> out;
            for (std::size_t i = from; i < to; ++i)
                out.push_back(numbers.try_emplace(all[i], static_cast<int>(numbers.size())).first->second);
            return out;
        };
        dtl::Diff<int> diff(numbered(m_base, m_inBase, baseEnd), numbered(m_side, m_inSide, sideEnd));
        diff.compose();
        for (const auto& [number, step] : diff.getSes().getSequence()) {
            if (step.type == dtl::SES_COMMON)
                same();
            else if (step.type == dtl::SES_DELETE)
                dropped();
            else
                added();
        }
    }

    void same() {
        close();
        m_point += m_base[m_inBase++].size();
        ++m_inSide;
    }
    void dropped() {
        open();
        m_edits.back().to = m_point += m_base[m_inBase++].size();
    }
    void added() {
        open();
        m_edits.back().text += m_side[m_inSide++];
    }
    void open() {
        if (!std::exchange(m_open, true))
            m_edits.push_back({m_point, m_point, {}});
    }
    void close() { m_open = false; }

    std::vector<View> m_base, m_side;
    std::size_t m_inBase = 0, m_inSide = 0;  ///< sentences passed
    std::size_t m_point = 0;                 ///< code points of the base passed
    bool m_open = false;
    std::vector<Edit> m_edits;
};

/// A stretch of the base where edits meet, and what each side made of it.
struct Region {
    std::size_t from = 0, to = 0;
    std::map<std::size_t, std::vector<Edit>> bySide;

    std::set<Points> outcomes(View base) const {
        std::set<Points> out;
        for (const auto& [side, edits] : bySide) {
            Points text;
            std::size_t at = from;
            for (const Edit& edit : edits) {
                text += base.substr(at, edit.from - at);
                text += edit.text;
                at = edit.to;
            }
            text += base.substr(at, to - at);
            out.insert(std::move(text));
        }
        return out;
    }
};

std::vector<Region> regionsOf(const std::vector<std::vector<Edit>>& sides) {
    std::vector<std::pair<Edit, std::size_t>> all;
    for (std::size_t side = 0; side < sides.size(); ++side)
        for (const Edit& edit : sides[side])
            all.emplace_back(edit, side);
    std::ranges::sort(all);
    std::vector<Region> out;
    for (auto& [edit, side] : all) {
        if (out.empty() || edit.from > out.back().to)
            out.push_back({edit.from, edit.to, {}});
        out.back().to = std::max(out.back().to, edit.to);
        out.back().bySide[side].push_back(std::move(edit));
    }
    return out;
}

/// Several outcomes of one region, each as one stretch of characters; nothing if two of them meet.
std::optional<Points> joined(View base, const std::set<Points>& outcomes) {
    std::set<Edit> stretches;
    for (const Points& text : outcomes) {
        const auto [head, tail] = alikeEnds(base, View(text));
        if (head + tail < std::max(base.size(), text.size()))
            stretches.insert({head, base.size() - tail, text.substr(head, text.size() - tail - head)});
    }
    Points out;
    std::size_t at = 0;
    for (const Edit& edit : stretches) {
        if (&edit != &*stretches.begin() && edit.from <= at)
            return std::nullopt;
        out += base.substr(at, edit.from - at);
        out += edit.text;
        at = edit.to;
    }
    out += base.substr(at);
    return out;
}

}  // namespace

std::optional<std::string> mergeTexts(std::string_view base, const std::vector<std::string>& sides) {
    const Points origin = codePoints(base);
    const std::set<std::string> distinct(sides.begin(), sides.end());
    if (distinct.size() > kMostSides || origin.size() > limits::kLongTextPoints)
        return std::nullopt;
    std::vector<std::vector<Edit>> edits;
    for (const std::string& side : distinct) {
        const Points points = codePoints(side);
        if (points.size() > limits::kLongTextPoints)
            return std::nullopt;
        edits.push_back(Comparison(origin, points).run());
    }
    Points out;
    std::size_t at = 0;
    for (const Region& region : regionsOf(edits)) {
        const View stretch = View(origin).substr(region.from, region.to - region.from);
        const auto text = joined(stretch, region.outcomes(origin));
        if (!text)
            return std::nullopt;
        out += View(origin).substr(at, region.from - at);
        out += *text;
        at = region.to;
    }
    out += View(origin).substr(at);
    return out.size() > limits::kLongTextPoints ? std::nullopt : std::optional(toUtf8(out));
}

}  // namespace fayi::merge
