// SPDX-License-Identifier: Apache-2.0
#include "server/kit/templates.hpp"

#include <algorithm>
#include <charconv>

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "core/xml/escape.hpp"

namespace gongbao::server {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

constexpr int kDeepest = 8;  ///< files put into files

[[noreturn]] void refuse(const std::string& file, const std::string& text, std::size_t at,
                         const std::string& what) {
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    throw core::Error(core::ErrorKind::Invalid,
                      {"server.bad_template",
                       {{"file", file + ".html"}, {"line", std::to_string(line)}, {"what", what}}});
}

/// Replaces every `open`…`close` of `text` by what `replace` makes of the inside and its place.
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
        result += replace(text.substr(from + open.size(), to - from - open.size()), from);
        at = to + close.size();
    }
    return result + text.substr(at);
}

std::string with_words(const std::string& file, const std::string& text,
                       const core::Messages& words) {
    return replace_between(text, "[[", "]]", [&](const std::string& id, std::size_t at) {
        if (!words.has(id)) refuse(file, text, at, "[[" + id + "]]");
        return core::escape_html(words.say(id));
    });
}

/// The mistakes of one file, where its lines are still its own. The parser says "… at 123".
void check_mustache(const std::string& file, const std::string& text) {
    const kainjow::mustache::mustache parsed(text);
    if (parsed.is_valid()) return;
    const std::string& message = parsed.error_message();
    const std::size_t digits = message.find_last_not_of("0123456789") + 1;
    std::size_t at = 0;
    std::from_chars(message.data() + digits, message.data() + message.size(), at);
    refuse(file, text, std::min(at, text.size()), message.substr(0, message.rfind(" at ")));
}

std::string with_partials(const Texts& texts, const std::string& name, int depth = 0) {
    const std::string& text = texts.find(name)->second;
    return replace_between(text, "{{> ", "}}", [&](const std::string& partial, std::size_t at) {
        if (!texts.contains(partial) || depth == kDeepest)
            refuse(name, text, at, "{{> " + partial + "}}");
        return with_partials(texts, partial, depth + 1);
    });
}

}  // namespace

View shown(const std::string& text) {
    if (text.empty()) return View(false);
    return View(text);
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
    for (auto& [name, text] : files) {
        check_mustache(name, text);
        text = with_words(name, text, words);
    }
    for (const auto& [name, text] : files)
        parsed_.emplace(name, kainjow::mustache::mustache(with_partials(files, name)));
}

std::string Templates::render(std::string_view name, const View& view) const {
    const auto found = parsed_.find(name);
    GONGBAO_CHECK(found != parsed_.end());
    return found->second.render(view);
}

}  // namespace gongbao::server
