// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/symbol_fonts.hpp"

#include <algorithm>
#include <array>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

// Codes 20–FF, sixteen a row; U+FFFD where a font has no sign or Unicode has no character for it.
// Symbol and Zapf Dingbats as Adobe maps them, the others as Unicode 7 took them in (L2/11-052,
// L2/12-368), except where an older character looks the same and more fonts have it: ☑ for 🗹,
// ← for 🡨, ① for the circled sans-serif ➀.
constexpr std::u32string_view kSymbol =
    U" !∀#∃%&∋()∗+,−./"
    U"0123456789:;<=>?"
    U"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ"
    U"ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    U"‾αβχδεφγηιϕκλμνο"
    U"πθρστυϖωξψζ{|}∼�"
    U"����������������"
    U"����������������"
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓"
    U"°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    U"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"
    U"∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    U"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
    U"�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭�";

constexpr std::u32string_view kWingdings =
    U" \U0001F589✂✁\U0001F453\U0001F56D\U0001F56E\U0001F56F☎✆✉\U0001F583\U0001F4EA\U0001F4EB"
    U"\U0001F4EC\U0001F4ED"
    U"\U0001F5C0\U0001F5C1\U0001F5CE\U0001F5CF\U0001F5D0\U0001F5C4⌛\U0001F5AE\U0001F5B0"
    U"\U0001F5B2\U0001F5B3\U0001F5B4\U0001F5AB\U0001F5AC✇✍"
    U"\U0001F58E✌\U0001F58F\U0001F44D\U0001F44E☜☞☝☟\U0001F590☺\U0001F610☹\U0001F4A3\U0001F571"
    U"\U0001F3F3"
    U"\U0001F3F1✈☼\U0001F322❄\U0001F546✞\U0001F548✠✡☪☯\U0001F549☸♈♉"
    U"♊♋♌♍♎♏♐♑♒♓\U0001F670\U0001F675●\U0001F53E■□"
    U"\U0001F790❑❒\U0001F79F⧫◆❖⬥⌧⮹⌘\U0001F3F5\U0001F3F6\U0001F676\U0001F677▯"
    U"⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹"
    U"❺❻❼❽❾❿\U0001F662\U0001F660\U0001F661\U0001F663\U0001F65E\U0001F65C\U0001F65D\U0001F65F·•"
    U"⬝○\U0001F786\U0001F788◉◎\U0001F53F▪◻\U0001F7C1✦★✶✴✹✵"
    U"⯐⌖⯎⯏⯑✪✰\U0001F550\U0001F551\U0001F552\U0001F553\U0001F554\U0001F555\U0001F556"
    U"\U0001F557"
    U"\U0001F558"
    U"\U0001F559\U0001F55A\U0001F55B⮰⮱⮲⮳⮴⮵⮶⮷\U0001F66A\U0001F66B\U0001F655"
    U"\U0001F654\U0001F657"
    U"\U0001F656\U0001F650\U0001F651\U0001F652\U0001F653⌫⌦⮘➢⮙⮛⮈⮊⮉⮋←"
    U"→↑↓↖↗↙↘⬅➔⬆⬇\U0001F87C\U0001F87D\U0001F87F\U0001F87E⇦"
    U"⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑�";

