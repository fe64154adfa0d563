// SPDX-License-Identifier: Apache-2.0
// A record on paper: a form filled with it, as a PDF.
#include "fayi/base/fresh_file.h"
#include "fayi/paper/print.h"
#include "fayi/store/practice.h"
#include "loaded.h"

namespace fayi::station {
namespace {

Text missingNote(const std::vector<std::string>& characters) {
    std::string all;
    for (const std::string& one : characters)
        all += one;
    return {"本机字体没有这些字，请核对纸面或安装字体 fonts-noto-cjk：" + all,
            "no font of this computer has these characters; look at the paper, or install fonts-noto-cjk: " +
                all};
}

}  // namespace

std::vector<const schema::PaperForm*> Station::papers(const std::string& type) const {
    std::vector<const schema::PaperForm*> out;
    for (const schema::PaperForm* form : catalog().papers())
        if (type.empty() || form->type == type)
            out.push_back(form);
    return out;
}

/// The print is noted before the file bears its name: a paper that nobody counted is worse than a count too
/// many.
Result<Printed> Station::print(RecordId id, const std::string& form, const std::filesystem::path& file,
                               Language language) {
    FAYI_LET(record, get(id));
    const schema::PaperForm* known = catalog().paper(form);
    if (known == nullptr || known->type != record.view.type)
        return Error{ErrorCode::Usage,
                     {"这种记录没有文书“" + prefixOf(form, 60) + "”",
                      "records of this type have no form " + prefixOf(form, 60)}};
    if (record.view.deleted)
        return Error{
            ErrorCode::Usage,
            {"记录在回收站里，请先恢复再打印", "the record is deleted; restore it before it is printed"}};
    if (record.view.restricted)
        return refuse("", kRestrictedNow);
    FAYI_LET(type, typeFor(record.view.type));
    FAYI_LET(before, m_store->timesPrinted(id, form));
    Printed out{form, 0, 0, false, 0, {}};
    // A sample to practise with is no paper either.
    out.draft = record.view.state == records::kDraft || record.view.state == records::kReturned ||
                store::isPractice(m_store->folder());
    out.print = out.draft ? 0 : before + 1;
    const auto linked = [this](const std::string& text) -> std::optional<paper::Linked> {
        const auto other = parseRecordId(text);
        const auto found = other ? get(*other) : Result<Record>(Error{ErrorCode::NotFound, {}});
        if (!found)
            return std::nullopt;
        return paper::Linked{catalog().type(found->view.type), found->view.fields};
    };
    FAYI_LET(pdf, paper::print({.form = *known,
                                .type = *type,
                                .fields = record.view.fields,
                                .units = orgTree(),
                                .linked = linked,
                                .record = toText(id),
                                .org = record.view.org,
                                .today = today(),
                                .language = language,
                                .draft = out.draft,
                                .print = std::max<std::uint64_t>(out.print, 1)}));
    FreshFile fresh(file);
    FAYI_TRY(fresh.write(pdf.bytes));
    if (!out.draft)
        FAYI_TRY(m_store->notePrinted(id, form, m_person.number));
    FAYI_TRY(fresh.keep());
    out.pages = pdf.pages;
    out.bytes = pdf.bytes.size();
    if (!record.view.conflicts.empty())
        out.notes.push_back({"记录有未处理的冲突，纸面为暂定内容",
                             "the record has open conflicts; the paper shows what stands for now"});
    if (!pdf.missing.empty())
        out.notes.push_back(missingNote(pdf.missing));
    return out;
}

}  // namespace fayi::station
