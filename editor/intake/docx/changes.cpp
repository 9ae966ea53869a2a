// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/changes.hpp"

#include <algorithm>

#include "core/text/text.hpp"

namespace gongbao::editor::docx {
namespace {

const char* id_of(Changes::Kind kind) {
    switch (kind) {
        case Changes::Kind::Inserted: return "inserted";
        case Changes::Kind::Deleted: return "deleted";
        case Changes::Kind::MovedHere: return "moved_here";
        case Changes::Kind::MovedAway: return "moved_away";
        case Changes::Kind::Formatted: return "formatted";
    }
    return "inserted";
}

// "2026-03-01T09:30:00Z" → "2026-03-01 09:30"; Word writes local time and calls it Z. What is
// written otherwise is shown as it is.
std::string readable(std::string_view date) {
    constexpr std::string_view kForm = "0000-00-00T00:00";
    const bool known = date.size() >= kForm.size() &&
                       std::equal(kForm.begin(), kForm.end(), date.begin(), [](char form, char c) {
                           return form == '0' ? c >= '0' && c <= '9' : c == form;
                       });
    if (!known) return core::excerpt(date, 20);
    return std::string(date.substr(0, 10)) + " " + std::string(date.substr(11, 5));
}

std::string or_dash(const std::string& text) {
    return text.empty() ? "—" : text;
}

}  // namespace

std::optional<Changes::Kind> change_kind(std::string_view element) {
    if (element == "w:ins") return Changes::Kind::Inserted;
    if (element == "w:del") return Changes::Kind::Deleted;
    if (element == "w:moveTo") return Changes::Kind::MovedHere;
    if (element == "w:moveFrom") return Changes::Kind::MovedAway;
    return std::nullopt;
}

void Changes::add(Kind kind, pugi::xml_node change, std::string_view words) {
    const std::string_view author = change.attribute("w:author").value();
    const std::string_view date = change.attribute("w:date").value();
    const auto [found, fresh] = index_.try_emplace({kind, std::string(author)}, sets_.size());
    if (fresh) sets_.push_back({kind, std::string(author), std::string(date), {}});
    sets_[found->second].words += words;
}

void Changes::report(const Reading& reading, const core::Place& place) {
    for (const Set& set : sets_) {
        const core::Level level =
            set.kind == Kind::Formatted ? core::Level::Warning : core::Level::Error;
        reading.report(level, place, id_of(set.kind),
                       {{"author", or_dash(set.author)}, {"date", or_dash(readable(set.date))}},
                       set.words);
    }
    sets_.clear();
    index_.clear();
}

}  // namespace gongbao::editor::docx
