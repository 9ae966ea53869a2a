// SPDX-License-Identifier: Apache-2.0
#include "server/http/form.hpp"

#include <gtest/gtest.h>

#include "core/report/error.hpp"

namespace gongbao::server {
namespace {

Request request_with(const std::string& type, const std::string& content) {
    Request request;
    request.method = Method::Post;
    request.fields.emplace_back("content-type", type);
    request.content = Content(content);
    return request;
}

Request url_encoded(const std::string& content) {
    return request_with("application/x-www-form-urlencoded", content);
}

Request multipart(const std::string& content) {
    return request_with("multipart/form-data; boundary=--bound", content);
}

/// What read_form says: "ok", or the id of its refusal.
std::string outcome(const Request& request, const FormLimits& limits = {}) {
    try {
        read_form(request, limits);
        return "ok";
    } catch (const core::Error& error) {
        return error.for_people().id;
    }
}

constexpr const char* kPartName = "Content-Disposition: form-data; name=";

std::string part(const std::string& head, const std::string& body) {
    return "----bound\r\n" + head + "\r\n\r\n" + body + "\r\n";
}
const std::string kEnd = "----bound--\r\n";

TEST(Form, ReadsUrlEncodedFields) {
    const Form form = read_form(url_encoded("q=%E9%80%9A%E7%9F%A5+a%2Bb&empty=&line=a%0D%0Ab"));
    const Parameters expected = {{"q", "通知 a+b"}, {"empty", ""}, {"line", "a\r\nb"}};
    EXPECT_EQ(form.fields, expected);
    EXPECT_EQ(form.value("q"), "通知 a+b");
    EXPECT_EQ(form.value("none"), "");
}

TEST(Form, KnowsWhatIsAForm) {
    EXPECT_TRUE(carries_form(url_encoded("")));
    EXPECT_TRUE(carries_form(request_with("Multipart/Form-Data; boundary=x", "")));
    EXPECT_TRUE(carries_form(request_with("application/x-www-form-urlencoded; charset=UTF-8", "")));
    EXPECT_FALSE(carries_form(request_with("text/plain", "")));
    EXPECT_FALSE(carries_form(Request{}));
}

TEST(Form, ReadsFieldsAndFilesOfAMultipart) {
    const std::string file("PK\x03\x04\0\r\n--bound\r\n----boun\n----bound", 33);
    const Form form =
        read_form(multipart(part(kPartName + std::string("\"title\""), "关于防汛\r\n的通知") +
                            part(kPartName + std::string("\"file\"; filename=\"通知.docx\"\r\n"
                                                         "Content-Type: application/vnd.ms-word"),
                                 file) +
                            part(kPartName + std::string("\"none\"; filename=\"\""), "") + kEnd),
                  {10, 1'000, 2, 1'000});
    EXPECT_EQ(form.value("title"), "关于防汛\r\n的通知");
    ASSERT_EQ(form.files.size(), 1U);
    EXPECT_EQ(form.files[0].field, "file");
    EXPECT_EQ(form.files[0].name, "通知.docx");
    EXPECT_EQ(form.files[0].type, "application/vnd.ms-word");
    EXPECT_EQ(form.files[0].content.whole(), file);
}

TEST(Form, FindsPartsAcrossTheWindowsOfASpooledContent) {
    const auto room = std::make_shared<SpoolRoom>(
        SpoolSettings{std::filesystem::temp_directory_path(), 100, 10'000'000});
    const std::string file(700'000, 'x');
    Spool spool(room);
    spool.append(part(kPartName + std::string("\"f\"; filename=\"a\""), file));
    spool.append(part(kPartName + std::string("\"t\""), "end") + kEnd);
    Request request = multipart("");
    request.content = spool.finish();
    EXPECT_GT(room->on_disk(), 700'000);
    Form form = read_form(request, {10, 100, 1, 1'000'000});
    EXPECT_EQ(form.files[0].content.whole(), file);
    EXPECT_EQ(form.value("t"), "end");
    request.content = {};
    EXPECT_GT(room->on_disk(), 0) << "a file of the form still holds the bytes";
    form = {};
    EXPECT_EQ(room->on_disk(), 0);
}

TEST(Form, TakesNoFoldersOfAFileName) {
    const auto name_of = [](const std::string& name) {
        return read_form(multipart(part(kPartName + std::string("\"f\"; filename=\"") + name + "\"",
                                        "x") +
                                   kEnd),
                         {10, 100, 1, 100})
            .files.at(0)
            .name;
    };
    EXPECT_EQ(name_of("/etc/passwd"), "passwd");
    EXPECT_EQ(name_of("C:\\\\Users\\\\通知.docx"), "通知.docx");
}

TEST(Form, RefusesWhatIsNoForm) {
    const std::string field = part(kPartName + std::string("\"a\""), "b");
    for (const std::string& content :
         {std::string(), std::string("x"), field, field + "----bound", field + "----bound-",
          field + kEnd + "more", "preamble\r\n" + field + kEnd,
          part("Content-Type: text/plain", "b") + kEnd,
          part(kPartName + std::string("\"a\""), "\xff") + kEnd,
          part(kPartName + std::string("\"\xff\""), "b") + kEnd,
          part("Content-Disposition: attachment; name=\"a\"", "b") + kEnd,
          part(kPartName + std::string("\"a\"\r\nContent-Transfer-Encoding: base64"), "b") + kEnd,
          part(kPartName + std::string("\"a\"; filename=\"..\""), "b") + kEnd,
          part(kPartName + std::string("\"a\"\r\nX: ") + std::string(5'000, 'x'), "b") + kEnd,
          "----bound\n" + std::string(kPartName) + "\"a\"\n\nb\n----bound--\n",
          field.substr(0, field.size() - 2) + "\n" + kEnd})
        EXPECT_EQ(outcome(multipart(content), {10, 100, 1, 100}), "server.form.broken") << content;
    for (const char* type : {"multipart/form-data", "multipart/form-data; boundary=",
                             "multipart/form-data; boundary=\"a b\""})
        EXPECT_EQ(outcome(request_with(type, field + kEnd)), "server.form.broken") << type;
    for (const char* content : {"a=%", "a=%ff", "a=%00", "a=<b>"})
        EXPECT_EQ(outcome(url_encoded(content)), "server.form.broken") << content;
}

TEST(Form, HoldsToItsLimits) {
    const FormLimits limits{2, 4, 1, 5};
    EXPECT_EQ(outcome(url_encoded("a=1&b=2"), limits), "ok");
    EXPECT_EQ(outcome(url_encoded("a=1&b=2&c=3"), limits), "server.form.fields");
    EXPECT_EQ(outcome(url_encoded("a=12345"), limits), "server.form.value");
    const std::string field = part(kPartName + std::string("\"a\""), "1234");
    const std::string file = part(kPartName + std::string("\"f\"; filename=\"x\""), "12345");
    EXPECT_EQ(outcome(multipart(field + field + file + kEnd), limits), "ok");
    EXPECT_EQ(outcome(multipart(field + field + field + kEnd), limits), "server.form.fields");
    EXPECT_EQ(outcome(multipart(part(kPartName + std::string("\"a\""), "12345") + kEnd), limits),
              "server.form.value");
    EXPECT_EQ(outcome(multipart(file + file + kEnd), limits), "server.form.files");
    std::string unchosen;
    for (int i = 0; i < 7; ++i)
        unchosen += part(kPartName + std::string("\"f\"; filename=\"\""), "");
    EXPECT_EQ(outcome(multipart(unchosen + kEnd), limits), "server.form.fields");
    EXPECT_EQ(
        outcome(multipart(part(kPartName + std::string("\"f\"; filename=\"x\""), "123456") + kEnd),
                limits),
        "server.form.file");
}

}  // namespace
}  // namespace gongbao::server
