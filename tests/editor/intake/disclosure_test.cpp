// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/akn/write_akn.hpp"
#include "editor/intake/structure/disclosure.hpp"
#include "tests/editor/docx/docx_builder.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

using Ids = std::vector<std::string>;

// "error secret", "warning look" …, of the disclosure findings.
Ids found_in(const core::Diagnostics& findings) {
    Ids ids;
    for (const core::Diagnostic& finding : findings)
        if (is_disclosure(finding))
            ids.push_back(std::string(name_of(finding.level)) + finding.message.id.substr(10));
    return ids;
}

bool bars(const TakenIn& taken) {
    return std::any_of(taken.findings.begin(), taken.findings.end(), [](const auto& finding) {
        return is_disclosure(finding) && finding.level == core::Level::Error;
    });
}

const std::string kTitle = "云岭省人民政府办公厅关于整治渡口的通知\n";
const std::string kBody = "各市（州）人民政府：\n　　请各地遵照执行，并按时报送情况。\n";
const std::string kClosing = "　　　　　　　　云岭省人民政府办公厅\n　　　　　　　　2026年4月8日\n";

TakenIn above_the_title(const std::string& line) {
    return take_text(line + "\n云岭省人民政府办公厅文件\n云岭办发〔2026〕21号\n" + kTitle + kBody +
                     kClosing);
}
TakenIn in_the_body(const std::string& line) {
    return take_text(kTitle + kBody + "　　" + line + "\n　　各地要抓好落实。\n" + kClosing);
}
TakenIn below_the_date(const std::string& line) {
    return take_text(kTitle + kBody + kClosing + "　　" + line + "\n");
}

TEST(Disclosure, BarsAMarkOnALineOfItsOwnWhereverItStands) {
    for (const char* line : {"绝密",
                             "机密★1年",
                             "秘密☆长期",
                             "机密＊3年",
                             "机密*3年",
                             "机密·1年",
                             "机　密",
                             "机 密 ★ 1 年",
                             "密级：机密",
                             "000012　机密★1年　特急",
                             "秘密★启封前",
                             "機密★５年",
                             "机密1年",
                             "（此件不公开）",
                             "此件依法不予公开",
                             "（不公开）",
                             "不予公开",
                             "暂不公开",
                             "免予公开",
                             "不宜公开",
                             "不对外公开",
                             "本通知不向社会公布。",
                             "（此件不登报、不上网）",
                             "公开方式：不予公开",
                             "公开属性:依法不公开",
                             "内部资料　注意保存",
                             "内部文件",
                             "仅供内部使用",
                             "内部传阅",
                             "（内部刊物，不得外传）",
                             "请勿外传",
                             "严禁翻拍、复制",
                             "不得在互联网上传播",
                             "不得翻印",
                             "工作秘密",
                             "（只限内部使用）",
                             "是否公开：否",
                             "妥善保管，严禁丢失",
                             "商业秘密★5年",
                             "本文件属工作秘密，请妥善保管。",
                             "此件发至县级，不公开，请注意保密",
                             "注：此件不公开。",
                             "涉密文件　阅后退回",
                             "本文件涉及国家秘密，知悉范围限于县级以上。",
                             "□主动公开　□依申请公开　☑不予公开",
                             "（ ）公开　（√）不公开",
                             "主动公开□　不予公开■",
                             "主动公开□　不予公开（工作秘密）☑　已审查□",
                             "公开方式：☐主动公开　☑不予公开",
                             "公开方式：○主动公开　●不予公开",
                             "公开方式：〇 主动公开　◉ 不公开",
                             "信息公开选项　□主动公开　☑不予公开",
                             "公开方式：[ ]主动公开　[x]不予公开",
                             "公开情况：□公开　☑不公开",
                             "是否公开：□是　☑否",
                             "密级：○公开　●机密",
                             "不予公开理由：工作秘密",
                             "（解密后公开）",
                             "（本文件严禁通过互联网传输）",
                             "FOR OFFICIAL USE ONLY",
                             "Not for publication",
                             "內部資料，請勿外傳",
                             "討論稿",
                             "初审稿",
                             "第二次修改稿",
                             "（征求意见稿）",
                             "送审稿",
                             "（第三稿）",
                             "讨论稿　请提意见",
                             "二次审议稿",
                             "（代拟稿）",
                             "征求意见稿（2026年3月）",
                             "DRAFT",
                             "Confidential"}) {
        EXPECT_TRUE(bars(above_the_title(line))) << line;
        EXPECT_TRUE(bars(in_the_body(line))) << line;
        EXPECT_TRUE(bars(below_the_date(line))) << line;
    }
}

