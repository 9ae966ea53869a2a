// SPDX-License-Identifier: Apache-2.0
#include "core/report/place.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace gongbao::core {
namespace {

enum class Holds { Nothing, Number, Name, NameAndNumber };

struct Kind {
    PlaceKind kind;
    std::string_view name;
    Holds holds;
    int rank;  ///< order among steps of the same depth
};

// In the order of PlaceKind.
constexpr auto kKinds = std::to_array<Kind>({
    {PlaceKind::File, "file", Holds::Name, 0},
    {PlaceKind::Document, "document", Holds::Number, 0},
    {PlaceKind::Title, "title", Holds::Name, 0},
    {PlaceKind::Worded, "worded", Holds::Name, 1},
    {PlaceKind::Stored, "stored", Holds::NameAndNumber, 1},
    {PlaceKind::Part, "part", Holds::Name, 1},
    {PlaceKind::Offset, "offset", Holds::Number, 1},
    {PlaceKind::Properties, "properties", Holds::Nothing, 2},
    {PlaceKind::Field, "field", Holds::Name, 2},
    {PlaceKind::WebPage, "page", Holds::Nothing, 2},
    {PlaceKind::Header, "header", Holds::Nothing, 3},
    {PlaceKind::Watermark, "watermark", Holds::Nothing, 3},
    {PlaceKind::Paragraph, "paragraph", Holds::Number, 4},
    {PlaceKind::Line, "line", Holds::Number, 4},
    {PlaceKind::Behind, "behind", Holds::Number, 4},
    {PlaceKind::Table, "table", Holds::Number, 5},
    {PlaceKind::Block, "block", Holds::Name, 5},
    {PlaceKind::Row, "row", Holds::Number, 5},
    {PlaceKind::Cell, "cell", Holds::Number, 5},
    {PlaceKind::Column, "column", Holds::Number, 5},
    {PlaceKind::Note, "note", Holds::Name, 6},
    {PlaceKind::Footer, "footer", Holds::Nothing, 7},
    {PlaceKind::Picture, "picture", Holds::Name, 8},
    {PlaceKind::Cover, "cover", Holds::Nothing, 8},
    {PlaceKind::Imprint, "imprint", Holds::Nothing, 8},
    {PlaceKind::Contents, "contents", Holds::Nothing, 8},
    {PlaceKind::Section, "section", Holds::Name, 8},
    {PlaceKind::Head, "head", Holds::Nothing, 8},
    {PlaceKind::Colophon, "colophon", Holds::Nothing, 8},
    {PlaceKind::Folio, "folio", Holds::Nothing, 8},
    {PlaceKind::Proof, "proof", Holds::Nothing, 8},
    {PlaceKind::Style, "style", Holds::Name, 8},
});

const Kind& entry_of(PlaceKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}

bool is_escaped(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || std::string_view("%/:#").find(c) != std::string::npos;
}

std::string escaped(std::string_view name) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const char c : name) {
        if (!is_escaped(c)) {
            text += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        text += '%';
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::optional<std::string> unescaped(std::string_view text) {
    std::string name;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            name += text[at];
            continue;
        }
        unsigned value = 0;
        const char* const from = text.data() + at + 1;
        if (text.size() - at < 3 || std::from_chars(from, from + 2, value, 16).ptr != from + 2)
            return {};
        name += static_cast<char>(value);
        at += 2;
    }
    return name;
}

std::string text_of(const PlaceStep& step) {
    const Kind& kind = entry_of(step.kind);
    std::string text(kind.name);
    switch (kind.holds) {
        case Holds::Nothing: break;
        case Holds::Number: text += ":" + std::to_string(step.number); break;
        case Holds::Name: text += ":" + escaped(step.name); break;
        case Holds::NameAndNumber:
            text += ":" + escaped(step.name);
            if (step.number != 0) text += "#" + std::to_string(step.number);
            break;
    }
    return text;
}

bool read_number(std::string_view text, std::int64_t& number) {
    const char* const end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, number);
    return failed == std::errc() && stop == end;
}

std::optional<PlaceStep> read_step(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const auto* const kind = std::find_if(kKinds.begin(), kKinds.end(),
                                          [&](const Kind& one) { return one.name == name; });
    if (kind == kKinds.end()) return {};
    PlaceStep step{kind->kind, 0, {}};
    std::string_view value =
        colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    if (kind->holds == Holds::Number && !read_number(value, step.number)) return {};
    if (kind->holds == Holds::NameAndNumber) {
        const std::size_t mark = value.find('#');
        if (mark != std::string_view::npos && !read_number(value.substr(mark + 1), step.number))
            return {};
        value = value.substr(0, mark);
    }
    if (kind->holds == Holds::Name || kind->holds == Holds::NameAndNumber) {
        auto named = unescaped(value);
        if (!named) return {};
        step.name = std::move(*named);
    }
    // One spelling only: what is read is what would be written.
    if (text_of(step) != text) return {};
    return step;
}

}  // namespace

std::string_view name_of(PlaceKind kind) {
    return entry_of(kind).name;
}

std::strong_ordering PlaceStep::operator<=>(const PlaceStep& other) const {
    const auto key = [](const PlaceStep& step) {
        // Stored things of one name go by their numbers, all others by their numbers first.
        const bool by_name = step.kind == PlaceKind::Stored;
        return std::tuple(entry_of(step.kind).rank, by_name ? 0 : step.number, step.kind);
    };
    if (const auto order = key(*this) <=> key(other); order != 0) return order;
    return std::tie(name, number) <=> std::tie(other.name, other.number);
}

std::strong_ordering Place::operator<=>(const Place& other) const {
    return std::lexicographical_compare_three_way(steps_.begin(), steps_.end(),
                                                  other.steps_.begin(), other.steps_.end());
}

Place Place::stored(std::string_view name, std::int64_t number) {
    Place place(PlaceKind::Stored, name);
    place.steps_.front().number = number;
    return place;
}

Place Place::read(std::string_view kept) {
    return parse(kept).value_or(Place(PlaceKind::Worded, kept));
}

std::optional<Place> Place::parse(std::string_view text) {
    Place place;
    while (!text.empty()) {
        const std::size_t slash = text.find('/');
        auto step = read_step(text.substr(0, slash));
        if (!step) return {};
        place.steps_.push_back(std::move(*step));
        if (slash == std::string_view::npos) break;
        text.remove_prefix(slash + 1);
        if (text.empty()) return {};
    }
    return place;
}

Place Place::with(const Place& inner) const {
    Place place = *this;
    place.steps_.insert(place.steps_.end(), inner.steps_.begin(), inner.steps_.end());
    return place;
}

Place Place::followed_by(const Place& inner) const {
    if (steps_.empty()) return inner;
    const PlaceStep& first = steps_.front();
    if (first.kind != PlaceKind::Paragraph && first.kind != PlaceKind::Behind) return inner;
    return Place(PlaceKind::Behind, first.number).with(inner);
}

std::string Place::text() const {
    std::string text;
    for (const PlaceStep& step : steps_) {
        if (!text.empty()) text += '/';
        text += text_of(step);
    }
    return text;
}

}  // namespace gongbao::core
