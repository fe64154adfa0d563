// SPDX-License-Identifier: Apache-2.0
// The report as a text: the sentences of its definition with the figures filled in.
#include "new_file.h"
#include "official.h"
#include "report_parts.h"

namespace fayi::office {
namespace {

using schema::FigureAnswer;
using station::Json;

std::string dayText(const std::string& date, Language language) {
    if (language == Language::En)
        return date;
    return std::to_string(std::stoi(date.substr(0, 4))) + "年" +
           std::to_string(std::stoi(date.substr(5, 2))) + "月" + std::to_string(std::stoi(date.substr(8))) +
           "日";
}

/// 1 is 一, 10 is 十, 21 is 二十一.
std::string chineseNumber(std::size_t number) {
    static const char* const kDigits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    std::string out;
    if (number >= 20)
        out += kDigits[number / 10 % 10];
    if (number >= 10)
        out += "十";
    return out + kDigits[number % 10];
}

class Writer {
public:
    Writer(const ReportData& data, Language language)
        : m_data(data),
          m_language(language),
          m_text(data.definition->source.at("document")),
          m_docx(filled(m_text.at("title")).value_or(""), language) {}

    const OfficialDocument& write(const Clock& clock) {
        m_docx.title(filled(m_text.at("title")).value_or(""));
        paragraph(m_text.at("opening"), {});
        for (const Json& section : m_text.at("sections"))
            writeSection(section);
        writeItems(m_text.at("weaknesses"), m_data.weaknesses);
        writeItems(m_text.at("plans"), m_data.plans);
        m_docx.signature({m_data.office.in(m_language), dayText(dateInChina(clock.now()), m_language)});
        writeAnnexes(m_text.at("annexes"));
        return m_docx;
    }

private:
    bool zh() const { return m_language == Language::Zh; }
    std::string say(const Json& text) const { return text.at(zh() ? "zh" : "en").get<std::string>(); }

    std::string wordFor(const std::string& name) const {
        if (name == "office")
            return m_data.office.in(m_language);
        if (name == "year")
            return m_data.wish.to.substr(0, 4);
        return dayText(name == "from" ? m_data.wish.from : m_data.wish.to, m_language);
    }

    /// Nothing: it speaks of figures, and behind none of them is a record.
    std::optional<std::string> filled(const Json& sentence) const {
        const std::string text = say(sentence);
        std::string out;
        bool figures = false, some = false;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t open = std::min(text.find('{', at), text.size());
            const std::size_t close = std::min(text.find('}', open), text.size());
            out += text.substr(at, open - at);
            at = std::min(close + 1, text.size());
            if (open == text.size())
                break;
            const std::string name = text.substr(open + 1, close - open - 1);
            const auto figure = std::ranges::find(m_data.figures, name, &FigureAnswer::id);
            if (figure == m_data.figures.end()) {
                out += wordFor(name);
                continue;
            }
            figures = true;
            some = some || !isEmpty(*figure);
            out += phraseOf(*figure, m_language);
        }
        return figures && !some ? std::nullopt : std::optional(out);
    }

    /// False if there was nothing to say.
    bool paragraph(const Json& sentences, const std::string& lead) {
        std::string text;
        for (const Json& sentence : sentences)
            if (const auto one = filled(sentence))
                text += (text.empty() || zh() ? "" : " ") + *one;
        if (!text.empty())
            m_docx.paragraph(text, zh() || lead.empty() ? lead : lead + " ");
        return !text.empty();
    }

    bool paragraphs(const Json& list) {
        bool some = false;
        for (const Json& one : list)
            some = paragraph(one.at("sentences"), one.contains("lead") ? say(one.at("lead")) : "") || some;
        return some;
    }

    void nothing() {
        m_docx.paragraph(zh() ? "本期没有经审核的记录。" : "There is no verified record of this period.");
    }

    void heading(const Json& text) {
        ++m_sections;
        m_docx.heading(zh() ? chineseNumber(m_sections) + "、" + say(text)
                            : std::to_string(m_sections) + ". " + say(text));
    }