TEST(Disclosure, LetsPassWhatOnlySpeaksAboutSecretsAndDrafts) {
    for (const char* line : {"（此件公开发布）",
                             "此件主动公开",
                             "（此件公开发布，可登报）",
                             "国家秘密的密级分为绝密、机密、秘密三级。",
                             "机密级国家秘密是重要的国家秘密。",
                             "国家秘密标志形式为“密级★保密期限”。",
                             "依法不予公开的除外。",
                             "（涉及国家秘密依法不予公开的除外）",
                             "（一）不予公开的政府信息",
                             "（二）秘密",
                             "1.机密；",
                             "各单位应当加强内部控制，完善内部审计。",
                             "三、内部管理",
                             "对举报人的信息严格保密，不得外传。",
                             "行政机关不得公开涉及国家秘密的政府信息。",
                             "☑主动公开　□依申请公开　□不予公开",
                             "公开方式：主动公开",
                             "公开方式：☑主动公开　☐不予公开",
                             "公开方式：●主动公开　○不予公开",
                             "公开方式：主动公开☑　不予公开□　已审查☑",
                             "公开方式：☑主动公开　□不予公开　☑已审查",
                             "是否公开：☑是　□否",
                             "二○二六年不予公开的目录",
                             "本办法涉及国家秘密、商业秘密和个人隐私的内容，按规定办理。",
                             "（此件发至各乡镇人民政府）",
                             "不公开理由：无",
                             "☑内部审计　□外部审计",
                             "二○二六年公开○件，不公开○件。",
                             "不予公开理由应当书面告知申请人。",
                             "密级：无",
                             "请将对《云岭省渡口管理办法（征求意见稿）》的意见于3月底前报送。",
                             "（一）提出会议议程草案；",
                             "（云岭日报社供稿）",
                             "（不公开审理）",
                             "审稿",
                             "涉密人员",
                             "草案说明",
                             "严禁泄露考生信息。",
                             "（试行）",
                             "预算草案由省财政厅编制。"}) {
        EXPECT_EQ(found_in(above_the_title(line).findings), Ids{}) << line;
        EXPECT_EQ(found_in(in_the_body(line).findings), Ids{}) << line;
        EXPECT_EQ(found_in(below_the_date(line).findings), Ids{}) << line;
    }
}

TEST(Disclosure, AsksSomebodyToLookAtWhatIsDoubtful) {
    for (const auto& [line, id] : std::vector<std::pair<std::string, std::string>>{
             {"（此件依申请公开）", "warning.on_request"},
             {"公文标注密级时用黑体字，如“机密★1年”，标在左上角。", "warning.look"},
             {"□主动公开　□依申请公开　□不予公开", "warning.choice"},
             {"主动公开□　不予公开□　已审查☑", "warning.choice"},
             {"他问的是哪一种密★1年，无人知道，只好留到下次再说。", "warning.look"},
             {"公开方式：主动公开/依申请公开/不予公开", "warning.choice"}}) {
        EXPECT_EQ(found_in(in_the_body(line).findings), Ids{id}) << line;
        EXPECT_EQ(found_in(below_the_date(line).findings), Ids{id}) << line;
    }
    EXPECT_EQ(found_in(in_the_body("三是严格保密。").findings), Ids{"warning.look"});
}

TEST(Disclosure, AsksSomebodyToLookAtWhomItIsSentTo) {
    for (const char* line : {"（此件发至县团级）", "（此件传达到乡镇一级）"}) {
        EXPECT_EQ(found_in(above_the_title(line).findings), Ids{"warning.look"}) << line;
        EXPECT_EQ(found_in(in_the_body(line).findings), Ids{"warning.look"}) << line;
        EXPECT_EQ(found_in(below_the_date(line).findings), Ids{"warning.look"}) << line;
    }
    EXPECT_EQ(found_in(in_the_body("工作经费下发至县级。").findings), Ids{});
    for (const char* line : {"1.公开类别：不予公开", "（二）密级：秘密"})
        EXPECT_EQ(found_in(in_the_body(line).findings), Ids{"warning.look"}) << line;
    for (const char* line : {"知悉范围：厅领导", "解密时间：2030年1月1日"})
        EXPECT_EQ(found_in(below_the_date(line).findings), Ids{"warning.look"}) << line;
}

