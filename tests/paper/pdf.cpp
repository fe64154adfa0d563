// SPDX-License-Identifier: Apache-2.0
#include "pdf.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <regex>

#include "fayi/testing/fakes.h"

namespace fayi::paper {
namespace {

/// Standard output of one of poppler's programs, given the file.
std::string poppler(const std::string& program, const Pdf& pdf) {
    const testing::TemporaryFolder folder;
    const std::string file = (folder / "paper.pdf").string();
    std::ofstream(file, std::ios::binary) << pdf.bytes;
    const std::string command = program + " " + file + (program.starts_with("pdftotext") ? " -" : "");
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) {
        ADD_FAILURE() << "cannot start " << command;
        return {};
    }
    std::string out;
    std::array<char, 4096> buffer{};
    for (std::size_t read = 0; (read = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        out.append(buffer.data(), read);
    EXPECT_EQ(::pclose(pipe), 0) << command;
    return out;
}

std::string without(std::string text, std::string_view what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at))
        text.erase(at, what.size());
    return text;
}

}  // namespace

std::string textOf(const Pdf& pdf) {
    return poppler("pdftotext -raw", pdf);
}

std::vector<std::string> sheetsOf(const Pdf& pdf) {
    std::vector<std::string> out;
    const std::string all = textOf(pdf);
    for (std::size_t from = 0; from < all.size();) {
        const auto end = all.find('\f', from);
        out.push_back(all.substr(from, end - from));
        from = end == std::string::npos ? all.size() : end + 1;
    }
    return out;
}

std::string runOf(std::string text) {
    for (const std::string_view space : {" ", "\n", "\f", "\u3000"})
        text = without(std::move(text), space);
    return text;
}

std::string runOf(const Pdf& pdf) {
    return runOf(textOf(pdf));
}

std::vector<std::vector<Word>> wordsOf(const Pdf& pdf) {
    std::vector<std::vector<Word>> out;
    const std::string html = poppler("pdftotext -bbox", pdf);
    static const std::regex kWord(
        R"re(<page |<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">([^<]*)<)re");
    for (auto at = std::sregex_iterator(html.begin(), html.end(), kWord); at != std::sregex_iterator();
         ++at) {
        if (!(*at)[1].matched)
            out.emplace_back();
        else
            out.back().push_back({(*at)[5], std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3]),
                                  std::stod((*at)[4])});
    }
    return out;
}

std::string propertiesOf(const Pdf& pdf) {
    return poppler("pdfinfo -isodates", pdf);
}

const schema::Catalog& definitions() {
    static const schema::Catalog kCatalog = [] {
        const auto& loaded = schema::Catalog::builtIn();
        if (!loaded.ok()) {
            ADD_FAILURE() << loaded.error().message.en;
            std::abort();
        }
        return *loaded;
    }();
    return kCatalog;
}

Press::Press(const std::string& name) : form(*definitions().paper(name)) {}

Job Press::jobOf(const Json& fields) const {
    return {.form = form,
            .type = *definitions().type(form.type),
            .fields = fields,
            .units = *definitions().orgTree("500115"),
            .linked = {},
            .record = "0000000000001-1",
            .org = "500115127",
            .today = "2026-03-31",
            .language = language,
            .draft = draft,
            .print = print};
}

namespace {

template <typename T>
T made(Result<T> result) {
    if (!result.ok()) {
        ADD_FAILURE() << result.error().message.en;
        std::abort();
    }
    return std::move(result).value();
}

}  // namespace

Pdf Press::operator()(const Json& fields) const {
    return made(paper::print(jobOf(fields)));
}

Document Press::document(const Json& fields) const {
    return made(paper::document(jobOf(fields)));
}

schema::PaperForm ownForm(const std::string& type, const Json& changes) {
    Json definition{{"kind", "paper"},
                    {"name", "own"},
                    {"version", 1},
                    {"labels", {{"zh", "试"}, {"en", "Try"}}},
                    {"type", type},
                    {"style", "form"},
                    {"title", {{"zh", "试用表"}, {"en", "Try"}}}};
    definition.merge_patch(changes);
    schema::Catalog catalog = definitions();
    const Status added = catalog.add(definition, "own.json");
    if (!added.ok()) {
        ADD_FAILURE() << added.error().message.en;
        std::abort();
    }
    return *catalog.paper("own");
}

schema::PaperForm letter() {
    return ownForm("outreach", Json::parse(R"json({
        "style": "letter", "body": [{"paragraph": {"zh": "{summary}", "en": "{summary}"}}]})json"));
}

}  // namespace fayi::paper