    void writeSection(const Json& section) {
        heading(section.at("heading"));
        bool some = paragraphs(section.value("paragraphs", Json::array()));
        std::size_t number = 0;
        for (const Json& part : section.value("parts", Json::array())) {
            ++number;
            m_docx.subheading(zh() ? "（" + chineseNumber(number) + "）" + say(part.at("heading"))
                                   : "(" + std::to_string(number) + ") " + say(part.at("heading")));
            if (!paragraphs(part.at("paragraphs")))
                nothing();
            some = true;
        }
        if (!some)
            nothing();
    }

    /// A person's line with a full stop.
    std::string sentence(const std::string& text) const {
        return text + (text.ends_with("。") || text.ends_with(".") ? "" : zh() ? "。" : ".");
    }

    std::string numbered(std::size_t number, const std::string& text) const {
        return (zh() ? chineseNumber(number) + "是" : "(" + std::to_string(number) + ") ") + sentence(text);
    }

    void writeItems(const Json& part, const std::vector<std::string>& items) {
        heading(part.at("heading"));
        std::size_t number = 0;
        for (const std::string& item : items)
            m_docx.paragraph(items.size() == 1 ? sentence(item) : numbered(++number, item));
        const bool more = part.contains("sentences") && paragraph(part.at("sentences"), {});
        if (items.empty() && !more)
            m_docx.paragraph(say(part.at("none")));
    }

    void writeAnnexes(const Json& annexes) {
        std::vector<std::string> missing;
        for (const Text& name : m_data.missingNames)
            missing.push_back(name.in(m_language));
        annex(annexes.at("missing"), missing.empty() ? missing : std::vector{joined(missing)});
        std::vector<std::string> checks;
        for (const schema::CheckAnswer& check : m_data.checks)
            if (check.matters())
                checks.push_back(check.check.labels.in(m_language) + (zh() ? "：" : ": ") +
                                 check.shown.in(m_language) + (zh() ? "。" : ". ") +
                                 check.check.message.in(m_language) + (zh() ? "。" : "."));
        annex(annexes.at("checks"), checks);
        std::vector<std::string> empty;
        for (const FigureAnswer& figure : m_data.figures)
            if (isEmpty(figure))
                empty.push_back(figure.labels.in(m_language));
        annex(annexes.at("empty"), empty.empty() ? empty : std::vector{joined(empty)});
    }

    std::string joined(const std::vector<std::string>& names) const {
        std::string out;
        for (const std::string& name : names)
            out += (out.empty() ? "" : zh() ? "、" : ", ") + name;
        return out + (zh() ? "。" : ".");
    }

    void annex(const Json& part, const std::vector<std::string>& lines) {
        m_docx.annex((zh() ? "附件" : "Annex ") + std::to_string(++m_annexes), say(part.at("heading")));
        m_docx.paragraph(lines.empty() ? say(part.at("none")) : filled(part.at("intro")).value_or(""));
        std::size_t number = 0;
        for (const std::string& line : lines)
            m_docx.paragraph(lines.size() == 1 ? line : std::to_string(++number) + ". " + line);
    }

    const ReportData& m_data;
    Language m_language;
    const Json& m_text;
    OfficialDocument m_docx;
    std::size_t m_sections = 0, m_annexes = 0;
};

}  // namespace

std::string phraseOf(const FigureAnswer& figure, Language language) {
    const std::string& unit = figure.unit.in(language);
    const bool close = language == Language::Zh || unit == "%" || unit.empty();
    return figure.shown.in(language) + (close ? "" : " ") + unit;
}

bool isEmpty(const FigureAnswer& figure) {
    return figure.records == 0 && figure.value == 0 && figure.denominator.value_or(0) == 0;
}

Status writeDocument(const ReportData& data, const std::filesystem::path& file, Language language,
                     const Clock& clock) {
    if (file.extension() != ".docx")
        return Error{ErrorCode::Usage,
                     {"报告文档应为 .docx 文件：" + file.string(),
                      "the document must be a .docx file: " + file.string()}};
    if (!data.definition->source.contains("document"))
        return Error{
            ErrorCode::Usage,
            {"报表 " + data.wish.report + " 没有文本", "the report " + data.wish.report + " has no text"}};
    FAYI_LET(made, NewFile::at(file));
    Writer writer(data, language);
    FAYI_TRY(writer.write(clock).write(made.draft(), clock.now()));
    return made.keep();
}

}  // namespace fayi::office
