// SPDX-License-Identifier: Apache-2.0
#include "server/kit/templates.hpp"

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"

namespace gongbao::server {
namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& what) {
    throw core::Error(core::ErrorKind::Invalid,
                      {"server.bad_template", {{"file", file}, {"what", what}}});
}

/// Replaces every `open`…`close` of `text` by what `replace` makes of the inside.
template <typename Replace>
std::string replace_between(const std::string& text, std::string_view open, std::string_view close,
                            Replace replace) {
    std::string result;
    std::size_t at = 0;
    for (std::size_t from = text.find(open); from != std::string::npos;
         from = text.find(open, at)) {
        const std::size_t to = text.find(close, from);
        if (to == std::string::npos) break;
        result += text.substr(at, from - at);
        result += replace(text.substr(from + open.size(), to - from - open.size()));
        at = to + close.size();
    }
    return result + text.substr(at);
}

using Texts = std::map<std::string, std::string, std::less<>>;

std::string with_partials(const Texts& texts, const std::string& name, int depth = 0) {
    const auto found = texts.find(name);
    if (found == texts.end() || depth > 8) refuse(name, "partial");
    return replace_between(found->second, "{{> ", "}}", [&](const std::string& partial) {
        return with_partials(texts, partial, depth + 1);
    });
}

}  // namespace

View shown(std::string text) {
    if (text.empty()) return View(false);
    return View(std::move(text));
}

std::string escape_html(std::string_view text) {
    std::string safe;
    safe.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe += c;
        }
    }
    return safe;
}

Templates::Templates(const std::filesystem::path& folder, const core::Messages& words) {
    Texts files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (entry.path().extension() == ".html")
            files[entry.path().stem().string()] = core::read_file(entry.path());
    if (failed || files.empty())
        throw core::Error(core::ErrorKind::Unavailable, {"server.templates_missing", {}},
                          folder.string());
    for (const auto& [name, text] : files) {
        texts_[name] = replace_between(with_partials(files, name), "[[", "]]",
                                       [&, file = name](const std::string& id) {
                                           if (!words.has(id)) refuse(file, id);
                                           return escape_html(words.say(id));
                                       });
        const kainjow::mustache::mustache parsed(texts_[name]);
        if (!parsed.is_valid()) refuse(name, parsed.error_message());
    }
}

std::string Templates::render(std::string_view name, const View& view) const {
    const auto found = texts_.find(name);
    GONGBAO_CHECK(found != texts_.end());
    // A mustache object keeps state while it renders, so each rendering has its own.
    kainjow::mustache::mustache page(found->second);
    return page.render(view);
}

}  // namespace gongbao::server