constexpr std::u32string_view kWingdings2 =
    U" \U0001F58A\U0001F58B\U0001F58C\U0001F58D✄✀\U0001F57E\U0001F57D\U0001F5C5\U0001F5C6"
    U"\U0001F5C7\U0001F5C8\U0001F5C9\U0001F5CA\U0001F5CB"
    U"\U0001F5CC\U0001F5CD\U0001F4CB\U0001F5D1\U0001F5D4\U0001F5B5\U0001F5B6\U0001F5B7"
    U"\U0001F5B8\U0001F5AD\U0001F5AF\U0001F5B1\U0001F592\U0001F593\U0001F598\U0001F599"
    U"\U0001F59A\U0001F59B\U0001F448\U0001F449\U0001F59C\U0001F59D\U0001F59E\U0001F59F"
    U"\U0001F5A0\U0001F5A1\U0001F446\U0001F447\U0001F5A2\U0001F5A3\U0001F591✗"
    U"✓☒☑☒☒⮾⮿\U0001F6C7⦸\U0001F671\U0001F674\U0001F672\U0001F673‽\U0001F679"
    U"\U0001F67A"
    U"\U0001F67B\U0001F666\U0001F664\U0001F665\U0001F667\U0001F65A\U0001F658\U0001F659"
    U"\U0001F65B⓪①②③④⑤⑥"
    U"⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿�"
    U"☉\U0001F315☽☾⸿✝\U0001F547\U0001F55C\U0001F55D\U0001F55E\U0001F55F\U0001F560"
    U"\U0001F561"
    U"\U0001F562\U0001F563\U0001F564"
    U"\U0001F565\U0001F566\U0001F567\U0001F668\U0001F669⋅•⦁●○\U0001F785\U0001F787\U0001F789⊙⦿"
    U"\U0001F78C"
    U"\U0001F78D◾■□❏\U0001F792\U0001F793\U0001F794▣\U0001F795\U0001F796\U0001F797\U0001F798⬩◆◇"
    U"\U0001F79A◈\U0001F79B\U0001F79C\U0001F79D\U0001F79E⬪⬧◊\U0001F7A0◖◗⯊⯋⯀⯁"
    U"⬟⯂⬣⬢⯃⯄\U0001F7A1\U0001F7A2\U0001F7A3\U0001F7A4\U0001F7A5\U0001F7A6\U0001F7A7"
    U"\U0001F7A8"
    U"\U0001F7A9\U0001F7AA"
    U"\U0001F7AB\U0001F7AC\U0001F7AD\U0001F7AE\U0001F7AF\U0001F7B0\U0001F7B1\U0001F7B2"
    U"\U0001F7B3\U0001F7B4\U0001F7B5\U0001F7B6\U0001F7B7\U0001F7B8\U0001F7B9\U0001F7BA"
    U"\U0001F7BB\U0001F7BC\U0001F7BD\U0001F7BE\U0001F7BF\U0001F7C0\U0001F7C2\U0001F7C4"
    U"\U0001F7C6\U0001F7C9\U0001F7CA✶\U0001F7CC\U0001F7CE\U0001F7D0\U0001F7D2"
    U"✹\U0001F7C3\U0001F7C7✯\U0001F7CD\U0001F7D4⯌⯍※⁂������";

constexpr std::u32string_view kWingdings3 =
    U" ⭠⭢⭡⭣⭦⭧⭩⭨⭰⭲⭱⭳⭶⭸⭻"
    U"⭽⭤⭥⭪⭬⭫⭭⭍⮠⮡⮢⮣⮤⮥⮦⮧"
    U"⮐⮑⮒⮓⮀⮃⭾⭿⮄⮆⮅⮇⮏⮍⮎⮌"
    U"⭮⭯⎋⌤⌃⌥␣⍽⇪⮸\U0001F8A0\U0001F8A1\U0001F8A2\U0001F8A3\U0001F8A4\U0001F8A5"
    U"\U0001F8A6\U0001F8A7\U0001F8A8\U0001F8A9\U0001F8AA\U0001F8AB←→↑↓↖↗↙↘↔↕"
    U"▲▼△▽◀▶◁▷◣◢◤◥◂▸▴�"
    U"▾⯅⯆⯇⯈⮜⮞⮝⮟\U0001F810\U0001F812\U0001F811\U0001F813\U0001F814\U0001F816"
    U"\U0001F815"
    U"\U0001F817\U0001F818\U0001F81A\U0001F819\U0001F81B\U0001F81C\U0001F81E\U0001F81D"
    U"\U0001F81F\U0001F800\U0001F802\U0001F801\U0001F803\U0001F804\U0001F806\U0001F805"
    U"\U0001F807\U0001F808\U0001F80A\U0001F809\U0001F80B\U0001F820\U0001F822\U0001F824"
    U"\U0001F826\U0001F828\U0001F82A\U0001F82C\U0001F89C\U0001F89D\U0001F89E\U0001F89F"
    U"\U0001F82E\U0001F830\U0001F832\U0001F834\U0001F836\U0001F838\U0001F83A\U0001F839"
    U"\U0001F83B\U0001F898\U0001F89A\U0001F899\U0001F89B\U0001F83C\U0001F83E\U0001F83D"
    U"\U0001F83F\U0001F840\U0001F842\U0001F841\U0001F843\U0001F844\U0001F846\U0001F845"
    U"\U0001F847⮨⮩⮪⮫⮬⮭⮮"
    U"⮯\U0001F860\U0001F862\U0001F861\U0001F863\U0001F864\U0001F865\U0001F867\U0001F866"
    U"\U0001F870\U0001F872\U0001F871\U0001F873\U0001F874\U0001F875\U0001F877"
    U"\U0001F876\U0001F880\U0001F882\U0001F881\U0001F883\U0001F884\U0001F885\U0001F887"
    U"\U0001F886\U0001F890\U0001F892\U0001F891\U0001F893\U0001F894\U0001F896\U0001F895"
    U"\U0001F897���������������";

