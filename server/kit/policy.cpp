// SPDX-License-Identifier: Apache-2.0
#include "server/kit/policy.hpp"

#include "server/http/response.hpp"

namespace gongbao::server {
namespace {

std::string content_policy(const Policy& policy) {
    std::string text = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; ";
    const auto add = [&](bool allowed, const char* what) {
        if (allowed) text.append(what).append(" 'self'; ");
    };
    add(policy.loads.scripts, "script-src");
    add(policy.loads.workers, "worker-src");
    add(policy.loads.manifest, "manifest-src");
    add(policy.loads.fonts, "font-src");
    add(policy.loads.requests, "connect-src");
    text.append("base-uri 'none'; frame-ancestors ")
        .append(policy.framed_by_itself ? "'self'" : "'none'");
    return text + "; require-trusted-types-for 'script'";
}

/// The authority of "https://gazette.example:8443", as a Host field writes it.
std::string_view authority(std::string_view origin) {
    const std::size_t begin = origin.find("://");
    return begin == std::string_view::npos ? std::string_view() : origin.substr(begin + 3);
}

}  // namespace

std::string protective_fields(const Policy& policy, bool secure) {
    std::string fields;
    add_field(fields, "Content-Security-Policy", content_policy(policy));
    add_field(fields, "X-Content-Type-Options", "nosniff");
    add_field(fields, "Referrer-Policy", policy.referrer);
    add_field(fields, "Cross-Origin-Opener-Policy", "same-origin");
    add_field(fields, "Cross-Origin-Resource-Policy", "same-origin");
    add_field(fields, "Permissions-Policy", policy.permissions);
    if (secure) add_field(fields, "Strict-Transport-Security", "max-age=31536000");
    return fields;
}

bool comes_from_here(const Request& request, const Policy& policy, const std::string& base_url) {
    if (const auto site = request.field("sec-fetch-site")) return *site == "same-origin";
    const auto origin = request.field("origin");
    if (!origin) return !policy.origin_required;
    if (*origin == base_url) return true;
    // Reached by another name than the public one, as on the office's own network.
    const std::string_view from = authority(*origin);
    return !from.empty() && from == request.field("host").value_or("");
}

}  // namespace gongbao::server
