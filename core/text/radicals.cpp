// SPDX-License-Identifier: Apache-2.0
#include "core/text/radicals.hpp"

#include <string_view>

namespace gongbao::core {
namespace {

// From U+2E80; a blank where there is no such radical or no such character.
constexpr std::u32string_view kSupplement =
    U"　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵　旡日月"
    U"歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿"
    U"肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦"
    U"页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

// From U+2F00.
constexpr std::u32string_view kKangxi =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口"
    U"囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳"
    U"心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿"
    U"片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"
    U"缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷"
    U"豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音"
    U"頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊"
    U"齒龍龜龠";

}  // namespace

char32_t unified_radical(char32_t c) {
    char32_t unified = U'\u3000';
    if (c >= 0x2E80 && c < 0x2E80 + kSupplement.size()) unified = kSupplement[c - 0x2E80];
    if (c >= 0x2F00 && c < 0x2F00 + kKangxi.size()) unified = kKangxi[c - 0x2F00];
    return unified == U'\u3000' ? c : unified;
}

}  // namespace gongbao::core
