// SPDX-License-Identifier: Apache-2.0
// Layouts looked at once and kept: tests/golden/*.txt. A change shows as a difference of lines;
// after looking at the pages, GONGBAO_APPROVE=1 writes the new ones.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "core/document/decide_structure.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/layout_dump.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::block;
using tests::fonts;
using tests::profile_named;

core::Document order() {
    core::Document one = tests::document("云岭省人民政府令", {});
    one.meta.issuers = {"云岭省人民政府"};
    one.preface.push_back(block(Role::Number, "第318号"));
    one.body = {
        block(Role::Paragraph,
              "《云岭省测量标志保护办法》已经2026年3月20日云岭省人民政府第62次常务会议通过，"
              "现予公布，自2026年6月1日起施行。")};
    one.conclusions = {block(Role::Signature, "省长　陆怀舟"), block(Role::Date, "2026年4月3日")};
    core::Annex text;
    text.kind = core::Annex::Kind::Attached;
    text.blocks = {
        block(Role::Title, "云岭省测量标志保护办法"),
        block(Role::Chapter, "总则", "第一章"),
        block(
            Role::Article,
            "为了加强测量标志保护，根据《中华人民共和国测绘法》《中华人民共和国测量标志保护条例》，"
            "结合本省实际，制定本办法。",
            "第一条"),
        block(Role::Article, "本省行政区域内测量标志的建设、保管、使用，适用本办法。", "第二条"),
        block(Role::Chapter, "保护", "第二章"),
        block(Role::Article, "下列行为应当禁止：", "第三条"),
        block(Role::Item, "损毁或者擅自移动永久性测量标志；", "（一）"),
        block(Role::Item, "在测量标志占地范围内烧荒、耕作、取土、挖沙；", "（二）"),
        block(Role::Item, "在距永久性测量标志50米范围内采石、爆破、射击、架设高压电线。", "（三）"),
        block(Role::Article, "本办法自2026年6月1日起施行。", "第四条"),
    };
    one.annexes.push_back(std::move(text));
    core::decide_structure(one);
    core::assign_ids(one);
    return one;
}

core::Document notice() {
    core::Document one = tests::document("云岭省人民政府办公厅关于开展“清源”行动的通知", {});
    one.meta.issuers = {"云岭省人民政府办公厅"};
    one.meta.written = core::Date{2026, 4, 8};
    one.preface.push_back(block(Role::Number, "云政办发〔2026〕38号"));
    one.preface.push_back(
        block(Role::Addressees, "各市（州）、县（市、区）人民政府，省政府各部门、各直属机构："));
    core::Block lead = block(Role::Heading2, "", "（一）");
    lead.runs = {
        core::text_run("摸清底数。", core::Marks{}.add(core::Mark::Lead)),
        core::text_run(
            "以县为单位，对取水口、排污口逐一登记；登记率达到98.5%以上，误差不超过±2 m。")};
    one.body = {
        block(Role::Paragraph,
              "为保护饮用水水源，省政府决定在2026—2027年开展“清源”行动——全省统一的水源地整治。"
              "现将有关事项通知如下："),
        block(Role::Heading1, "主要任务", "一、"),
        std::move(lead),
        block(Role::Heading2, "加强监测", "（二）"),
        block(Role::Paragraph,
              "监测数据按GB 3838—2002评价，每月15日前报省生态环境厅（联系电话0999-5550123）。"),
        block(Role::Heading1, "完成时限", "二、"),
        tests::table(
            {{"阶段", "内容", "时限"}, {"一", "登记", "6月30日"}, {"二", "整治", "12月31日"}}, 1),
        block(Role::AnnexNote, "水源地名单", "附件：")};
    one.conclusions = {block(Role::Signature, "云岭省人民政府办公厅"),
                       block(Role::Date, "2026年4月8日"), block(Role::Note, "（此件公开发布）")};
    core::Annex list;
    list.blocks = {block(Role::AnnexLabel, "附件"), block(Role::Title, "水源地名单"),
                   block(Role::Paragraph, "一、澜城市：青麓水库、栖霞河取水口……共12处。")};
    one.annexes.push_back(std::move(list));
    core::decide_structure(one);
    core::assign_ids(one);
    return one;
}

void compare(const std::string& name, const Layout& layout) {
    const std::filesystem::path file =
        std::filesystem::path(GONGBAO_SOURCE_DIR) / "tests" / "golden" / (name + ".txt");
    const std::string dump = dump_layout(layout);
    if (std::getenv("GONGBAO_APPROVE") != nullptr) {
        core::write_file(file, dump);
        return;
    }
    const std::string golden = core::read_file(file);
    const auto now = core::split(dump, '\n');
    const auto then = core::split(golden, '\n');
    for (std::size_t i = 0; i < std::max(now.size(), then.size()); ++i)
        ASSERT_EQ(i < now.size() ? now[i] : "(end)", i < then.size() ? then[i] : "(end)")
            << name << ".txt, line " << i + 1;
}

TEST(Golden, AnOrderInTheGazette) {
    compare("order_gongbao", tests::lay_out(order(), profile_named("gongbao")).layout);
}

TEST(Golden, ANoticeAsAnOfficialDocument) {
    compare("notice_gongwen", tests::lay_out(notice(), profile_named("gongwen")).layout);
}

TEST(Golden, AnIssueOfTwo) {
    const core::Document first = order();
    const core::Document second = notice();
    Job job;
    job.items = {{&first, "省政府令"}, {&second, "省政府办公厅文件"}};
    job.frame = IssueFrame{"云岭省人民政府公报",
                           {2026, core::IssueKind::Regular, 8, 608},
                           {2026, 4, 30},
                           {"主办：云岭省人民政府办公厅"}};
    job.date = {2026, 4, 30};
    compare("issue_gongbao", lay_out(job, profile_named("gongbao"), fonts()).layout);
}

}  // namespace
}  // namespace gongbao::typeset
