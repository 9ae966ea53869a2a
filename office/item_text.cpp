// SPDX-License-Identifier: Apache-2.0
#include "office/item_text.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "core/html/document_html.hpp"
#include "core/text/text.hpp"
#include "core/xml/escape.hpp"

namespace gongbao::office {
namespace {

using core::Block;
using core::Diagnostic;
using server::View;

/// Fewer characters say little of where they stand.
constexpr std::size_t kTelling = 4;
constexpr std::string_view kCut = "…";  ///< how an excerpt ends that was cut

/// The blocks of a document and their words without white space, by which findings are placed.
class Lines {
  public:
    Lines(const core::Document& document, const core::Diagnostics& findings) {
        core::for_each_block(document, [&](const Block& block) {
            lines_.emplace_back(block.id, core::without_spaces(core::plain_text(block)));
        });
        const auto title =
            std::find_if(document.preface.begin(), document.preface.end(),
                         [](const Block& block) { return block.role == core::Role::Title; });
        if (title != document.preface.end()) title_ = title->id;
        for (const Diagnostic& finding : findings)
            if (const std::string id = found_by_itself(finding);
                !id.empty() && !finding.place.empty())
                by_place_.emplace(finding.place.text(), id);
    }

    /// The id of the block that a finding concerns; "" when it is not told, or is the title, which
    /// stands apart.
    std::string of(const Diagnostic& finding) const {
        std::string id = found_by_itself(finding);
        // What is found at the same place stands beside the same line, as the two halves of a
        // change.
        if (const auto same = by_place_.find(finding.place.text()); id.empty())
            id = same == by_place_.end() ? std::string() : same->second;
        return id == title_ ? std::string() : id;
    }

  private:
    std::string found_by_itself(const Diagnostic& finding) const {
        const std::string id = named_in(finding.place);
        return id.empty() ? holding(finding.excerpt) : id;
    }

    std::string named_in(const core::Place& place) const {
        for (const core::PlaceStep& step : place.steps()) {
            if (step.kind != core::PlaceKind::Block) continue;
            for (const auto& [id, words] : lines_)
                if (id == step.name) return id;
        }
        return {};
    }

    /// The first with the words; few characters must stand in one alone.
    std::string holding(std::string excerpt) const {
        if (core::ends_with(excerpt, kCut)) excerpt.resize(excerpt.size() - kCut.size());
        excerpt = core::without_spaces(excerpt);
        if (excerpt.empty()) return {};
        std::string first;
        for (const auto& [id, words] : lines_) {
            if (words.find(excerpt) == std::string::npos) continue;
            if (core::length(excerpt) >= kTelling) return id;
            if (!first.empty()) return {};
            first = id;
        }
        return first;
    }

    std::vector<std::pair<std::string, std::string>> lines_;
    std::map<std::string, std::string> by_place_;
    std::string title_;
};

std::string beside_html(const Work& work, const Diagnostic& finding) {
    const std::string level = core::name_of(finding.level);
    return "<div class=\"beside " + level + "\" role=\"note\"><p><strong>" +
           core::escape_html(work.say("office.level." + level)) + "</strong> " +
           core::escape_html(work.say(finding.message)) + "</p></div>\n";
}

View finding_view(const Work& work, const Diagnostic& finding) {
    View view;
    view.set("level", std::string(core::name_of(finding.level)));
    view.set("level_words", work.say(std::string("office.level.") + name_of(finding.level)));
    view.set("place", server::shown(work.language.words.say(finding.place)));
    view.set("words", work.say(finding.message));
    view.set("excerpt", server::shown(finding.excerpt));
    return view;
}

}  // namespace

ItemText item_text(const Work& work, const core::Document& document,
                   const core::Diagnostics& findings, const std::string& media) {
    const Lines lines(document, findings);
    ItemText text;
    text.findings = View(View::type::list);
    std::map<std::string, std::string> beside;
    for (const Diagnostic& finding : findings) {
        if (const std::string id = lines.of(finding); !id.empty())
            beside[id] += beside_html(work, finding);
        else
            text.findings.push_back(finding_view(work, finding));
    }
    core::HtmlOptions options;
    options.media = media;
    options.notes_name = work.say("pages.document.notes");
    options.table_name = [&](int number) {
        return work.say("pages.document.table", {{"number", std::to_string(number)}});
    };
    options.beside = [&](const Block& block) {
        const auto found = beside.find(block.id);
        return found == beside.end() ? std::string() : found->second;
    };
    core::DocumentHtml html = core::document_html(document, options);
    text.title_html =
        html.title.empty() ? core::escape_html(document.meta.title) : std::move(html.title);
    text.text_html = std::move(html.text);
    return text;
}

}  // namespace gongbao::office
