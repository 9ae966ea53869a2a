// SPDX-License-Identifier: Apache-2.0
#include "editor/people/one_time_code.hpp"

#include <liboath/oath.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/report/check.hpp"
#include "core/system/random.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

constexpr std::size_t kSecretBytes = 20;
constexpr std::size_t kSecretLength = 32;
constexpr unsigned kDigits = 6;
constexpr std::int64_t kStepSeconds = 30;
constexpr std::size_t kMostTyped = 64;  // bytes

void require_oath() {
    static const int begun = oath_init();
    GONGBAO_CHECK(begun == OATH_OK);
}

std::string bytes_of_secret(const std::string& secret) {
    char* bytes = nullptr;
    std::size_t size = 0;
    const int code = oath_base32_decode(secret.data(), secret.size(), &bytes, &size);
    GONGBAO_CHECK(code == OATH_OK);
    std::string decoded(bytes, size);
    std::free(bytes);
    return decoded;
}

std::string digits_typed(std::string_view code) {
    if (code.size() > kMostTyped) return {};
    std::string digits;
    for (std::size_t at = 0; at < code.size();) {
        const char32_t c = core::narrow(core::next_code_point(code, at));
        if (!core::is_space(c)) core::append_utf8(digits, c);
    }
    return digits;
}

}  // namespace

std::string new_code_secret() {
    require_oath();
    const std::string bytes = core::random_bytes(kSecretBytes);
    char* text = nullptr;
    std::size_t size = 0;
    const int code = oath_base32_encode(bytes.data(), bytes.size(), &text, &size);
    GONGBAO_CHECK(code == OATH_OK);
    std::string secret(text, size);
    std::free(text);
    return secret;
}

bool is_code_secret(std::string_view secret) {
    return secret.size() == kSecretLength && std::all_of(secret.begin(), secret.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7');
           });
}

std::string code_of_step(const std::string& secret, std::int64_t step) {
    GONGBAO_CHECK(is_code_secret(secret) && step >= 0);
    require_oath();
    const std::string bytes = bytes_of_secret(secret);
    std::array<char, kDigits + 1> digits{};
    const int code =
        oath_hotp_generate(bytes.data(), bytes.size(), static_cast<std::uint64_t>(step), kDigits,
                           false, OATH_HOTP_DYNAMIC_TRUNCATION, digits.data());
    GONGBAO_CHECK(code == OATH_OK);
    return digits.data();
}

std::optional<std::int64_t> step_of_code(const std::string& secret, std::string_view code,
                                         core::Instant now, std::int64_t used) {
    const std::string digits = digits_typed(code);
    const std::int64_t current = now.seconds / kStepSeconds;
    std::optional<std::int64_t> found;
    for (std::int64_t step = std::max<std::int64_t>(current - 1, 0); step <= current + 1; ++step)
        if (step > used && code_of_step(secret, step) == digits) found = step;
    return found;
}

std::string code_uri(const std::string& secret, const std::string& login) {
    return "otpauth://totp/Gongbao:" + login + "?secret=" + secret +
           "&issuer=Gongbao&algorithm=SHA1&digits=6&period=30";
}

}  // namespace gongbao::editor
