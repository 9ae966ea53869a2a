// SPDX-License-Identifier: Apache-2.0
#include "tests/office/office_client.hpp"

#include "server/http/target.hpp"

namespace gongbao::tests {
namespace {

constexpr const char* kFromHere = "Sec-Fetch-Site: same-origin\r\n";
constexpr const char* kBoundary = "----gongbaotest";

}  // namespace

std::string value_in(const std::string& page, const std::string& name) {
    const std::string mark = "name=\"" + name + "\" value=\"";
    const std::size_t at = page.find(mark);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + mark.size();
    return page.substr(begin, page.find('"', begin) - begin);
}

std::string form_encoded(const Fields& fields) {
    std::string text;
    for (const auto& [name, value] : fields)
        text += (text.empty() ? "" : "&") + server::percent_encoded(name) + "=" +
                server::percent_encoded(value);
    return text;
}

std::string Browser::cookie_line() const {
    std::string line;
    for (const auto& [name, value] : cookies)
        line += (line.empty() ? "" : "; ") + name + "=" + value;
    return line.empty() ? "" : "Cookie: " + line + "\r\n";
}

/// A browser forgets a cookie whose time is over.
Reply Browser::kept(Reply reply) {
    if (const std::string set = reply.field("set-cookie"); !set.empty()) {
        const std::size_t equals = set.find('=');
        const std::string name = set.substr(0, equals);
        cookies[name] = set.substr(equals + 1, set.find(';') - equals - 1);
        if (set.find("Max-Age=0") != std::string::npos) cookies.erase(name);
    }
    if (const std::string found = value_in(reply.body, "form_token"); !found.empty()) token = found;
    return reply;
}

Reply Browser::send(const std::string& method, const std::string& target, const std::string& fields,
                    const std::string& content) {
    RawClient client(port_);
    client.send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
                std::to_string(content.size()) + "\r\n" + cookie_line() + fields +
                "Connection: close\r\n\r\n" + content);
    return kept(client.read_reply(method == "HEAD"));
}

Reply Browser::get(const std::string& target) {
    return kept(fetch(port_, target, cookie_line()));
}

Reply Browser::post(const std::string& target, Fields fields) {
    fields.emplace_back("form_token", token);
    return send("POST", target,
                std::string(kFromHere) + "Content-Type: application/x-www-form-urlencoded\r\n",
                form_encoded(fields));
}

Reply Browser::upload(const std::string& target, Fields fields, const std::vector<Upload>& files,
                      const std::string& more_fields) {
    fields.emplace_back("form_token", token);
    std::string content;
    for (const auto& [name, value] : fields)
        content += std::string("--") + kBoundary + "\r\nContent-Disposition: form-data; name=\"" +
                   name + "\"\r\n\r\n" + value + "\r\n";
    for (const Upload& file : files)
        content += std::string("--") + kBoundary + "\r\nContent-Disposition: form-data; name=\"" +
                   file.field + "\"; filename=\"" + file.name +
                   "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.bytes + "\r\n";
    content += std::string("--") + kBoundary + "--\r\n";
    return send("POST", target,
                std::string(kFromHere) + more_fields +
                    "Content-Type: multipart/form-data; boundary=" + kBoundary + "\r\n",
                content);
}

Reply Browser::sign_in(const std::string& login, const std::string& password,
                       const std::string& code) {
    get("/sign-in");
    Reply reply = post("/sign-in", {{"login", login}, {"password", password}, {"code", code}});
    if (reply.status == 303) get("/account");  // for the token of the session
    return reply;
}

}  // namespace gongbao::tests
