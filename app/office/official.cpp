// SPDX-License-Identifier: Apache-2.0
#include "official.h"

#include "fayi/base/files.h"

namespace fayi::office {
namespace {

using sheets::DocxAlign;
using sheets::DocxStyle;

constexpr const char* kBody = "仿宋_GB2312";
constexpr const char* kHeading = "黑体";
constexpr const char* kSubheading = "楷体_GB2312";
constexpr const char* kTitle = "方正小标宋简体";

constexpr double millimetres(double mm) {
    return mm * 72 / 25.4;
}

/// 22 lines of a page of 225 mm.
constexpr double kLeading = millimetres(225) / 22;

/// The text takes 156 by 225 mm.
sheets::DocxPage page() {
    return {.left = millimetres(28),
            .top = millimetres(37),
            .right = millimetres(26),
            .bottom = millimetres(35),
            .foot = 70,
            .number = "— {page} —",
            .outer = true};
}

DocxStyle lines(const std::string& id, const std::string& name, const std::string& font) {
    return {.id = id, .name = name, .font = font, .size = 16, .leading = kLeading};
}

std::vector<DocxStyle> styles() {
    DocxStyle body = lines("Body", "Normal", kBody);
    body.indent = 2;
    body.align = DocxAlign::Both;
    DocxStyle title = lines("Title", "Title", kTitle);
    title.size = 22;
    title.leading = 32;
    title.after = kLeading;
    title.align = DocxAlign::Center;
    DocxStyle heading = lines("Heading1", "heading 1", kHeading);
    heading.indent = 2;
    heading.level = 1;
    DocxStyle subheading = lines("Heading2", "heading 2", kSubheading);
    subheading.indent = 2;
    subheading.level = 2;
    DocxStyle signature = lines("Signature", "Signature", kBody);
    signature.inset = 2;
    signature.align = DocxAlign::Right;
    DocxStyle annex = lines("AnnexMark", "Annex mark", kHeading);
    annex.newPage = true;
    std::vector<DocxStyle> out{body, title, heading, subheading, signature, annex};
    for (std::size_t i = 1; i < out.size(); ++i)
        out[i].keep = true;
    return out;
}

}  // namespace

OfficialDocument::OfficialDocument(std::string title, Language language)
    : m_title(std::move(title)), m_docx(page(), styles(), language) {}

void OfficialDocument::title(const std::string& text) {
    m_docx.text({.style = "Title", .text = text});
}

void OfficialDocument::heading(const std::string& text) {
    m_docx.text({.style = "Heading1", .text = text});
}

void OfficialDocument::subheading(const std::string& text) {
    m_docx.text({.style = "Heading2", .text = text});
}

void OfficialDocument::paragraph(const std::string& text, const std::string& lead) {
    m_docx.text({.style = "Body", .text = text, .lead = lead, .leadFont = kSubheading});
}

void OfficialDocument::signature(const std::vector<std::string>& lines) {
    m_docx.text({.style = "Body", .text = {}});
    for (const std::string& line : lines)
        m_docx.text({.style = "Signature", .text = line});
}

void OfficialDocument::annex(const std::string& mark, const std::string& text) {
    m_docx.text({.style = "AnnexMark", .text = mark});
    m_docx.text({.style = "Title", .text = text});
}

Status OfficialDocument::write(const std::filesystem::path& file, Millis made) const {
    FAYI_LET(bytes, m_docx.bytes({.title = m_title, .subject = {}, .made = made}));
    return writeAt(file, 0, bytes);
}

}  // namespace fayi::office
