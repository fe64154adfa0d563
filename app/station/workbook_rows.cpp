// SPDX-License-Identifier: Apache-2.0
#include "fayi/sheets/workbook.h"
#include "rows.h"

namespace fayi::station {
namespace {

class WorkbookRows final : public RowSource {
public:
    explicit WorkbookRows(sheets::Workbook book) : m_book(std::move(book)) {}

    std::optional<TableRow> next() override {
        auto line = m_book.next();
        if (!line)
            return std::nullopt;
        m_line = line->number;
        return TableRow{line->number, std::move(line->cells)};
    }
    std::size_t line() const override { return m_line; }
    const std::optional<Text>& flaw() const override { return m_book.flaw(); }
    bool mayHaveTitle() const override { return true; }

private:
    sheets::Workbook m_book;
    std::size_t m_line = 1;
};

}  // namespace

Result<std::unique_ptr<RowSource>> openWorkbookRows(const std::filesystem::path& file,
                                                    const std::string& sheet) {
    FAYI_LET(book, sheets::Workbook::open(file));
    FAYI_TRY(book.choose(sheet));
    return std::unique_ptr<RowSource>(std::make_unique<WorkbookRows>(std::move(book)));
}

}  // namespace fayi::station
