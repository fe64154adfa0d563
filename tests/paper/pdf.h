// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "fayi/paper/print.h"
#include "fayi/schema/catalog.h"

namespace fayi::paper {

/// What a person who opens the file reads, sheet by sheet.
std::vector<std::string> sheetsOf(const Pdf& pdf);
std::string textOf(const Pdf& pdf);
/// The same without spaces and line ends: what was broken over lines is found too.
std::string runOf(const Pdf& pdf);
std::string runOf(std::string text);
/// One word as it stands on its sheet, in points from the upper left corner.
struct Word {
    std::string text;
    double left = 0, top = 0, right = 0, bottom = 0;
};
std::vector<std::vector<Word>> wordsOf(const Pdf& pdf);
/// What pdfinfo says of the file.
std::string propertiesOf(const Pdf& pdf);

/// The built-in definitions.
const schema::Catalog& definitions();
/// The record, or an empty one.
inline const Json kNothing = Json::object();

/// Prints a built-in form of a record of its type.
struct Press {
    const schema::PaperForm& form;
    Language language = Language::Zh;
    bool draft = false;
    std::uint64_t print = 1;

    explicit Press(const std::string& name);
    explicit Press(const schema::PaperForm& own) : form(own) {}
    Pdf operator()(const Json& fields) const;
    /// The same as a document.
    Document document(const Json& fields) const;

private:
    Job jobOf(const Json& fields) const;
};

/// A form of that type which is built in nowhere; a test that gives a wrong one ends here.
schema::PaperForm ownForm(const std::string& type, const Json& changes);
/// A letter of one paragraph, the summary.
schema::PaperForm letter();

/// A whole record of the type of that form. Invented persons.
const Json& recordFor(const std::string& form);

}  // namespace fayi::paper