TEST(Disclosure, BarsWhatOnlyACircleOrAnOldMarkMayRead) {
    for (const char* line : {"限阅", "发布层级：内部", "公开范围：仅限本机关", "核心密★10年"})
        EXPECT_TRUE(bars(above_the_title(line))) << line;
}

TEST(Disclosure, TellsTheLawThatSpeaksOfSecretsFromTheSecret) {
    const TakenIn taken = take_text(
        "云岭省保守国家秘密实施办法\n第一章　总则\n"
        "第一条　为了保守国家秘密，制定本办法。\n第二条　国家秘密的密级分为绝密、机密、秘密三级。\n"
        "第三条　本办法所称内部资料，是指不得外传的资料。\n第四条　工作秘密的管理，参照本办法执行。"
        "\n"
        "第五条　公文不予公开的，应当标注“此件不公开”，并说明理由。\n");
    EXPECT_EQ(found_in(taken.findings), Ids{});
    EXPECT_EQ(taken.document.meta.openness, core::Openness::Public);
}

TEST(Disclosure, ReadsTheTitleForDrafts) {
    for (const auto& [title, id] : std::vector<std::pair<std::string, std::string>>{
             {"云岭省渡口管理办法（征求意见稿）", "error.draft"},
             {"云岭省渡口管理办法（草案）", "error.draft"},
             {"云岭省渡口管理办法（送审稿）（2026年3月5日）", "error.draft"},
             {"云岭省渡口管理办法（修订草案二次审议稿）", "error.draft"},
             {"云岭省渡口管理办法送审稿", "error.draft"},
             {"云岭省渡口管理办法（稿）", "error.draft"},
             {"关于印发《云岭省渡口管理办法（讨论稿）》的通知", "error.draft"},
             {"关于征求《云岭省渡口管理办法（征求意见稿）》意见的函", "error.draft"},
             {"关于公开征求《云岭省渡口管理办法（征求意见稿）》意见的公告", "warning.draft_public"},
             {"关于《云岭省渡口管理条例（草案）》的说明", "warning.draft_named"},
             {"云岭省渡口管理办法（不公开）", "error.not_public"},
             {"关于2025年预算执行情况和2026年预算草案的报告", ""},
             {"云岭省渡口管理办法（试行）", ""},
             {"云岭省投稿管理办法", ""},
             {"云岭省行政事业单位内部控制办法", ""},
             {"云岭省工作秘密管理办法", ""}}) {
        const TakenIn taken = take_text(title + "\n　　第一条　为了加强管理，制定本办法。\n");
        EXPECT_EQ(found_in(taken.findings), id.empty() ? Ids{} : Ids{id}) << title;
    }
}

TEST(Disclosure, FindsAMarkThatWasTakenIntoTheTitle) {
    for (const char* mark : {"机密★1年", "机密", "内部资料", "送审稿", "（讨论稿）"})
        EXPECT_TRUE(bars(take_body(
            std::string("<p align=\"center\">") + mark +
            "</p><p align=\"center\">云岭省水利厅</p>"
            "<p align=\"center\">关于整治渡口的通知</p><p>请各地遵照执行，按时报送情况。</p>")))
            << mark;
}

TEST(Disclosure, LooksIntoTables) {
    const auto page = [](const std::string& row) {
        return take_body(
            "<p align=\"center\">云岭省水利厅公文处理单</p><p>请各单位填写下表。</p>"
            "<table><tr><td>事项</td><td>办法</td></tr>" +
            row + "</table>");
    };
    EXPECT_EQ(found_in(page("<tr><td>密级</td><td>机密</td></tr>").findings), Ids{"error.secret"});
    EXPECT_EQ(found_in(page("<tr><td>公开属性</td><td>不予公开</td></tr>").findings),
              Ids{"error.not_public"});
    EXPECT_EQ(found_in(page("<tr><td colspan=\"2\">此件不公开</td></tr>").findings),
              Ids{"error.not_public"});
    EXPECT_EQ(found_in(page("<tr><td>机密★1年</td><td>三年</td></tr>").findings),
              Ids{"warning.look"});
    EXPECT_EQ(found_in(page("<tr><td>内部审计</td><td>不予公开</td></tr>").findings), Ids{});
    EXPECT_EQ(found_in(page("<tr><td>是否公开</td><td>否</td></tr>").findings),
              Ids{"error.not_public"});
    EXPECT_EQ(found_in(page("<tr><td>是否公开</td><td>是</td></tr>").findings), Ids{});
    EXPECT_EQ(found_in(page("<tr><td>公开方式</td><td>主动公开</td></tr>").findings), Ids{});
}

