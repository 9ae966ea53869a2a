// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/ledger.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/intake/docx/reading.hpp"
#include "editor/intake/docx/xml_part.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::docx {
namespace {

constexpr std::size_t kMostWords = 500;  // characters of lost words that a finding shows

class LostWords {
  public:
    explicit LostWords(const Ledger& ledger, bool in_margin = false)
        : ledger_(ledger), in_margin_(in_margin) {}

    void gather(pugi::xml_node node) {
        const std::string_view name = node.name();
        if (ledger_.has(node)) return is_leaf(name) ? gather_below(node) : void();
        if (name == "mc:AlternateContent") return gather_branches(node);
        if (in_margin_) {  // a reader takes the lines of its paragraphs
            if (name == "w:p") return;
        } else if (name == "w:sym" || name == "w:noBreakHyphen") {
            return add(sign_of(node));
        } else if (name == "v:textpath") {
            add(node.attribute("string").value());
        }
        add(is_text(name) ? text_of(node) : odd_text(node));
        gather_below(node);
    }

    const std::string& words() const { return words_; }
    /// Those of an mc:AlternateContent's branches that were not chosen, where they differ.
    const std::string& others() const { return others_; }

  private:
    void gather_below(pugi::xml_node node) {
        for (const pugi::xml_node child : node.children())
            if (child.type() == pugi::node_element) gather(child);
    }

    // The branches say the same in two ways; what only the other one says is lost.
    void gather_branches(pugi::xml_node alternatives) {
        const pugi::xml_node chosen = chosen_branch(alternatives);
        gather(chosen);
        if (in_margin_ && chosen) return;
        const std::string known = std::exchange(known_, known_ + words_below(chosen));
        std::string outer = std::exchange(words_, {});
        for (const pugi::xml_node branch : alternatives.children())
            if (branch != chosen) gather(branch);
        others_ += std::exchange(words_, std::move(outer));
        known_ = known;
    }

    // Elements that are read by themselves, without what stands inside of them.
    static bool is_leaf(std::string_view name) {
        return is_text(name) || name == "w:tab" || name == "w:ptab" || name == "w:br" ||
               name == "w:cr" || name == "w:sym" || name == "w:noBreakHyphen" ||
               name == "v:textpath";
    }

    static std::string sign_of(pugi::xml_node node) {
        if (std::string_view(node.name()) == "w:noBreakHyphen") return "\u2011";
        return std::string("U+") + node.attribute("w:char").value();
    }
    void add(std::string_view text) {
        const std::string_view trimmed = core::trim(text);
        if (words_of(trimmed).empty() || known_.find(trimmed) != std::string::npos) return;
        if (!words_.empty()) words_ += " ";
        words_ += trimmed;
    }

    const Ledger& ledger_;
    bool in_margin_;
    std::string words_;
    std::string others_;
    std::string known_;  // by the other branch
};

void report_lost(Reading& reading, pugi::xml_node tree, const std::string& part,
                 bool in_margin = false) {
    const core::Place place(core::PlaceKind::Part, part);
    LostWords lost(reading.ledger, in_margin);
    lost.gather(tree);
    if (!lost.others().empty())
        reading.report(core::Level::Warning, place, "other_branch",
                       {{"words", core::excerpt(lost.others(), kMostWords)}}, lost.others());
    if (lost.words().empty()) return;
    reading.report(core::Level::Error, place, "words_lost",
                   {{"part", part},
                    {"count", std::to_string(core::length(words_of(lost.words())))},
                    {"words", core::excerpt(lost.words(), kMostWords)}},
                   lost.words());
}

// A comment that nothing in the text points to.
void report_comments(Reading& reading) {
    for (const auto& [id, comment] : reading.comments.by_id) {
        if (!comment || words_below(comment).empty()) continue;
        const std::string author = comment.attribute("w:author").value();
        reading.report(core::Level::Warning, {}, "comment",
                       {{"author", author.empty() ? "—" : author}}, words_below(comment));
        reading.ledger.take(comment);
    }
}

// Properties, settings, building blocks and the drawn copy of a diagram never print.
bool is_passed_over(std::string_view part) {
    for (const char* place :
         {"docprops/", "customxml/", "_rels/", "[content_types]", "/glossary/", "/diagrams/drawing",
          "/styles", "/numbering", "settings.xml", "/fonttable", "/theme/", "/people"})
        if (part.find(place) != std::string_view::npos) return true;
    return false;
}

void report_other_parts(Reading& reading, const std::string& main_part) {
    const std::set<std::string> read = {main_part, reading.footnotes.name, reading.endnotes.name,
                                        reading.comments.name};
    std::set<std::string> margins;
    for (const char* type : {"header", "footer"})
        for (const Relationship& margin : reading.relationships.of_type(type))
            margins.insert(margin.target);
    for (const std::string& part : reading.package.parts("", ".xml")) {
        const auto is_it = [&](const std::string& name) { return Package::same_name(name, part); };
        if (std::any_of(read.begin(), read.end(), is_it) || is_passed_over(part)) continue;
        const bool in_margin = std::any_of(margins.begin(), margins.end(), is_it);
        try {
            report_lost(reading, parse_part(*reading.package.read(part), part).document_element(),
                        part, in_margin);
        } catch (const core::Error&) {  // nobody reads it, and Word would not show it either
        }
    }
}

}  // namespace

void report_lost_words(Reading& reading, pugi::xml_node main, const std::string& main_part) {
    report_comments(reading);
    report_lost(reading, main, main_part);
    for (const NotePart* part : {&reading.footnotes, &reading.endnotes, &reading.comments})
        if (part->tree.document_element())
            report_lost(reading, part->tree.document_element(), part->name);
    report_other_parts(reading, main_part);
}

}  // namespace gongbao::editor::docx
