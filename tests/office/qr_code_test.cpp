// SPDX-License-Identifier: Apache-2.0
#include "office/qr_code.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gongbao::office {
namespace {

TEST(QrCode, IsAPictureWithAName) {
    const std::string svg = qr_code_svg("otpauth://totp/x?secret=ABC", "<name>");
    EXPECT_THAT(svg,
                testing::StartsWith("<svg class=\"qr\" role=\"img\" aria-label=\"&lt;name&gt;\""));
    // A finder pattern in each of three corners begins with a row of seven dark modules.
    EXPECT_THAT(svg, testing::HasSubstr("M4 4h7v1H4z"));
    EXPECT_EQ(svg.find("style"), std::string::npos);
}

TEST(QrCode, IsAnotherForAnotherText) {
    EXPECT_NE(qr_code_svg("a", "x"), qr_code_svg("b", "x"));
}

TEST(QrCode, IsNoneOfWhatIsTooLong) {
    EXPECT_EQ(qr_code_svg(std::string(10'000, 'x'), "x"), "");
}

}  // namespace
}  // namespace gongbao::office