TEST(Disclosure, ReadsTheOneRowUnderItsLabelsAndNoCatalogue) {
    const auto page = [](const std::string& rows) {
        return take_body(
            "<p align=\"center\">云岭省水利厅政务公开事项表</p>"
            "<table><tr><td>事项</td><td>公开方式</td></tr>" +
            rows + "</table>");
    };
    const std::string row = "<tr><td>渡口名册</td><td>不予公开</td></tr>";
    EXPECT_EQ(found_in(page(row).findings), Ids{"error.not_public"});
    EXPECT_EQ(found_in(page(row + row).findings), Ids{});
}

TEST(Disclosure, ReadsTheFieldsAndTheRestOfAPage) {
    const auto page = [](const std::string& around) {
        return take_html("<html><body><div>" + around +
                         "</div><div id=\"UCAP-CONTENT\"><p align=\"center\">"
                         "云岭省水利厅关于整治渡口的通知</p><p>请各地遵照执行，按时报送情况。</p></"
                         "div></body></html>");
    };
    for (const char* label : {"公开方式", "公开属性", "公开类别", "信息公开属性"}) {
        const std::string field = std::string("<table><tr><td>") + label + "：</td><td>";
        const TakenIn closed = page(field + "不予公开</td></tr></table>");
        EXPECT_TRUE(bars(closed)) << label;
        EXPECT_EQ(closed.document.meta.openness, core::Openness::Closed) << label;
        EXPECT_EQ(page(field + "依申请公开</td></tr></table>").document.meta.openness,
                  core::Openness::OnRequest);
        EXPECT_EQ(found_in(page(field + "主动公开</td></tr></table>").findings), Ids{}) << label;
        EXPECT_EQ(found_in(page(field + "按级别确定</td></tr></table>").findings),
                  Ids{"warning.field_unknown"});
    }
    EXPECT_TRUE(bars(page("<span>密级：</span><span>机密</span>")));
    EXPECT_TRUE(bars(page("<p style=\"display:none\">此件不公开</p>")));
    EXPECT_EQ(found_in(page("<a>政府信息公开</a><a>依申请公开</a><a>内部控制</a>").findings),
              Ids{});
}

TEST(Disclosure, BarsWordsHiddenInsideTheText) {
    EXPECT_TRUE(
        bars(take_body("<p>关于整治渡口的通知</p><p>请遵照执行。</p><p hidden>机密★1年</p>")));
}

TEST(Disclosure, ReadsRunningHeadsAndWatermarksOfADocx) {
    const std::string body =
        paragraph("云岭省水利厅关于整治渡口的通知") + paragraph("请各地遵照执行，并按时报送情况。");
    const auto with_header = [&](const std::string& xml) {
        return take_in({"notice.docx", DocxBuilder(body).header(xml).bytes()});
    };
    const auto watermark = [](const std::string& words) {
        return "<w:p><w:r><w:pict><v:shape id=\"PowerPlusWaterMarkObject1\"><v:textpath string=\"" +
               words + "\"/></v:shape></w:pict></w:r></w:p>";
    };
    const auto box = [](const std::string& words) {
        return "<w:p><w:r><mc:AlternateContent><mc:Choice "
               "Requires=\"wps\"><w:drawing><wp:anchor><a:graphic>"
               "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>" +
               paragraph(words) +
               "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></"
               "w:drawing>"
               "</mc:Choice></mc:AlternateContent></w:r></w:p>";
    };
    for (const char* words :
         {"机密★1年", "内部资料", "云岭省水利厅内部资料", "云岭省水利厅　机密", "征求意见稿",
          "草稿", "云岭省渡口管理办法（送审稿）", "严禁复制", "此件不公开"}) {
        EXPECT_TRUE(bars(with_header(paragraph(words)))) << words;
        EXPECT_TRUE(bars(with_header(watermark(words)))) << words;
        EXPECT_TRUE(bars(with_header(box(words)))) << words;
    }
    for (const char* words : {"云岭省水利厅文件", "云岭省保守国家秘密实施办法",
                              "云岭省内部审计办法", "第3页 共9页", "依法治水"})
        EXPECT_EQ(found_in(with_header(paragraph(words)).findings), Ids{}) << words;
}

