// SPDX-License-Identifier: Apache-2.0
// paper: the forms that a record can be printed on, and printing one.
#include <iostream>

#include "fayi/station/json.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

struct PaperOptions {
    std::string record, form, file, language;
};

Json toJson(const schema::PaperForm& form) {
    return {{"form", form.name},
            {"type", form.type},
            {"labels", {{"zh", form.labels.zh}, {"en", form.labels.en}}}};
}

/// Of all types, of one, or of the type of a record.
Result<std::string> typeOf(const Station& station, const std::string& asked) {
    if (asked.empty() || station.catalog().type(asked) != nullptr)
        return asked;
    FAYI_LET(id, recordIdOf(asked));
    FAYI_LET(record, station.get(id));
    return record.view.type;
}

Result<Exit> tellForms(Shell& shell, const std::string& asked) {
    FAYI_LET(type, typeOf(*shell.station, asked));
    Json list = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const schema::PaperForm* form : shell.station->papers(type)) {
        list.push_back(toJson(*form));
        const schema::RecordType* of = shell.station->catalog().type(form->type);
        rows.push_back(
            {form->name, shell.say(form->labels), of == nullptr ? form->type : shell.say(of->labels)});
    }
    if (shell.json)
        shell.print(list);
    else
        printTable(rows);
    return Exit::Done;
}

void tell(const Shell& shell, const station::Printed& printed, const std::string& file) {
    if (shell.json) {
        shell.print(station::toJson(printed, file, shell.language));
        return;
    }
    const std::string pages = std::to_string(printed.pages), print = std::to_string(printed.print);
    std::string line = file;
    if (printed.pages > 0)
        line += shell.say({"　" + pages + " 页", "  " + pages + (printed.pages == 1 ? " page" : " pages")});
    if (printed.draft)
        line += shell.say({"　草稿", "  draft"});
    else if (printed.print > 1)
        line += shell.say({"　第 " + print + " 次打印", "  print no. " + print});
    shell.printLine(line);
    for (const Text& note : printed.notes)
        std::cerr << shell.say(note) << '\n';
}

Result<Exit> paper(Shell& shell, const PaperOptions& options) {
    FAYI_LET(opened, shell.open());
    if (options.form.empty() && options.file.empty())
        return tellForms(shell, options.record);
    if (options.form.empty() || options.file.empty())
        return Error{ErrorCode::Usage,
                     {"打印：paper 记录编号 文书 -o 文件.pdf（或 .docx）",
                      "to print: paper ID FORM -o FILE.pdf (or .docx)"}};
    FAYI_LET(id, recordIdOf(options.record));
    const Language language = options.language.empty()   ? shell.language
                              : options.language == "en" ? Language::En
                                                         : Language::Zh;
    FAYI_LET(printed, opened->print(id, options.form, options.file, language));
    tell(shell, printed, options.file);
    return Exit::Done;
}

}  // namespace

void addPaperCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<PaperOptions>();
    CLI::App* command =
        frame.command("paper",
                      {"把记录填进文书，生成 PDF 或 Word 文档；不写文书则列出可用的文书",
                       "fill a form with a record, as a PDF or a Word document; without a form, lists the "
                       "forms there are"},
                      [&shell, options] { return paper(shell, *options); });
    frame.option(command, "ID", options->record,
                 {"记录编号；列出文书时也可写记录种类", "the record; to list forms, a record type will do"});
    frame.option(command, "FORM", options->form, {"文书", "the form"});
    frame.option(
        command, "-o,--output", options->file,
        {"写到这个文件：.pdf，或可以接着编辑的 .docx", "the file to write: .pdf, or .docx to be edited"});
    frame
        .option(command, "--language", options->language,
                {"文书的语言：zh 或 en；不写则同 --lang",
                 "language of the paper: zh or en; without it as --lang"})
        ->check(CLI::IsMember({"zh", "en"}));
}

}  // namespace fayi::cli