constexpr std::u32string_view kWebdings =
    U" \U0001F577\U0001F578\U0001F572\U0001F576\U0001F3C6\U0001F396\U0001F587\U0001F5E8"
    U"\U0001F5E9\U0001F5F0\U0001F5F1\U0001F336\U0001F397\U0001F67E\U0001F67C"
    U"\U0001F5D5\U0001F5D6\U0001F5D7⏴⏵⏶⏷⏪⏩⏮⏭⏸⏹⏺\U0001F5DA\U0001F5F3"
    U"\U0001F6E0\U0001F3D7\U0001F3D8\U0001F3D9\U0001F3DA\U0001F3DC\U0001F3ED\U0001F3DB"
    U"\U0001F3E0\U0001F3D6\U0001F3DD\U0001F6E3\U0001F50D\U0001F3D4\U0001F441\U0001F442"
    U"\U0001F3DE\U0001F3D5\U0001F6E4\U0001F3DF\U0001F6F3\U0001F56C\U0001F56B\U0001F568"
    U"\U0001F508\U0001F394\U0001F395\U0001F5EC\U0001F67D\U0001F5ED\U0001F5EA\U0001F5EB"
    U"⮔✔\U0001F6B2⬜\U0001F6E1\U0001F4E6\U0001F6F1⬛\U0001F691\U0001F6C8\U0001F6E9\U0001F6F0"
    U"\U0001F7C8\U0001F574⬤\U0001F6E5"
    U"\U0001F694\U0001F5D8\U0001F5D9❓\U0001F6F2\U0001F687\U0001F68D⛳⦸⊖\U0001F6AD\U0001F5EE⏐"
    U"\U0001F5EF\U0001F5F2�"
    U"\U0001F6B9\U0001F6BA\U0001F6C9\U0001F6CA\U0001F6BC\U0001F47D\U0001F3CB⛷\U0001F3C2"
    U"\U0001F3CC\U0001F3CA\U0001F3C4\U0001F3CD\U0001F3CE\U0001F698\U0001F5E0"
    U"\U0001F6E2\U0001F4B0\U0001F3F7\U0001F4B3\U0001F46A\U0001F5E1\U0001F5E2\U0001F5E3✯"
    U"\U0001F584\U0001F585\U0001F583\U0001F586\U0001F5B9\U0001F5BA\U0001F5BB"
    U"\U0001F575\U0001F570\U0001F5BD\U0001F5BE\U0001F4CB\U0001F5D2\U0001F5D3\U0001F56E"
    U"\U0001F4DA\U0001F5DE\U0001F5DF\U0001F5C3\U0001F5C2\U0001F5BC\U0001F3AD\U0001F39C"
    U"\U0001F398\U0001F399\U0001F3A7\U0001F4BF\U0001F39E\U0001F4F7\U0001F39F\U0001F3AC"
    U"\U0001F4FD\U0001F4F9\U0001F4FE\U0001F4FB\U0001F39A\U0001F39B\U0001F4FA\U0001F4BB"
    U"\U0001F5A5\U0001F5A6\U0001F5A7\U0001F579\U0001F3AE\U0001F57B\U0001F57C\U0001F4DF"
    U"\U0001F581\U0001F580\U0001F5A8\U0001F5A9\U0001F5BF\U0001F5AA\U0001F5DC\U0001F512"
    U"\U0001F513\U0001F5DD\U0001F4E5\U0001F4E4\U0001F573\U0001F323\U0001F324\U0001F325"
    U"\U0001F326☁\U0001F328\U0001F327\U0001F329\U0001F32A\U0001F32C\U0001F32B"
    U"\U0001F31C\U0001F321\U0001F6CB\U0001F6CF\U0001F37D\U0001F378\U0001F6CE\U0001F6CDⓅ♿"
    U"\U0001F6C6\U0001F588\U0001F393\U0001F5E4\U0001F5E5\U0001F5E6"
    U"\U0001F5E7\U0001F6EA\U0001F43F\U0001F426\U0001F41F\U0001F415\U0001F408\U0001F66C"
    U"\U0001F66E\U0001F66D\U0001F66F\U0001F5FA\U0001F30D\U0001F30F\U0001F30E\U0001F54A";

