// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sheets.h"
#include "table.h"
#include "words.h"

namespace fayi::paper {

/// The letters of a form: sizes and leadings of its parts.
struct Look {
    Area area;
    Style title, number, heading, body, cell, label;
    double labelWidth = 0;  ///< of the cells with labels
};

/// An official letter (GB/T 9704-2012), a sheet of cells, the cover of a dossier.
const Look& lookOf(schema::PaperForm::Style style);

/// Puts the blocks of a form onto sheets.
class Composer {
public:
    /// `free`: the share of the lines left for handwriting that there is room for.
    Composer(const Job& job, Typesetter& typesetter, Sheets& sheets, double free);

    Status compose();

private:
    Status blocks(const std::vector<schema::PaperBlock>& blocks, const Scope& scope);
    Status block(const schema::PaperBlock& block, const Scope& scope);
    void head(const Scope& scope);
    void flow(const std::string& text, const Style& style);
    void heading(const schema::PaperBlock& block, const Scope& scope);
    void line(const schema::PaperBlock& block, const Scope& scope);
    void table(const schema::PaperBlock& block, const Scope& scope);
    Status each(const schema::PaperBlock& block, const Scope& scope);
    void list(const schema::PaperBlock& block, const Scope& scope);
    void signatures(const schema::PaperBlock& block, const Scope& scope);
    void turnWithText();
    void place(const schema::PaperSignature& signature, const Scope& scope, double left, double width,
               double height);
    double placeHeight(const schema::PaperSignature& signature, const Scope& scope, double width);

    struct Items {
        const std::vector<schema::Field>* fields = nullptr;
        std::vector<Json> values;
    };
    Items itemsOf(const schema::PaperBlock& block, const Scope& scope) const;
    std::vector<TableCell> rowOf(const std::vector<schema::PaperCell>& cells, const Scope& scope);
    std::vector<double> columnsOf(const schema::PaperBlock& block) const;
    void space(double by);
    std::size_t linesOf(const schema::PaperCell& cell) const;

    /// The text that was flowed last: how many of its lines stand at the end of the sheet, if nothing else
    /// has been put there since.
    struct Tail {
        Laid laid;
        std::size_t lines = 0, marks = 0;
    };

    const Job& m_job;
    Typesetter& m_typesetter;
    Sheets& m_sheets;
    Words m_words;
    const Look& m_look;
    double m_free;
    Tail m_tail;
};

}  // namespace fayi::paper
