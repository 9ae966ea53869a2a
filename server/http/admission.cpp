// SPDX-License-Identifier: Apache-2.0
#include "server/http/admission.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/text/text.hpp"
#include "server/http/target.hpp"

namespace gongbao::server {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool is_token_char(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return core::is_ascii_letter(byte) || core::is_ascii_digit(byte) ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

/// HTAB, SP, visible ASCII and obs-text (RFC 9110, 5.5): no control byte.
bool is_field_value(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return c == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

bool is_host(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return core::is_ascii_letter(byte) || core::is_ascii_digit(byte) ||
               std::string_view("-._~:[]").find(c) != std::string_view::npos;
    });
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string_view without_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Lines of the head without their CRLF; nothing when any line ends otherwise.
std::optional<std::vector<std::string_view>> lines_of(std::string_view head) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = head.find_first_of("\r\n", at);
        if (end == std::string_view::npos || head.substr(end, 2) != kLineEnd) return {};
        lines.push_back(head.substr(at, end - at));
        at = end + 2;
    }
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

/// Reads one head; the first thing found wrong stays in `refusal`.
class Gate {
  public:
    std::variant<Request, Refusal> pass(std::string_view head) {
        auto lines = lines_of(head);
        if (!lines) return refused(400, "line end");
        // One empty line before a request is forgiven (RFC 9112, 2.2).
        if (!lines->empty() && lines->front().empty()) lines->erase(lines->begin());
        if (lines->empty()) return refused(400, "no request line");
        if (head.size() > kMaxHead || lines->size() > kMaxFields + 1)
            return refused(431, "head too large");
        if (!read_request_line(lines->front())) return refusal_;
        for (std::size_t i = 1; i < lines->size(); ++i)
            if (!read_field((*lines)[i])) return refusal_;
        if (!check_framing() || !check_expectation() || !check_host() || !check_method())
            return refusal_;
        request_.keep_alive = keeps_alive();
        return request_;
    }

  private:
    Refusal refused(int status, const char* reason) {
        refusal_.status = status;
        refusal_.reason = reason;
        return refusal_;
    }
    bool refuse(int status, const char* reason) {
        refused(status, reason);
        return false;
    }

    bool read_request_line(std::string_view line) {
        const std::size_t first = line.find(' ');
        const std::size_t last = line.rfind(' ');
        if (first == std::string_view::npos || first == last) return refuse(400, "request line");
        method_ = line.substr(0, first);
        const std::string_view target = line.substr(first + 1, last - first - 1);
        const std::string_view version = line.substr(last + 1);
        if (!is_token(method_)) return refuse(400, "method");
        if (line.size() > kMaxTarget) return refuse(414, "target too long");
        if (!is_field_value(target)) return refuse(400, "target");
        request_.target = refusal_.target = std::string(target);
        if (version != "HTTP/1.1" && version != "HTTP/1.0")
            return refuse(core::starts_with(version, "HTTP/") ? 505 : 400, "version");
        minor_ = version.back() - '0';
        auto parsed = parse_target(target);
        if (!parsed) return refuse(400, "target");
        request_.path = std::move(parsed->path);
        request_.query = std::move(parsed->query);
        return true;
    }

    /// A folded line has no name before its colon, and a name followed by a space is no token.
    bool read_field(std::string_view line) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
            return refuse(400, "field name");
        const std::string_view value = without_blanks(line.substr(colon + 1));
        if (!is_field_value(value)) return refuse(400, "field value");
        request_.fields.emplace_back(lower_case(line.substr(0, colon)), std::string(value));
        return true;
    }

    std::vector<std::string_view> values(std::string_view name) const {
        std::vector<std::string_view> found;
        for (const auto& [key, value] : request_.fields)
            if (key == name) found.push_back(value);
        return found;
    }

    /// One valid length, or chunks; both, or anything else, would let two programs disagree about
    /// where the request ends (RFC 9112, 6.3).
    bool check_framing() {
        const auto lengths = values("content-length");
        const auto codings = values("transfer-encoding");
        if (!codings.empty()) return check_codings(codings, !lengths.empty());
        if (lengths.empty()) return true;
        const std::string_view length = lengths.front();
        const bool digits = !length.empty() && length.size() <= 18 &&
                            length.find_first_not_of("0123456789") == std::string_view::npos;
        if (lengths.size() > 1 || !digits) return refuse(400, "content-length");
        std::from_chars(length.data(), length.data() + length.size(), request_.framing.length);
        return true;
    }

    bool check_codings(const std::vector<std::string_view>& codings, bool with_length) {
        if (with_length) return refuse(400, "content-length with transfer-encoding");
        if (minor_ == 0) return refuse(400, "transfer-encoding of an old version");
        if (codings.size() > 1 || lower_case(codings.front()) != "chunked")
            return refuse(501, "transfer-encoding");
        request_.framing.kind = Framing::Kind::Chunked;
        return true;
    }

    /// 100-continue is the only expectation there is (RFC 9110, 10.1.1); an old client has none.
    bool check_expectation() {
        const auto expected = request_.field("expect");
        if (!expected || minor_ == 0) return true;
        if (lower_case(*expected) != "100-continue") return refuse(417, "expectation");
        request_.framing.waits_for_permit = true;
        return true;
    }

    bool check_host() {
        const auto hosts = values("host");
        const bool required = minor_ >= 1;
        if (hosts.size() > 1 || (hosts.empty() && required)) return refuse(400, "host");
        if (!hosts.empty() && !is_host(hosts.front())) return refuse(400, "host");
        return true;
    }

    /// Only a POST or a PUT has content: what it would mean elsewhere nobody says (RFC
    /// 9110, 9.3.1).
    bool check_method() {
        const auto method = method_named(method_);
        if (!method) return refuse(501, "method");
        request_.method = *method;
        const bool takes_content = *method == Method::Post || *method == Method::Put;
        if (request_.framing.announces_content() && !takes_content) return refuse(413, "content");
        return true;
    }

    bool keeps_alive() const {
        const std::string options = lower_case(request_.field("connection").value_or(""));
        bool close = false;
        bool keep = false;
        for (const std::string_view option : core::split(options, ',')) {
            close = close || without_blanks(option) == "close";
            keep = keep || without_blanks(option) == "keep-alive";
        }
        return !close && (minor_ >= 1 || keep);
    }

    Request request_;
    Refusal refusal_;
    std::string_view method_;
    int minor_ = 1;
};

}  // namespace

std::size_t end_of_head(std::string_view bytes) {
    // An empty line before the request line does not end the head.
    std::size_t at = 0;
    if (core::starts_with(bytes, kLineEnd))
        at = 2;
    else if (core::starts_with(bytes, "\n"))
        at = 1;
    for (std::size_t lf = bytes.find('\n', at); lf != std::string_view::npos;
         lf = bytes.find('\n', lf + 1)) {
        if (bytes.substr(lf + 1, 1) == "\n") return lf + 2;
        if (bytes.substr(lf + 1, 2) == kLineEnd) return lf + 3;
    }
    return std::string_view::npos;
}

std::variant<Request, Refusal> admit(std::string_view head) {
    return Gate().pass(head);
}

}  // namespace gongbao::server
