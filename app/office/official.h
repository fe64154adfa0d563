// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/sheets/docx.h"

namespace fayi::office {

/// An official document in the layout of GB/T 9704-2012: A4, margins 37 mm above and 28 mm left, 22 lines a
/// page in 16 point 仿宋, the title in 22 point 小标宋, headings in 黑体 and 楷体, page numbers at the outer
/// edge.
class OfficialDocument {
public:
    OfficialDocument(std::string title, Language language);

    void title(const std::string& text);       ///< a line end in it is one of the title
    void heading(const std::string& text);     ///< 一、
    void subheading(const std::string& text);  ///< （一）
    /// `lead` begins the paragraph in 楷体; may be empty.
    void paragraph(const std::string& text, const std::string& lead = {});
    /// Right, two characters in from the edge, with room above.
    void signature(const std::vector<std::string>& lines);
    /// A new page that begins with "附件1" and a title of its own.
    void annex(const std::string& mark, const std::string& text);

    Status write(const std::filesystem::path& file, Millis made) const;

private:
    std::string m_title;
    sheets::Docx m_docx;
};

}  // namespace fayi::office
