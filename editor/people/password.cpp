// SPDX-License-Identifier: Apache-2.0
#include "editor/people/password.hpp"

#include <argon2.h>

#include <algorithm>

#include "core/report/error.hpp"
#include "core/system/random.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

constexpr std::uint32_t kPasses = 2;
constexpr std::uint32_t kMemory = 19456;  // KiB
constexpr std::uint32_t kLanes = 1;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;

constexpr std::size_t kFewestCharacters = 12;
constexpr std::size_t kMostCharacters = 200;
constexpr std::size_t kMostBytes = kMostCharacters * 4;
constexpr std::size_t kFewestDifferent = 5;

[[noreturn]] void fail_argon2(int code) {
    throw core::Error(core::ErrorKind::Unavailable, {"office.password_unavailable", {}},
                      std::string("argon2: ") + argon2_error_message(code));
}

std::string encoded(std::string_view password, const std::string& salt) {
    std::string hash(argon2_encodedlen(kPasses, kMemory, kLanes, kSaltBytes, kHashBytes, Argon2_id),
                     '\0');
    const int code =
        argon2id_hash_encoded(kPasses, kMemory, kLanes, password.data(), password.size(),
                              salt.data(), salt.size(), kHashBytes, hash.data(), hash.size());
    if (code != ARGON2_OK) fail_argon2(code);
    hash.resize(hash.find('\0'));
    return hash;
}

// How many characters repeat the one before, or stand beside it on a keyboard, in the alphabet or
// in counting: 11 of "abcdefghijkl".
std::size_t steps_of_a_run(const std::u32string& text) {
    static const std::u32string kRows =
        U"01234567890\nqwertyuiop\nasdfghjkl\nzxcvbnm\nabcdefghijklmnopqrstuvwxyz";
    std::size_t steps = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const std::u32string forward{text[i - 1], text[i]};
        const std::u32string backward{text[i], text[i - 1]};
        if (kRows.find(forward) != std::u32string::npos ||
            kRows.find(backward) != std::u32string::npos || text[i] == text[i - 1])
            ++steps;
    }
    return steps;
}

bool is_simple(std::string_view password) {
    const std::u32string text = core::to_utf32(core::lower_case(password));
    std::u32string different = text;
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    // Three quarters and more of it come by themselves from the key before.
    return different.size() < kFewestDifferent || steps_of_a_run(text) * 4 >= text.size() * 3;
}

// "wangming2026!": what is left beside the login is too little to guard an account.
bool is_made_of(std::string_view password, std::string_view login) {
    if (login.empty()) return false;
    const std::string small = core::lower_case(password);
    const std::string rest = core::replace_all(small, login, "");
    return rest.size() < small.size() && core::length(rest) < kFewestCharacters / 2;
}

}  // namespace

std::optional<core::Message> fault_of_password(std::string_view password, std::string_view login) {
    if (password.size() > kMostBytes) return core::Message{"office.password_long", {}};
    if (!core::is_valid_utf8(password)) return core::Message{"office.password_unreadable", {}};
    const std::size_t count = core::length(password);
    if (count < kFewestCharacters) return core::Message{"office.password_short", {}};
    if (count > kMostCharacters) return core::Message{"office.password_long", {}};
    if (is_made_of(password, login)) return core::Message{"office.password_login", {}};
    if (is_simple(password)) return core::Message{"office.password_simple", {}};
    return {};
}

std::string hash_password(std::string_view password) {
    return encoded(password, core::random_bytes(kSaltBytes));
}

bool fits_password(const std::optional<std::string>& hash, std::string_view password) {
    // Longer than any that is kept: no more of it is looked at than of others.
    const bool possible = hash && password.size() <= kMostBytes;
    const std::string_view looked_at = password.substr(0, kMostBytes);
    if (!possible) {
        encoded(looked_at, std::string(kSaltBytes, 'x'));
        return false;
    }
    const int code = argon2id_verify(hash->c_str(), looked_at.data(), looked_at.size());
    if (code == ARGON2_OK) return true;
    if (code == ARGON2_MEMORY_ALLOCATION_ERROR) fail_argon2(code);
    return false;
}

}  // namespace gongbao::editor
