// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/second_document.hpp"

#include <algorithm>
#include <string>

#include "core/text/text.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

constexpr std::string_view kMatter = "关于";
constexpr std::size_t kMostTitleLines = 4;

// Title and number of a document that opens somewhere, and the line to show.
struct Opening {
    std::string title;
    std::string number;
    std::size_t line = 0;
    std::size_t begin = 0;  // where its title or number begins
};

// Without white space and the marks that a citation puts around and into a title.
std::string bare(std::string_view words) {
    std::string text = core::without_spaces(words);
    for (const char* mark : {"《", "》", "〈", "〉", "“", "”"})
        text = core::replace_all(std::move(text), mark, "");
    return text;
}

class SecondDocuments {
  public:
    SecondDocuments(const Lines& lines, const std::vector<Part>& parts, core::Diagnostics& findings)
        : lines_(lines), parts_(parts), findings_(findings) {
        passes_on_ = passes_on(parts_.front().preface);
    }

    void report() {
        bool first_carried = true;
        for (const auto& part : parts_) {
            if (part.annex == core::Annex::Kind::Attached) {
                judge(opening_in(part.preface), passes_on_ && first_carried);
                first_carried = false;
            }
            for (std::size_t i = part.body.begin; i < part.body.end; ++i)
                judge(opening_at(i, part.body), false);
        }
    }

  private:
    // 转发, 批转 in the title: the text that follows has a number and addressees of its own.
    bool passes_on(Range preface) const {
        std::string title;
        for (std::size_t i = preface.begin; i < preface.end; ++i)
            if (lines_[i].role == Role::Title) title += lines_[i].text;
        return title.find("转发") != std::string::npos || title.find("批转") != std::string::npos;
    }

    Opening opening_in(Range preface) const {
        Opening found;
        bool addressed = false;
        found.line = found.begin = preface.begin;
        for (std::size_t i = preface.begin; i < preface.end; ++i) {
            if (lines_[i].role == Role::Title) found.title += lines_[i].text;
            if (lines_[i].role == Role::Number && is_number_line(lines_[i].text))
                found.number = lines_[i].text;
            addressed = addressed || lines_[i].role == Role::Addressees;
        }
        if (found.number.empty() && !addressed) return {};
        return found;
    }

    // A number alone on its line in a body, a title beside it and addressees below.
    Opening opening_at(std::size_t at, Range body) const {
        if (!lines_[at].is_text() || !is_number_line(lines_[at].text)) return {};
        Opening found{{}, lines_[at].text, at, at};
        std::size_t below = at + 1;
        for (std::size_t lines = 1; lines <= kMostTitleLines && at >= body.begin + lines; ++lines) {
            const std::string title = title_of(at - lines, at);
            if (title.empty()) continue;
            found.title = title;
            found.begin = at - lines;
        }
        for (std::size_t lines = 1;
             found.title.empty() && lines <= kMostTitleLines && at + lines < body.end; ++lines) {
            found.title = title_of(at + 1, at + 1 + lines);
            below = at + 1 + lines;
        }
        const bool addressed =
            below < body.end && lines_[below].is_text() && is_addressees(lines_[below].text);
        return addressed ? found : Opening{};
    }

    // The lines as one title, or nothing.
    std::string title_of(std::size_t begin, std::size_t end) const {
        std::string title;
        for (std::size_t i = begin; i < end; ++i) {
            if (!lines_[i].is_text() || ending_of(lines_[i].text) == Ending::Sentence) return {};
            title += lines_[i].text;
        }
        const bool whole =
            title.find(kMatter) != std::string::npos && !kind_of_title(title).empty();
        return whole && core::length(title) <= 120 ? title : std::string();
    }

    void judge(const Opening& opening, bool passed_on) {
        const std::size_t matter = opening.title.find(kMatter);
        if (matter == std::string::npos || passed_on || is_named(opening, matter)) return;
        findings_.push_back(
            {core::Level::Error,
             lines_[opening.line].place,
             {"intake.second_document",
              {{"title", bare(opening.title)}, {"number", core::without_spaces(opening.number)}}},
             core::excerpt(lines_[opening.line].text)});
    }

    // The first document names it: by number, or by title with or without the agency in front.
    bool is_named(const Opening& opening, std::size_t matter) const {
        const std::size_t end = std::min(parts_.front().closing.end, opening.begin);
        std::string said;
        for (std::size_t i = 0; i < end; ++i)
            if (lines_[i].is_text()) said += lines_[i].text;
        said = bare(said);
        const std::string number = bare(opening.number);
        if (!number.empty() && said.find(number) != std::string::npos) return true;
        return said.find(bare(std::string_view(opening.title).substr(matter))) != std::string::npos;
    }

    const Lines& lines_;
    const std::vector<Part>& parts_;
    core::Diagnostics& findings_;
    bool passes_on_ = false;
};

}  // namespace

void report_second_documents(const Lines& lines, const std::vector<Part>& parts,
                             core::Diagnostics& findings) {
    if (!parts.empty()) SecondDocuments(lines, parts, findings).report();
}

}  // namespace gongbao::editor
