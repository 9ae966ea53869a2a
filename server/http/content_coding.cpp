// SPDX-License-Identifier: Apache-2.0
#include "server/http/content_coding.hpp"

#include <zlib.h>

#include <algorithm>
#include <optional>

#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace gongbao::server {
namespace {

/// A qvalue in thousandths (RFC 9110, 12.4.2); nothing for other text.
std::optional<int> read_weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return {};
    if (text.size() > 1 && text[1] != '.') return {};
    int weight = (text[0] - '0') * 1'000;
    int worth = 100;
    for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (!core::is_ascii_digit(static_cast<unsigned char>(digit))) return {};
        weight += (digit - '0') * worth;
        worth /= 10;
    }
    return weight <= 1'000 ? std::optional(weight) : std::nullopt;
}

/// "GZIP;q=0.5" → name "gzip", weight 500. A weight that cannot be read refuses.
struct Coding {
    std::string name;
    int weight = 1'000;
};

Coding read_coding(std::string_view text) {
    const auto parts = core::split(text, ';');
    Coding coding{core::lower_case(core::trim(parts.front()))};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string parameter = core::lower_case(core::trim(parts[i]));
        if (core::starts_with(parameter, "q="))
            coding.weight = read_weight(std::string_view(parameter).substr(2)).value_or(0);
    }
    return coding;
}

}  // namespace

bool takes_gzip(const Request& request) {
    const auto accepted = request.field("accept-encoding");
    if (!accepted) return false;
    std::optional<int> packed;
    std::optional<int> plain;
    std::optional<int> any;
    for (const std::string_view part : core::split(*accepted, ',')) {
        const Coding coding = read_coding(part);
        if (coding.name == "gzip" || coding.name == "x-gzip")
            packed = std::max(packed.value_or(0), coding.weight);
        if (coding.name == "identity") plain = coding.weight;
        if (coding.name == "*") any = coding.weight;
    }
    const int weight = packed.value_or(any.value_or(0));
    // A client that does not name the plain form takes it, and likes it least.
    return weight > 0 && weight >= plain.value_or(packed ? any.value_or(0) : 0);
}

std::string gzip(std::string_view bytes) {
    constexpr int kGzipWindow = 15 + 16;  // zlib: 16 asks for a gzip header
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, kGzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw core::Error(core::ErrorKind::Unavailable, {"server.gzip_failed", {}}, "deflateInit2");
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    std::string input(bytes);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END)
        throw core::Error(core::ErrorKind::Unavailable, {"server.gzip_failed", {}}, "deflate");
    return packed;
}

}  // namespace gongbao::server
