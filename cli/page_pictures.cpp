// SPDX-License-Identifier: Apache-2.0
#include "cli/page_pictures.hpp"

#include <charconv>
#include <iostream>

#include "cli/files.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"

namespace gongbao::cli {
namespace {

constexpr std::string_view kPlace = "%d";

bool has_place(const std::string& out) {
    return out.find(kPlace) != std::string::npos;
}

std::string name_of_page(const std::string& out, int page) {
    return core::replace_all(out, kPlace, std::to_string(page));
}

[[noreturn]] void refuse(const char* id, const std::string& text) {
    throw core::Error(core::ErrorKind::Invalid, {id, {{"text", text}}});
}

int page_number(std::string_view text, const std::string& all) {
    int page = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), page);
    if (failed != std::errc() || end != text.data() + text.size() || page < 1)
        refuse("cli.bad_pages", all);
    return page;
}

}  // namespace

bool wants_pictures(const std::string& out) {
    return core::ends_with(out, ".svg");
}

void refuse_contradictions(const PictureWish& wish, bool print_ready) {
    if (!wish.pages.empty() && !wants_pictures(wish.out))
        refuse("cli.pages_need_picture", shown_name(wish.out));
    if (print_ready && wants_pictures(wish.out))
        refuse("cli.print_needs_pdf", shown_name(wish.out));
}

std::optional<typeset::PageRange> wished_pages(const PictureWish& wish) {
    if (wish.pages.empty()) {
        if (has_place(wish.out)) return {};
        return typeset::PageRange{1, 1};
    }
    const std::string_view text = wish.pages;
    const std::size_t dash = text.find('-');
    const int first = page_number(text.substr(0, dash), wish.pages);
    const int last =
        dash == std::string_view::npos ? first : page_number(text.substr(dash + 1), wish.pages);
    if (last < first) refuse("cli.bad_pages", wish.pages);
    if (last > first && !has_place(wish.out)) refuse("cli.pages_need_place", wish.out);
    return typeset::PageRange{first, last};
}

typeset::PageAddress addresses(const PictureWish& wish) {
    if (!has_place(wish.out)) return {};
    return [name = std::filesystem::path(wish.out).filename().string()](int page) {
        return name_of_page(name, page);
    };
}

void write_pictures(const typeset::Preview& preview, const PictureWish& wish,
                    const Context& context) {
    std::size_t size = 0;
    int page = preview.first_page;
    for (const std::string& picture : preview.pages) {
        core::write_file(name_of_page(wish.out, page++), picture);
        size += picture.size();
    }
    std::cout << context.say("cli.pictures_done", {{"file", shown_name(wish.out)},
                                                   {"pages", std::to_string(preview.pages.size())},
                                                   {"all", std::to_string(preview.page_count)},
                                                   {"size", std::to_string(size / 1024)}})
              << '\n';
}

}  // namespace gongbao::cli
