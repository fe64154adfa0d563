// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "content.h"
#include "sheets.h"

namespace fayi::paper {

/// Puts the parts of a filled form onto sheets.
class Composer {
public:
    /// `free`: the share of the lines left for handwriting that there is room for.
    Composer(schema::PaperForm::Style form, Typesetter& typesetter, Sheets& sheets, double free);

    Status compose(const std::vector<Part>& parts);

private:
    void add(const Part& part);
    void belowHead(const std::vector<Part>& parts, std::size_t next);
    void flow(const std::string& text, const Style& style);
    void heading(const Part& part);
    void table(const Part& part);
    void signatures(const Part& part);
    void turnWithText();
    void space(double by);

    /// The text that was flowed last: how many of its lines stand at the end of the sheet, if nothing else
    /// has been put there since.
    struct Tail {
        Laid laid;
        std::size_t lines = 0, marks = 0;
    };

    schema::PaperForm::Style m_form;
    Typesetter& m_typesetter;
    Sheets& m_sheets;
    const Look& m_look;
    double m_free;
    Tail m_tail;
};

/// All of a form on its sheets.
struct Layout {
    Sheets sheets;
    double free = 1;  ///< as the Composer takes it
};

/// With as much room for handwriting as the form asks for, unless a sheet is spared by less: nobody wants the
/// signatures alone on the second one.
Result<Layout> layOut(schema::PaperForm::Style form, const std::vector<Part>& parts, Typesetter& typesetter);

}  // namespace fayi::paper
