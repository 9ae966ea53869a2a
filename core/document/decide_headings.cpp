// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/decide_structure.hpp"
#include "core/document/structure.hpp"
#include "core/document/wording.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

// Characters.
constexpr std::size_t kLongestHeading = 60;
constexpr std::size_t kLongestQuestion = 100;

// What the words of a level are by their form alone: whole sentences or what introduces others, a
// part of an enumeration, a question, or a name that can be a heading.
enum class Form { Sentence, Clause, Question, Name };

// Does a sentence end or pause in the middle of `text`, outside of quotations and brackets?
bool holds_sentence(std::u32string_view text) {
    int depth = 0;
    for (const char32_t c : text) {
        if (is_one_of(c, U"（(“‘《〈〔【")) ++depth;
        if (is_one_of(c, U"）)”’》〉〕】")) --depth;
        if (depth <= 0 && is_one_of(c, U"。；;")) return true;
    }
    return false;
}

Form form_of(std::string_view words) {
    const std::u32string text = to_utf32(trim(words));
    std::size_t end = text.size();
    while (end > 0 && is_one_of(text[end - 1], U"”’）》〉】〕」』)]>\"'")) --end;
    const char32_t last = end > 0 ? text[end - 1] : U'\0';
    if (is_one_of(last, U"；，、;,")) return Form::Clause;
    if (text.empty() || is_one_of(last, U"。：！…:!") || holds_sentence(text))
        return Form::Sentence;
    if (is_one_of(last, U"？?"))
        return text.size() <= kLongestQuestion ? Form::Question : Form::Sentence;
    return text.size() <= kLongestHeading ? Form::Name : Form::Sentence;
}

// Ends the text of a part, or begins another: nothing of the kind stands below a heading.
bool ends_text(Role role) {
    switch (role) {
        case Role::Title:
        case Role::Part:
        case Role::Chapter:
        case Role::Section:
        case Role::AnnexNote:
        case Role::Signature:
        case Role::Date:
        case Role::Note:
        case Role::CopyTo:
        case Role::Imprint:
        case Role::AnnexLabel: return true;
        default: return false;
    }
}

// （一）指导思想。 with its text on the lines below.
bool is_stopped_name(std::string_view words) {
    constexpr std::string_view kStop = "。";
    words = trim(words);
    if (!words.ends_with(kStop)) return false;
    words.remove_suffix(kStop.size());
    return words.find(kStop) == std::string_view::npos && reads_like_heading(words);
}

class HeadingDecider {
  public:
    explicit HeadingDecider(Blocks& blocks) : blocks_(blocks) {}

    void decide() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const Role role = blocks_[i].role;
            if (ends_text(role)) close_from(Role::Heading1);
            if (!is_level(role)) continue;
            close_from(static_cast<Role>(static_cast<int>(role) + 1));
            open_[role].push_back(i);
        }
        close_from(Role::Heading1);
    }

  private:
    // Levels of one role under one heading.
    using Siblings = std::vector<std::size_t>;

    void close_from(Role role) {
        for (auto at = open_.lower_bound(role); at != open_.end(); at = open_.erase(at))
            decide(at->second);
    }

    void decide(const Siblings& siblings) {
        if (are_list(siblings)) return;
        const bool questions = !has_bare_question(siblings);
        const bool stopped = all_name(siblings);
        for (const std::size_t i : siblings) {
            Block& block = blocks_[i];
            if (block.table || block.figure || leads(block) || !has_text(i)) continue;
            const Form form = form_of(i);
            if (form == Form::Name || (form == Form::Question && questions) ||
                (form == Form::Sentence && stopped))
                block.heading = true;
        }
    }

    // Does each of several open a text of its own with a heading, run in or with 。 on its line?
    bool all_name(const Siblings& siblings) const {
        return siblings.size() > 1 &&
               std::all_of(siblings.begin(), siblings.end(), [this](std::size_t i) {
                   return leads(blocks_[i]) ||
                          (has_text(i) && (form_of(i) == Form::Name ||
                                           is_stopped_name(plain_text(blocks_[i].runs))));
               });
    }

    // None but perhaps the last has text below, and none is a paragraph.
    bool are_list(const Siblings& siblings) const {
        if (siblings.size() < 2) return false;
        for (const std::size_t i : siblings)
            if (i != siblings.back() && (has_text(i) || form_of(i) == Form::Sentence)) return false;
        return true;
    }

    Form form_of(std::size_t i) const { return core::form_of(plain_text(blocks_[i].runs)); }

    bool has_bare_question(const Siblings& siblings) const {
        for (const std::size_t i : siblings)
            if (!has_text(i) && form_of(i) == Form::Question) return true;
        return false;
    }

    bool has_text(std::size_t i) const {
        if (i + 1 >= blocks_.size()) return false;
        const Role below = blocks_[i + 1].role;
        return is_level(below) ? below > blocks_[i].role : !ends_text(below);
    }

    Blocks& blocks_;
    std::map<Role, Siblings> open_;
};

}  // namespace

void decide_headings(Blocks& blocks) {
    HeadingDecider(blocks).decide();
}

}  // namespace gongbao::core
