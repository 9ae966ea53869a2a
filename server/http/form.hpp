// SPDX-License-Identifier: Apache-2.0
// What a browser's form sent: application/x-www-form-urlencoded, or multipart/form-data with files
// (RFC 7578).
//
// The parts of a multipart content are found here, strictly, and a file stays where the content is
// (content.hpp), however large. Poco's MultipartReader takes a content cut short for a whole one
// and a bare line feed for the end of a part, reads byte by byte, and its HTMLForm bounds no value;
// the header lines of a part are read by Poco's MessageHeader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/request.hpp"
#include "server/http/target.hpp"

namespace gongbao::server {

/// What a form may hold; more is Error(TooLarge).
struct FormLimits {
    std::size_t fields = 100;
    std::int64_t value = 64 * 1024;  ///< bytes of one field
    std::size_t files = 0;
    std::int64_t file = 0;  ///< bytes of one file
};

struct FormFile {
    std::string field;
    std::string name;  ///< as its owner calls it, without folders: to be shown, never a path
    std::string type;  ///< as the browser says, or ""
    Content content;
};

struct Form {
    Parameters fields;  ///< in order
    std::vector<FormFile> files;
    /// The first value of a field, "" when it is absent.
    std::string_view value(std::string_view name) const;
};

/// True when the request says that its content is a form.
bool carries_form(const Request& request);

/// Requires: carries_form(request).
/// Throws: Error(Invalid) for what is no form, is cut short or is not UTF-8; (TooLarge).
Form read_form(const Request& request, const FormLimits& limits = {});

}  // namespace gongbao::server