TEST(Disclosure, SaysThatAPictureUsedAsAWatermarkCannotBeRead) {
    const TakenIn taken =
        take_in({"notice.docx",
                 DocxBuilder(paragraph("云岭省水利厅关于整治渡口的通知"))
                     .header("<w:p><w:r><w:pict><v:shape id=\"WordPictureWatermark2\"><v:imagedata "
                             "r:id=\"x\"/></v:shape>"
                             "</w:pict></w:r></w:p>")
                     .bytes()});
    EXPECT_EQ(count_of(taken.findings, "docx.watermark_picture"), 1u);
}

TEST(Disclosure, WarnsOfMarksInTheNameAndThePropertiesOfAFile) {
    const std::string text = kTitle + kBody + kClosing;
    for (const char* name : {"渡口管理办法（征求意见稿）.txt", "渡口管理办法-送审稿-20260305.txt",
                             "内部资料_渡口.txt", "机密 渡口.txt"})
        EXPECT_EQ(found_in(take_in({name, text}).findings), Ids{"warning.outside"}) << name;
    for (const char* name :
         {"渡口管理办法.txt", "内部控制办法.txt", "保守国家秘密办法.txt", "manuscript.txt"})
        EXPECT_EQ(found_in(take_in({name, text}).findings), Ids{}) << name;
    const std::string property =
        "<Properties><property name=\"密级\"><vt:lpwstr "
        "xmlns:vt=\"urn:vt\">机密</vt:lpwstr></property></Properties>";
    const TakenIn taken =
        take_in({"a.docx", DocxBuilder(paragraph("云岭省水利厅关于整治渡口的通知"))
                               .entry("docProps/custom.xml", property)
                               .bytes()});
    EXPECT_EQ(found_in(taken.findings), Ids{"warning.outside"});
}

TEST(Disclosure, TakesAFileInWhosePropertiesAreDamaged) {
    const TakenIn taken =
        take_in({"a.docx", DocxBuilder(paragraph("云岭省水利厅关于整治渡口的通知"))
                               .entry("docProps/core.xml", "<a><b></a>")
                               .bytes()});
    EXPECT_EQ(found_in(taken.findings), Ids{});
}

TEST(Disclosure, JudgesACanonicalXmlFile) {
    core::Document document = take_text(kTitle + kBody + kClosing).document;
    const auto taken = [&] { return take_in({"a.xml", core::write_akn(document)}); };
    EXPECT_EQ(found_in(taken().findings), Ids{});
    document.meta.openness = core::Openness::Closed;
    EXPECT_EQ(found_in(taken().findings), Ids{"error.closed"});
    document.meta.openness = core::Openness::OnRequest;
    EXPECT_EQ(found_in(taken().findings), Ids{"warning.on_request"});
    document.meta.openness = core::Openness::Public;
    core::Block& note = document.conclusions.emplace_back();
    note.role = core::Role::Note;
    note.runs = {core::text_run("（此件不公开）")};
    EXPECT_EQ(found_in(taken().findings), Ids{"error.not_public"});
}

TEST(Disclosure, TellsThePlaceInTheManuscriptAndEachMarkOnce) {
    const TakenIn taken = take_text("机密★1年\n" + kTitle + kBody + "　　机密★1年\n" + kClosing +
                                    "　　（此件不公开）\n");
    EXPECT_EQ(count_of(taken.findings, "disclosure.secret"), 1u);
    EXPECT_EQ(find_of(taken.findings, "disclosure.secret")->place.text(), "line:1");
    EXPECT_EQ(find_of(taken.findings, "disclosure.not_public")->place.text(), "line:8");
    EXPECT_EQ(taken.document.meta.openness, core::Openness::Closed);
}

}  // namespace
}  // namespace gongbao::editor
