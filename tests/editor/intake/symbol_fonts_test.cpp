// SPDX-License-Identifier: Apache-2.0
// Signs of symbol fonts as Unicode characters.
#include "editor/intake/raw/symbol_fonts.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace gongbao::editor {
namespace {

struct Sign {
    const char* font;
    char32_t c;
    std::optional<char32_t> printed;
};

TEST(SymbolFonts, PrintASignForALetterAndForItsPrivateCode) {
    const std::vector<Sign> kSigns = {
        {"Wingdings 2", U'R', U'☑'},
        {"Wingdings 2", 0xF052, U'☑'},
        {"Wingdings 2", U'£', U'□'},
        {"Wingdings 2", 0xF0A3, U'□'},
        {"Wingdings", 0xF0FE, U'☑'},
        {"Wingdings", U'þ', U'☑'},
        {"Wingdings", U'l', U'●'},
        {"Wingdings", U'Ø', U'➢'},
        {"Wingdings", U'Ÿ', U'•'},
        {"Wingdings", U'€', U'⓪'},
        {"Wingdings", 0xF06A, 0x1F670},
        {"Wingdings 3", U'à', 0x1F876},
        {"Wingdings 3", U'}', U'▸'},
        {"Webdings", U'a', U'✔'},
        {"Symbol", U'D', U'Δ'},
        {"Symbol", U'³', U'≥'},
        {"Symbol", U'a', U'α'},
        {"Symbol", 0xF0B4, U'×'},
        {"Symbol", U'7', U'7'},
        {"ZapfDingbats", U'4', U'✔'},
        {"ITC Zapf Dingbats", 0xAC, U'①'},
    };
    for (const Sign& sign : kSigns)
        EXPECT_EQ(symbol_of(sign.font, sign.c), sign.printed)
            << sign.font << " " << static_cast<unsigned>(sign.c);
}

TEST(SymbolFonts, AreKnownUnderEverySpellingOfTheirName) {
    for (const char* name : {"Wingdings 2", "wingdings2", "WINGDINGS 2", "Wingdings-2",
                             "@Wingdings 2", "Wingdings2-Regular"})
        EXPECT_EQ(symbol_of(name, U'R'), U'☑') << name;
    for (const char* name : {"Symbol", "SymbolMT", "Webdings", "MT Extra", "Marlett"})
        EXPECT_TRUE(is_symbol_font(name)) << name;
    for (const char* name : {"", "宋体", "Times New Roman", "Segoe UI Symbol", "OpenSymbol",
                             "Wingdingsish", "Cambria Math", "Regular"})
        EXPECT_FALSE(is_symbol_font(name)) << name;
}

TEST(SymbolFonts, GiveNothingForASignThatIsNotKnown) {
    const std::vector<Sign> kUnknown = {
        {"Wingdings", 0xF001, {}}, {"Wingdings", 0xFF, {}},     {"Symbol", 0x80, {}},
        {"MT Extra", U'L', {}},    {"MT Extra", 0xF04C, {}},    {"仿宋", 0xE000, {}},
        {"仿宋", 0xF052, {}},      {"Wingdings 2", 0xE123, {}},
    };
    for (const Sign& sign : kUnknown)
        EXPECT_EQ(symbol_of(sign.font, sign.c), std::nullopt)
            << sign.font << " " << static_cast<unsigned>(sign.c);
    EXPECT_EQ(unknown_sign(U'L'), char32_t{0xF04C}) << "nobody reads a letter where there is none";
    EXPECT_EQ(unknown_sign(0xF04C), char32_t{0xF04C});
    EXPECT_EQ(unknown_sign(U'云'), U'云');
}

TEST(SymbolFonts, LeaveAloneWhatTheyHaveNoPlaceFor) {
    for (const char32_t c : {U'云', U'，', U'　', U' ', U'\u00A0', U'①'})
        EXPECT_EQ(symbol_of("Wingdings", c), c);
    for (const char32_t c : {U'R', U'£', U'“'}) EXPECT_EQ(symbol_of("Times New Roman", c), c);
    EXPECT_EQ(label_in_font("Courier New", "o"), "o");
    EXPECT_EQ(label_in_font("Symbol", "\xEF\x82\xB7"), "•");
    EXPECT_EQ(label_in_font("MT Extra", "A"), "•");
}

}  // namespace
}  // namespace gongbao::editor
