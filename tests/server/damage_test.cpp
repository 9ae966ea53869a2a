// SPDX-License-Identifier: Apache-2.0
// One wrong bit in the archive under a running site: a page may be refused, the site lives.
#include <gtest/gtest.h>

#include <random>

#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/server/sample_server.hpp"

namespace gongbao::tests {
namespace {

const std::vector<std::string> kTargets = {"/",
                                           "/editions/2026-2",
                                           "/documents/2026-2-1",
                                           "/documents/2026-2-2",
                                           "/search?q=%E9%80%9A%E7%9F%A5",
                                           "/feeds/documents.atom",
                                           "/feeds/editions.atom",
                                           "/sitemap.xml",
                                           "/documents/2026-2-2.xml",
                                           "/editions/2026-1.pdf",
                                           "/healthz"};

bool is_han_at(const std::string& bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    return byte(0) >= 0xE4 && byte(0) <= 0xE9 && core::is_valid_utf8(bytes.substr(at, 3));
}

// One bit of one Han character, in whatever table it stands.
std::string with_wrong_bit(const std::string& sound, std::mt19937& random) {
    std::string damaged = sound;
    std::size_t at = random() % (damaged.size() - 3);
    while (!is_han_at(damaged, at)) at = (at + 1) % (damaged.size() - 3);
    at += random() % 3;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
    return damaged;
}

TEST(WrongBitUnderTheSite, CostsAPageAndNotTheSite) {
    std::mt19937 random(20260430);
    int refused = 0;
    int told = 0;
    for (int seed = 0; seed < 20; ++seed) {
        SampleServer site;  // with nothing in its cache
        core::write_file(site.archive(), with_wrong_bit(core::read_file(site.archive()), random));
        for (const std::string& target : kTargets) {
            const int status = site.fetch(target).status;
            EXPECT_NE(status, 0) << target << " was not answered";
            refused += status == 500;
        }
        EXPECT_EQ(site.fetch("/healthz").status, 200);
        for (const std::string& line : site.log_lines())
            told += line.find("status=500") != std::string::npos;
    }
    EXPECT_GT(refused, 10);
    EXPECT_EQ(told, refused);
}

}  // namespace
}  // namespace gongbao::tests
