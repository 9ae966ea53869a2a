// SPDX-License-Identifier: Apache-2.0
#include "archive/search/fold.hpp"

#include <algorithm>
#include <optional>

#include "archive/search/character_table.hpp"
#include "core/report/check.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using Kind = FoldedCharacter::Kind;
using Span = FoldedText::Span;

// Takes folded characters in order and decides where groups end.
class Writer {
  public:
    explicit Writer(std::size_t bytes) {
        folded_.text.reserve(bytes / 3);
        folded_.spans.reserve(bytes / 3);
    }

    void add(char32_t c, Kind kind, Span span) {
        if (kind == Kind::Nothing) return;
        if (kind == Kind::Mark) {
            if (last_ == Kind::Sign) return;
            kind = Kind::Letter;
        }
        if (kind == Kind::Blank || kind == Kind::Break) {
            broken_ = broken_ || kind == Kind::Break;
            blank_ = true;
            return;
        }
        if (last_ && parts(kind))
            put(U' ', {std::min(folded_.spans.back().end, span.begin), span.begin});
        put(c, span);
        last_ = kind;
        broken_ = blank_ = false;
    }

    FoldedText take() { return std::move(folded_); }

  private:
    bool parts(Kind kind) const {
        return broken_ || kind != *last_ || (blank_ && kind != Kind::Sign);
    }
    void put(char32_t c, Span span) {
        folded_.text += c;
        folded_.spans.push_back(span);
    }

    FoldedText folded_;
    std::optional<Kind> last_;
    bool broken_ = false;
    bool blank_ = false;
};

// A sequence that has to be normalised together: a base and what combines with it.
void add_sequence(Writer& writer, std::u32string_view sequence, Span span) {
    if (sequence.size() == 1) {
        const FoldedCharacter& only = folded_character(sequence.front());
        if (only.kind != Kind::Several) return writer.add(only.folded, only.kind, span);
    }
    for (const char32_t c : fold_several(sequence)) writer.add(c, folded_character(c).kind, span);
}

}  // namespace

FoldedText fold(std::string_view text) {
    GONGBAO_CHECK(text.size() < UINT32_MAX);
    Writer writer(text.size());
    std::u32string sequence;
    Span span;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t c = core::next_code_point(text, at);
        if (!sequence.empty() && !folded_character(c).joins) {
            add_sequence(writer, sequence, span);
            sequence.clear();
        }
        if (sequence.empty()) span.begin = begin;
        sequence += c;
        span.end = static_cast<std::uint32_t>(at);
    }
    if (!sequence.empty()) add_sequence(writer, sequence, span);
    return writer.take();
}

CharacterKind kind_of(char32_t folded) {
    switch (folded_character(folded).kind) {
        case Kind::Letter:
        case Kind::Mark: return CharacterKind::Letter;
        case Kind::Digit: return CharacterKind::Digit;
        default: return CharacterKind::Sign;
    }
}

std::u32string without_blanks(std::u32string_view folded) {
    std::u32string text;
    for (const char32_t c : folded)
        if (c != U' ') text += c;
    return text;
}

std::string simplified(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t good = std::min<std::size_t>(text.size(), 4);
        while (good > 0 && !core::is_valid_utf8(text.substr(0, good))) --good;
        if (good == 0) {
            core::append_utf8(out, 0xFFFD);
            text.remove_prefix(1);
            continue;
        }
        std::size_t at = 0;
        core::append_utf8(out, simplified(core::next_code_point(text, at)));
        text.remove_prefix(at);
    }
    return out;
}

}  // namespace gongbao::archive
