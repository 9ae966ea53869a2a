// SPDX-License-Identifier: Apache-2.0
#include "server/http/response.hpp"

#include "core/report/check.hpp"

namespace gongbao::server {

void add_field(std::string& fields, std::string_view name, std::string_view value) {
    constexpr std::string_view kForbidden("\r\n\0", 3);
    GONGBAO_CHECK(name.find_first_of(kForbidden) == std::string_view::npos);
    GONGBAO_CHECK(value.find_first_of(kForbidden) == std::string_view::npos);
    fields.append(name).append(": ").append(value).append("\r\n");
}

Response redirect(int status, std::string_view address) {
    GONGBAO_CHECK(status == 303 || status == 308);
    // "//host" would leave the site.
    GONGBAO_CHECK(address.substr(0, 1) == "/" && address.substr(0, 2) != "//");
    Response response;
    response.status = status;
    add_field(response.fields, "Location", address);
    return response;
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200: return "OK";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 416: return "Range Not Satisfiable";
        case 417: return "Expectation Failed";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
    }
    return "Error";
}

}  // namespace gongbao::server
