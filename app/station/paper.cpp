// SPDX-License-Identifier: Apache-2.0
// A record on paper: a form filled with it, as a PDF or as a document to be edited.
#include <algorithm>
#include <cctype>

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

/// A paper as the bytes of a file, whichever kind it is.
struct Made {
    std::string bytes;
    std::size_t pages = 0;  ///< 0: a document
    std::vector<std::string> missing;
};

/// By how its name ends.
bool isDocument(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".docx";
}

/// Somebody may have edited it.
Status checkFree(const std::filesystem::path& file) {
    std::error_code failure;
    if (!isDocument(file) || !std::filesystem::exists(file, failure))
        return {};
    return Error{ErrorCode::Usage,
                 {"文件已存在，不会覆盖：" + file.string(),
                  "the file exists and is not overwritten: " + file.string()}};
}

Result<Made> make(const paper::Job& job, const std::filesystem::path& file) {
    if (isDocument(file)) {
        FAYI_LET(document, paper::document(job));
        return Made{std::move(document.bytes), 0, std::move(document.missing)};
    }
    FAYI_LET(pdf, paper::print(job));
    return Made{std::move(pdf.bytes), pdf.pages, std::move(pdf.missing)};
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
    FAYI_TRY(checkFree(file));
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
    const paper::Job job{.form = *known,
                         .type = *type,
                         .fields = record.view.fields,
                         .units = orgTree(),
                         .linked = linked,
                         .record = toText(id),
                         .org = record.view.org,
                         .today = today(),
                         .language = language,
                         .draft = out.draft,
                         .print = std::max<std::uint64_t>(out.print, 1)};
    FAYI_LET(made, make(job, file));
    FreshFile fresh(file);
    FAYI_TRY(fresh.write(made.bytes));
    FAYI_TRY(fresh.close());
    if (!out.draft)
        FAYI_TRY(m_store->notePrinted(id, form, m_person.number));
    FAYI_TRY(fresh.keep());
    out.pages = made.pages;
    out.bytes = made.bytes.size();
    if (!record.view.conflicts.empty())
        out.notes.push_back({"记录有未处理的冲突，纸面为暂定内容",
                             "the record has open conflicts; the paper shows what stands for now"});
    if (!made.missing.empty())
        out.notes.push_back(missingNote(made.missing));
    return out;
}

}  // namespace fayi::station
