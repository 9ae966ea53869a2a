// SPDX-License-Identifier: Apache-2.0
#include "server/http/form.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/MessageHeader.h>
#include <Poco/Net/NameValueCollection.h>

#include <algorithm>
#include <sstream>

#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace gongbao::server {
namespace {

constexpr std::string_view kUrlEncoded = "application/x-www-form-urlencoded";
constexpr std::string_view kMultipart = "multipart/form-data";
constexpr std::int64_t kLongestPartHead = 4'096;  ///< bytes
constexpr std::size_t kLongestBoundary = 70;      ///< RFC 2046, 5.1.1
constexpr int kPartFields = 8;
constexpr std::size_t kLongestName = 255;  ///< bytes of a file's name

[[noreturn]] void refuse(const char* why) {
    throw core::Error(core::ErrorKind::Invalid, {"server.form.broken", {}}, why);
}

[[noreturn]] void refuse_size(const char* what, std::int64_t most) {
    throw core::Error(core::ErrorKind::TooLarge,
                      {std::string("server.form.") + what, {{"most", std::to_string(most)}}});
}

/// "Text/Plain; a=b" → "text/plain" and its parameters, names in any case.
std::string media_type(const std::string& field, Poco::Net::NameValueCollection& parameters) {
    std::string value;
    Poco::Net::MessageHeader::splitParameters(field, value, parameters);
    std::transform(value.begin(), value.end(), value.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return value;
}

std::string media_type(const Request& request) {
    Poco::Net::NameValueCollection parameters;
    return media_type(request.field("content-type").value_or(""), parameters);
}

std::string checked_text(std::string text) {
    if (!core::is_valid_utf8(text) || text.find('\0') != std::string::npos)
        refuse("text that is not UTF-8");
    return text;
}

/// The last part of "C:\folder\name.docx", as old browsers send it.
std::string without_folders(const std::string& name) {
    const std::size_t slash = name.find_last_of("/\\");
    std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
    const bool plain = std::none_of(last.begin(), last.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
    if (!plain || last == "." || last == ".." || last.size() > kLongestName) refuse("file name");
    return last;
}

std::string boundary_of(const Request& request) {
    Poco::Net::NameValueCollection parameters;
    media_type(request.field("content-type").value_or(""), parameters);
    const std::string boundary = parameters.get("boundary", "");
    const bool sound = std::all_of(boundary.begin(), boundary.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return core::is_ascii_letter(byte) || core::is_ascii_digit(byte) ||
               std::string_view("'()+_,-./:=?").find(c) != std::string_view::npos;
    });
    if (boundary.empty() || boundary.size() > kLongestBoundary || !sound) refuse("boundary");
    return boundary;
}

/// Takes a multipart content apart, its delimiters found one after the other.
class Parts {
  public:
    Parts(const Request& request, const FormLimits& limits)
        : content_(request.content), delimiter_("\r\n--" + boundary_of(request)), limits_(limits) {}

    Form read() {
        const std::string_view first = std::string_view(delimiter_).substr(2);
        if (bytes(0, static_cast<std::int64_t>(first.size())) != first) refuse("no first part");
        at_ = static_cast<std::int64_t>(first.size());
        while (bytes(at_, 2) != "--") read_part();
        const std::string rest = bytes(at_ + 2, content_.size());
        if (!rest.empty() && rest != "\r\n") refuse("bytes after the last part");
        return std::move(form_);
    }

  private:
    /// As many of the bytes as there are.
    std::string bytes(std::int64_t from, std::int64_t count) const {
        from = std::min(from, content_.size());
        return content_.read(from, std::min(count, content_.size() - from));
    }

    void read_part() {
        // Inputs in which no file was chosen are parts too.
        if (++parts_ > 2 * (limits_.fields + limits_.files))
            refuse_size("fields", static_cast<std::int64_t>(limits_.fields));
        if (bytes(at_, 2) != "\r\n") refuse("delimiter");
        const std::string head = bytes(at_ + 2, kLongestPartHead);
        const std::size_t end = head.find("\r\n\r\n");
        if (end == std::string::npos) refuse("head of a part");
        const std::int64_t begin = at_ + 2 + static_cast<std::int64_t>(end) + 4;
        const std::int64_t next = content_.find(delimiter_, begin);
        if (next < 0) refuse("cut short");
        keep(head.substr(0, end + 4), content_.part(begin, next - begin));
        at_ = next + static_cast<std::int64_t>(delimiter_.size());
    }

    void keep(const std::string& head, const Content& body) {
        Poco::Net::MessageHeader fields;
        fields.setFieldLimit(kPartFields);
        std::istringstream lines(head);
        fields.read(lines);
        Poco::Net::NameValueCollection parameters;
        const std::string kind = media_type(fields.get("Content-Disposition", ""), parameters);
        if (kind != "form-data" || !parameters.has("name")) refuse("part without a name");
        const std::string coding = fields.get("Content-Transfer-Encoding", "binary");
        if (coding != "binary" && coding != "8bit" && coding != "7bit") refuse("coding of a part");
        const std::string name = checked_text(parameters["name"]);
        if (parameters.has("filename"))
            keep_file(name, checked_text(parameters["filename"]), fields, body);
        else
            keep_field(name, body);
    }

    void keep_field(const std::string& name, const Content& body) {
        if (form_.fields.size() >= limits_.fields)
            refuse_size("fields", static_cast<std::int64_t>(limits_.fields));
        if (body.size() > limits_.value) refuse_size("value", limits_.value);
        form_.fields.emplace_back(name, checked_text(body.whole()));
    }

    void keep_file(const std::string& field, const std::string& name,
                   const Poco::Net::MessageHeader& fields, const Content& body) {
        if (name.empty() && body.size() == 0) return;  // nothing was chosen
        if (form_.files.size() >= limits_.files)
            refuse_size("files", static_cast<std::int64_t>(limits_.files));
        if (body.size() > limits_.file) refuse_size("file", limits_.file);
        Poco::Net::NameValueCollection parameters;
        form_.files.push_back({field, without_folders(name),
                               media_type(fields.get("Content-Type", ""), parameters), body});
    }

    const Content& content_;
    const std::string delimiter_;
    const FormLimits& limits_;
    std::int64_t at_ = 0;  ///< behind the last delimiter
    std::size_t parts_ = 0;
    Form form_;
};

Form read_url_encoded(const Request& request, const FormLimits& limits) {
    const auto fields = parse_parameters(request.content.whole());
    if (!fields) refuse("parameters");
    if (fields->size() > limits.fields)
        refuse_size("fields", static_cast<std::int64_t>(limits.fields));
    for (const auto& [name, value] : *fields)
        if (static_cast<std::int64_t>(value.size()) > limits.value)
            refuse_size("value", limits.value);
    Form form;
    form.fields = *fields;
    return form;
}

}  // namespace

std::string_view Form::value(std::string_view name) const {
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return {};
}

bool carries_form(const Request& request) {
    const std::string type = media_type(request);
    return type == kUrlEncoded || type == kMultipart;
}

Form read_form(const Request& request, const FormLimits& limits) {
    try {
        return media_type(request) == kMultipart ? Parts(request, limits).read()
                                                 : read_url_encoded(request, limits);
    } catch (const Poco::Exception& error) {
        refuse(error.what());
    }
}

}  // namespace gongbao::server
