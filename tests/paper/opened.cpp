// SPDX-License-Identifier: Apache-2.0
#include "opened.h"

#include "fayi/sheets/archive.h"

namespace fayi::paper {
namespace {

std::string read(sheets::Archive& archive, const std::string& part) {
    auto bytes = archive.part(part);
    if (!bytes.ok() || !*bytes) {
        ADD_FAILURE() << "no part " << part;
        return {};
    }
    return **bytes;
}

void addText(const pugi::xml_node& node, std::string& out) {
    const std::string_view name = node.name();
    if (name == "w:t")
        out += node.text().get();
    if (name == "w:br")
        out += '\n';
    if (name == "w:instrText")
        out += "{" + std::string(node.text().get()) + "}";
    for (const pugi::xml_node& child : node.children())
        addText(child, out);
    if (name == "w:p")
        out += '\n';
}

}  // namespace

/// All that a program knows of the parts stands in [Content_Types].xml.
Opened::Opened(const Document& document) {
    auto archive = sheets::Archive::fromBytes(document.bytes);
    if (!archive.ok()) {
        ADD_FAILURE() << archive.error().message.en;
        std::abort();
    }
    std::vector<std::string> names{"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string bytes = read(*archive, names[i]);
        const auto parsed = m_parts[names[i]].load_buffer(bytes.data(), bytes.size(),
                                                          pugi::parse_default | pugi::parse_ws_pcdata_single);
        EXPECT_EQ(parsed.status, pugi::status_ok) << names[i] << ": " << parsed.description();
        for (const auto& known : m_parts[names[i]].child("Types").children("Override"))
            names.push_back(std::string(known.attribute("PartName").value()).substr(1));
    }
}

pugi::xml_node Opened::part(const std::string& name) const {
    const auto found = m_parts.find(name);
    return found == m_parts.end() ? pugi::xml_node() : found->second.document_element();
}

std::vector<std::string> Opened::parts() const {
    std::vector<std::string> out;
    for (const auto& [name, document] : m_parts)
        out.push_back(name);
    return out;
}

std::string Opened::textOf(const std::string& name) const {
    std::string out;
    addText(part(name), out);
    return out;
}

std::string Opened::margin(const std::string& kind, const std::string& pages) const {
    const std::string name = "w:" + kind + "Reference";
    for (const auto& reference : section().children(name.c_str()))
        if (reference.attribute("w:type").value() == pages)
            for (const auto& relation : part("word/_rels/document.xml.rels").children())
                if (std::string_view(relation.attribute("Id").value()) == reference.attribute("r:id").value())
                    return std::string("word/") + relation.attribute("Target").value();
    return {};
}

pugi::xml_node Opened::style(const std::string& id) const {
    return part("word/styles.xml").find_child_by_attribute("w:style", "w:styleId", id.c_str());
}

}  // namespace fayi::paper
