// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "pdf.h"

namespace fayi::paper {

/// A document as a program opens it: its parts, each read as XML. What is wrong ends the test.
class Opened {
public:
    explicit Opened(const Document& document);

    /// "word/styles.xml"; null where there is none.
    pugi::xml_node part(const std::string& name) const;
    std::vector<std::string> parts() const;
    /// What a person reads in a part, a line for each paragraph.
    std::string textOf(const std::string& part) const;
    std::string text() const { return textOf("word/document.xml"); }
    pugi::xml_node body() const { return part("word/document.xml").child("w:body"); }
    pugi::xml_node section() const { return body().child("w:sectPr"); }
    /// The part for such pages: "header", "default"; empty: there is none.
    std::string margin(const std::string& kind, const std::string& pages) const;
    /// One style of paragraphs.
    pugi::xml_node style(const std::string& id) const;

private:
    std::map<std::string, pugi::xml_document> m_parts;
};

}  // namespace fayi::paper