constexpr std::u32string_view kZapfDingbats =
    U" ✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏"
    U"✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟"
    U"✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯"
    U"✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿"
    U"❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏"
    U"❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞�"
    U"����������������"
    U"����������������"
    U"�❡❢❣❤❥❦❧♣♦♥♠①②③④"
    U"⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿"
    U"➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏"
    U"➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟"
    U"➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯"
    U"�➱➲➳➴➵➶➷➸➹➺➻➼➽➾�";

struct SymbolFont {
    std::string_view name;      // small letters, no spaces and hyphens
    std::u32string_view signs;  // empty: not known
};

constexpr std::array kFonts = {
    SymbolFont{"symbol", kSymbol},
    SymbolFont{"symbolmt", kSymbol},
    SymbolFont{"mtsymbol", kSymbol},
    SymbolFont{"symbolneu", kSymbol},
    SymbolFont{"standardsymbolsl", kSymbol},
    SymbolFont{"standardsymbolsps", kSymbol},
    SymbolFont{"wingdings", kWingdings},
    SymbolFont{"wingdings1", kWingdings},
    SymbolFont{"wingdings2", kWingdings2},
    SymbolFont{"wingdings3", kWingdings3},
    SymbolFont{"webdings", kWebdings},
    SymbolFont{"zapfdingbats", kZapfDingbats},
    SymbolFont{"itczapfdingbats", kZapfDingbats},
    SymbolFont{"zapfdingbatsitc", kZapfDingbats},
    SymbolFont{"dingbats", kZapfDingbats},
    SymbolFont{"monotypesorts", kZapfDingbats},
    SymbolFont{"mtextra", {}},
    SymbolFont{"marlett", {}},
    SymbolFont{"msoutlook", {}},
    SymbolFont{"bookshelfsymbol7", {}},
    SymbolFont{"msreferencespecialty", {}},
    SymbolFont{"wpspecial", {}},
    SymbolFont{"euclidextra", {}},
    SymbolFont{"euclidsymbol", kSymbol},
};

std::string plain_name(std::string_view font) {
    std::string name;
    for (const char c : font) {
        if (c == ' ' || c == '-' || c == '_' || c == '"' || c == '\'') continue;
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (name.starts_with('@')) name.erase(0, 1);  // set upright in vertical lines
    if (name.size() > 7 && name.ends_with("regular")) name.resize(name.size() - 7);
    return name;
}

const SymbolFont* find_font(std::string_view font) {
    const std::string name = plain_name(font);
    const auto found = std::find_if(kFonts.begin(), kFonts.end(),
                                    [&](const SymbolFont& known) { return known.name == name; });
    return found == kFonts.end() ? nullptr : &*found;
}

// The code in the font that `c` stands for, 0 when it can be none.
char32_t code_of(char32_t c) {
    constexpr std::u32string_view kOf1252 =  // 80–9F
        U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";
    if (c >= 0xF020 && c <= 0xF0FF) return c - 0xF000;
    if (c >= 0x20 && c <= 0xFF) return c;
    const std::size_t at = c == 0xFFFD ? std::u32string_view::npos : kOf1252.find(c);
    return at == std::u32string_view::npos ? 0 : static_cast<char32_t>(0x80 + at);
}

bool is_private(char32_t c) {
    return c >= 0xE000 && c <= 0xF8FF;
}

}  // namespace

bool is_symbol_font(std::string_view font) {
    return find_font(font) != nullptr;
}

std::optional<char32_t> symbol_of(std::string_view font, char32_t c) {
    const SymbolFont* known = find_font(font);
    const char32_t code = known == nullptr ? 0 : code_of(c);
    if (code == 0) return is_private(c) || c < 0x20 ? std::nullopt : std::optional(c);
    if (code == 0x20 || (code == 0xA0 && c == 0xA0)) return code;  // white space in any font
    if (known->signs.empty() || known->signs[code - 0x20] == 0xFFFD) return std::nullopt;
    return known->signs[code - 0x20];
}

char32_t unknown_sign(char32_t c) {
    const char32_t code = code_of(c);
    return code == 0 ? c : 0xF000 + code;
}

std::string label_in_font(std::string_view font, std::string_view text) {
    std::string out;
    for (const char32_t c : core::to_utf32(text))
        core::append_utf8(out, c < 0x20 ? c : symbol_of(font, c).value_or(U'•'));
    return out;
}

}  // namespace gongbao::editor
