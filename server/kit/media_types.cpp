// SPDX-License-Identifier: Apache-2.0
#include "server/kit/media_types.hpp"

#include <utility>

namespace gongbao::server {
namespace {

constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {".css", "text/css; charset=utf-8"},
    {".ico", "image/vnd.microsoft.icon"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".pdf", "application/pdf"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".webmanifest", "application/manifest+json"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".xml", "application/xml; charset=utf-8"},
};

}  // namespace

std::string_view media_type_of(std::string_view extension) {
    for (const auto& [end, type] : kTypes)
        if (end == extension) return type;
    return {};
}

}  // namespace gongbao::server
