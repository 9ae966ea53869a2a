// SPDX-License-Identifier: Apache-2.0
// A browser that keeps its cookies and finds the token of the form on the page it looks at. For the
// tests of the office.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/server/raw_client.hpp"

namespace gongbao::tests {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Upload {
    std::string field;
    std::string name;
    std::string bytes;
};

class Browser {
  public:
    explicit Browser(std::uint16_t port) : port_(port) {}

    Reply get(const std::string& target);
    /// Posts as a form of a page of this site would, with the token of the page last seen.
    Reply post(const std::string& target, Fields fields);
    Reply upload(const std::string& target, Fields fields, const std::vector<Upload>& files,
                 const std::string& more_fields = "");
    /// Exactly this; `fields` are whole header lines.
    Reply send(const std::string& method, const std::string& target, const std::string& fields,
               const std::string& content);

    Reply sign_in(const std::string& login, const std::string& password,
                  const std::string& code = "");

    std::string token;  ///< of the page last seen
    std::map<std::string, std::string> cookies;

  private:
    Reply kept(Reply reply);
    std::string cookie_line() const;
    std::uint16_t port_;
};

/// The value of name="`name"` value="…" in a page; "" when it is not there.
std::string value_in(const std::string& page, const std::string& name);
std::string form_encoded(const Fields& fields);

}  // namespace gongbao::tests
