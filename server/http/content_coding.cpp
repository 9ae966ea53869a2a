// SPDX-License-Identifier: Apache-2.0
#include "server/http/content_coding.hpp"

#include <zlib.h>

#include <optional>

#include "core/error.hpp"
#include "core/text.hpp"

namespace gongbao::server {
namespace {

/// "gzip;q=0.5" → name "gzip", refused false. A weight that is zero in any spelling refuses.
struct Coding {
    std::string_view name;
    bool refused = false;
};

Coding read_coding(std::string_view text) {
    const std::size_t semicolon = std::min(text.find(';'), text.size());
    Coding coding{core::trim(text.substr(0, semicolon))};
    const std::size_t weight = text.find("q=", semicolon);
    if (weight != std::string_view::npos)
        coding.refused =
            text.substr(weight + 2).find_first_of("123456789") == std::string_view::npos;
    return coding;
}

}  // namespace

bool takes_gzip(const Request& request) {
    const auto accepted = request.field("accept-encoding");
    if (!accepted) return false;
    std::optional<bool> any;
    for (const std::string_view part : core::split(*accepted, ',')) {
        const Coding coding = read_coding(part);
        if (coding.name == "gzip" || coding.name == "x-gzip") return !coding.refused;
        if (coding.name == "*") any = !coding.refused;
    }
    return any.value_or(false);
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
