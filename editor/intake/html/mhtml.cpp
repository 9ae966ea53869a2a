// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/mhtml.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/intake/html/parse.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/encoding.hpp"

namespace gongbao::editor {
namespace {

constexpr int kDeepest = 8;         // messages inside of messages
constexpr int kMostSearches = 200;  // for lines of one part

struct Part {
    std::map<std::string, std::string> head;  // by name in small letters
    std::string_view body;

    std::string field(const std::string& name) const {
        const auto found = head.find(name);
        return found == head.end() ? "" : found->second;
    }
};

// Bytes of a message need not be valid text.
std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

// Without the CR of its line end.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

Part read_part(std::string_view bytes) {
    Part part;
    std::string* last = nullptr;
    while (!bytes.empty()) {
        const std::string_view line = take_line(bytes);
        if (line.empty()) break;
        if ((line[0] == ' ' || line[0] == '\t') && last != nullptr) {
            *last += " " + std::string(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) break;
        last = &part.head[core::lower_case(trimmed(line.substr(0, colon)))];
        *last = trimmed(line.substr(colon + 1));
    }
    part.body = bytes;
    return part;
}

// boundary="XX" of a Content-Type.
std::string parameter(const std::string& field, std::string_view name) {
    const std::size_t at = core::lower_case(field).find(std::string(name) + "=");
    if (at == std::string::npos) return {};
    std::string_view value = std::string_view(field).substr(at + name.size() + 1);
    if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
    return std::string(trimmed(value.substr(0, value.find(';'))));
}

bool is_page(const Part& part) {
    return core::lower_case(part.field("content-type")).starts_with("text/html");
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Nothing when “=” is followed by neither a code nor a line end: guessing would garble words.
std::optional<std::string> from_quoted_printable(std::string_view body) {
    std::string out;
    while (!body.empty()) {
        const bool ends = body.find('\n') != std::string_view::npos;
        std::string_view line = take_line(body);
        while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
        const bool soft = line.ends_with('=');
        if (soft) line.remove_suffix(1);
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] != '=') {
                out += line[i];
                continue;
            }
            if (i + 2 >= line.size()) return {};
            const int high = hex_digit(line[i + 1]);
            const int low = hex_digit(line[i + 2]);
            if (high < 0 || low < 0) return {};
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (!soft && ends) out += '\n';
    }
    return out;
}

std::optional<std::string> from_base64(std::string_view body) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned bits = 0;
    int count = 0;
    for (const char c : body) {
        if (c == '\r' || c == '\n' || c == ' ' || c == '\t') continue;
        if (c == '=') break;
        const std::size_t digit = kDigits.find(c);
        if (digit == std::string_view::npos) return {};
        bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFF;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 0xFF);
    }
    return out;
}

std::optional<std::string> decoded(const Part& part) {
    const std::string encoding = core::lower_case(part.field("content-transfer-encoding"));
    if (encoding == "quoted-printable") return from_quoted_printable(part.body);
    if (encoding == "base64") return from_base64(part.body);
    return std::string(part.body);
}

// The texts in `part`, looking through the parts it is made of; those of a page's own files
// (related parts: frames, style sheets) but for the first.
void gather_texts(const Part& part, int depth, bool related, std::vector<Part>& texts) {
    const std::string type = core::lower_case(part.field("content-type"));
    const bool page = type.starts_with("text/html");
    if (page && related && std::any_of(texts.begin(), texts.end(), is_page)) return;
    if (page || type.starts_with("text/plain")) return texts.push_back(part);
    const std::string boundary = "--" + parameter(part.field("content-type"), "boundary");
    if (!type.starts_with("multipart/") || boundary.size() == 2 || depth == 0) return;
    const bool of_page = type.starts_with("multipart/related");
    for (std::size_t at = part.body.find(boundary); at != std::string_view::npos;) {
        const std::size_t next = part.body.find(boundary, at + boundary.size());
        std::string_view inside = part.body.substr(at + boundary.size());
        if (inside.starts_with("--")) break;
        if (next != std::string_view::npos) inside = inside.substr(0, next - at - boundary.size());
        take_line(inside);
        gather_texts(read_part(inside), depth - 1, of_page, texts);
        at = next;
    }
}

std::optional<std::string> text_of(const Part& part) {
    const auto bytes = decoded(part);
    if (!bytes) return {};
    std::string charset = parameter(part.field("content-type"), "charset");
    if (charset.empty()) charset = declared_charset(*bytes);
    return decode_text(*bytes, charset).text;
}

std::string han_of(std::string_view text) {
    std::string han;
    for (const char32_t c : core::to_utf32(text))
        if (core::is_han(c)) core::append_utf8(han, c);
    return han;
}

std::string words_of_part(const Part& part, const std::string& text) {
    return is_page(part) ? html::words_below(html::Tree(text).document()) : text;
}

// The lines of `text` whose Han the page does not have. Lines most often come in the page's order;
// how often the search may begin anew is bounded, for the sake of files that are made to be slow.
std::string lost_lines(std::string_view text, const std::string& known) {
    std::string lost;
    std::size_t at = 0;
    int searches = kMostSearches;
    for (const std::string_view line : core::split(text, '\n')) {
        const std::string han = han_of(line);
        if (han.empty()) continue;
        std::size_t found = known.find(han, at);
        if (found == std::string::npos && --searches > 0) found = known.find(han);
        if (found == std::string::npos)
            lost += core::trim(line);
        else
            at = found + han.size();
        if (searches == 0) break;
    }
    return lost;
}

// A mail says the same twice, as a page and as plain text; what only the other one says is lost.
void report_other_texts(const std::vector<Part>& texts, const Part& page,
                        const std::string& page_text, core::Diagnostics& findings) {
    if (texts.size() < 2) return;
    const std::string known = han_of(words_of_part(page, page_text));
    for (const Part& part : texts) {
        if (part.body.data() == page.body.data()) continue;
        std::string lost = "?";  // where there is text that nobody can read
        try {
            if (const auto text = text_of(part))
                lost = lost_lines(words_of_part(part, *text), known);
        } catch (const core::Error&) {
        }
        if (!lost.empty())
            findings.push_back(
                {core::Level::Warning,
                 {},
                 {"intake.message_part_left_out", {{"words", core::excerpt(lost, 60)}}},
                 core::excerpt(lost)});
    }
}

}  // namespace

bool is_mime_message(std::string_view bytes) {
    const Part head = read_part(bytes.substr(0, 16384));
    return head.head.contains("content-type") &&
           (head.head.contains("mime-version") ||
            core::lower_case(head.field("content-type")).starts_with("multipart/"));
}

std::string page_of_message(std::string_view bytes, core::Diagnostics& findings) {
    std::vector<Part> texts;
    gather_texts(read_part(bytes), kDeepest, false, texts);
    const auto page = std::find_if(texts.begin(), texts.end(), is_page);
    const auto text = page == texts.end() ? std::nullopt : text_of(*page);
    if (!text) throw core::Error(core::ErrorKind::Invalid, {"intake.message_unreadable", {}});
    report_other_texts(texts, *page, *text, findings);
    return "\xEF\xBB\xBF" + *text;
}

}  // namespace gongbao::editor
