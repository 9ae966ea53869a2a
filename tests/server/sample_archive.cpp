// SPDX-License-Identifier: Apache-2.0
#include "tests/server/sample_archive.hpp"

#include "archive/made_by.hpp"
#include "core/document/decide_structure.hpp"
#include "core/system/digest.hpp"

namespace gongbao::tests {
namespace {

using core::Block;
using core::Role;

Block block(Role role, const std::string& text, const std::string& label = "") {
    Block made;
    made.role = role;
    made.label = label;
    if (!text.empty()) made.runs.push_back(core::text_run(text));
    return made;
}

Block led(Role role, const std::string& label, const std::string& lead, const std::string& rest) {
    Block made = block(role, "", label);
    core::Marks marks;
    made.runs = {core::text_run(lead, marks.add(core::Mark::Lead)), core::text_run(rest)};
    return made;
}

core::Inline footnote(const std::string& mark, const std::string& words) {
    core::Inline note;
    note.kind = core::Inline::Kind::Note;
    note.text = mark;
    note.note = {core::text_run(words)};
    return note;
}

core::Cell cell(const std::string& text, int columns = 1, int rows = 1) {
    core::Cell made;
    made.paragraphs = {core::Runs{core::text_run(text)}};
    made.column_span = columns;
    made.row_span = rows;
    return made;
}

Block quota_table() {
    core::Table table;
    core::Row head;
    head.header = true;
    head.cells = {cell("地区"), cell("任务", 2)};
    core::Row first;
    first.cells = {cell("云岭市", 1, 2), cell("整治河段"), cell("12处")};
    core::Row second;
    second.cells = {cell("新建公厕"), cell("30座")};
    table.rows = {head, first, second};
    Block made = block(Role::Table, "");
    made.table = table;
    return made;
}

/// The smallest PNG: one grey dot.
std::string dot_png() {
    static constexpr unsigned char kDot[] = {
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48,
        0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
        0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78,
        0xDA, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0xDA, 0x45, 0x08, 0x3B, 0x00,
        0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};
    return std::string(reinterpret_cast<const char*>(kDot), sizeof kDot);
}

void add_figure(core::Document& document) {
    const std::string bytes = dot_png();
    core::Figure figure;
    figure.digest = core::sha256_hex(bytes);
    figure.type = "image/png";
    figure.alt = "云岭省水系示意图";
    Block made = block(Role::Figure, "");
    made.figure = figure;
    document.body.push_back(made);
    document.media.push_back(
        {figure.digest, figure.type, std::make_shared<const std::string>(bytes)});
}

void sign(core::Document& document, const std::string& who, const core::Date& date) {
    document.conclusions = {block(Role::Signature, who), block(Role::Date, core::chinese(date))};
    document.meta.issuers = {who};
    document.meta.written = date;
}

core::Document opened(const std::string& title, const std::string& number) {
    core::Document document;
    document.meta.title = title;
    document.meta.number = number;
    document.preface.push_back(block(Role::Title, title));
    document.preface.push_back(block(Role::Number, number));
    return document;
}

}  // namespace

std::string sample_pdf(std::size_t size) {
    std::string pdf = "%PDF-1.7\n";
    for (unsigned seed = 1; pdf.size() + 6 < size; seed = seed * 1'103'515'245U + 12'345U)
        pdf += static_cast<char>('!' + seed / 65'536U % 90U);
    return pdf + "%%EOF\n";
}

core::Document sample_notice(const std::string& title, const std::string& number) {
    core::Document document = opened(title, number);
    document.meta.kind = "通知";
    document.meta.force = core::Force::Normative;
    document.preface.push_back(
        block(Role::Addressees, "各市（州）、县（市、区）人民政府，省政府各部门："));
    Block first = block(Role::Paragraph, "《云岭省水环境治理三年行动方案》已经省政府同意");
    first.runs.push_back(footnote("①", "省政府第8次常务会议通过。"));
    first.runs.push_back(core::text_run("，现印发给你们，请认真贯彻执行。"));
    document.body = {
        first,
        block(Role::Heading1, "总体要求", "一、"),
        block(Role::Paragraph,
              "坚持节水优先、空间均衡、系统治理、两手发力，推动河湖面貌持续改善。"),
        block(Role::Heading1, "重点任务", "二、"),
        led(Role::Heading2, "（一）", "整治重点河段。",
            "对水质不达标的河段逐一制定治理方案，明确责任人。"),
        led(Role::Heading2, "（二）", "完善设施。",
            "按照下表确定的任务推进设施建设，每季度通报进度。"),
        block(Role::Caption, "表1　年度任务"),
        quota_table(),
        block(Role::Heading1, "组织实施", "三、"),
        block(Role::Paragraph, "各地要加强领导，确保各项任务按期完成。"),
    };
    add_figure(document);
    sign(document, "云岭省人民政府办公厅", {2026, 3, 18});
    document.conclusions.push_back(block(Role::Note, "（此件公开发布）"));
    core::Annex annex;
    annex.blocks = {block(Role::AnnexLabel, "附件"),
                    block(Role::Title, "水环境治理评分办法"),
                    block(Role::Heading1, "评分原则", "一、"),
                    block(Role::Paragraph, "评分实行百分制，按季度公布结果。"),
                    block(Role::Heading1, "结果运用", "二、"),
                    block(Role::Paragraph, "评分结果作为下一年度安排资金的依据。")};
    document.annexes.push_back(annex);
    core::decide_structure(document);
    core::assign_ids(document);
    return document;
}

core::Document sample_rules(const std::string& title, const std::string& number) {
    core::Document document = opened(title, number);
    document.meta.kind = "令";
    document.meta.force = core::Force::Rule;
    document.meta.effective = core::Date{2026, 5, 1};
    document.body = {
        block(Role::Chapter, "总则", "第一章"),
        block(Role::Article, "为了规范公共图书馆服务，保障公民基本文化权益，制定本办法。",
              "第一条"),
        block(Role::Article, "本省行政区域内公共图书馆的设立、运行、服务，适用本办法。", "第二条"),
        block(Role::Chapter, "服务", "第二章"),
        block(Role::Article, "公共图书馆应当免费提供下列服务：", "第三条"),
        block(Role::Item, "文献信息查询、借阅；", "（一）"),
        block(Role::Item, "政府公报的陈列与查阅。", "（二）"),
        block(Role::Article, "本办法自2026年5月1日起施行。", "第四条"),
    };
    sign(document, "云岭省人民政府", {2026, 3, 2});
    core::decide_structure(document);
    core::assign_ids(document);
    return document;
}

archive::NewEdition sample_edition(int year, int number, std::vector<core::Document> documents) {
    archive::NewEdition edition;
    edition.gazette = "云岭省人民政府公报";
    edition.number.year = year;
    edition.number.number = number;
    edition.number.running = (year - 2000) * 12 + number;
    edition.date = {year, number > 12 ? 12 : number, 20};
    edition.issued_at = core::start_of(edition.date);
    edition.pdf = sample_pdf(700'000 + static_cast<std::size_t>(number));
    edition.pages = 4 + static_cast<int>(documents.size()) * 2;
    edition.made_by = archive::made_by_line({"gongbao tests",
                                             {{core::slug(edition.number) + "-1",
                                               "王明",
                                               "已解密",
                                               {{"disclosure.secret", "第1行", "机密★1年"}}}}});
    int page = 1;
    for (core::Document& document : documents) {
        archive::NewRecord record;
        record.section = document.meta.kind == "令" ? "省政府令" : "省政府办公厅文件";
        record.first_page = page;
        record.last_page = page + 1;
        record.pdf_page = page + 3;
        record.document = std::move(document);
        record.offprint = sample_pdf(3'000 + static_cast<std::size_t>(page));
        record.offprint_pages = 2;
        edition.records.push_back(std::move(record));
        page += 2;
    }
    return edition;
}

void write_sample_archive(const std::filesystem::path& file) {
    auto archive = archive::Archive::open(file, archive::Archive::Mode::Write);
    archive.put_edition(sample_edition(
        2025, 12,
        {sample_notice("云岭省人民政府办公厅关于做好冬季供暖工作的通知", "云政办发〔2025〕61号")}));
    archive.put_edition(sample_edition(
        2026, 1,
        {sample_rules("云岭省公共图书馆服务办法", "云岭省人民政府令第88号"),
         sample_notice("云岭省人民政府办公厅关于加强政府公报工作的通知", "云政办发〔2026〕3号")}));
    archive.put_edition(sample_edition(
        2026, 2,
        {sample_rules("云岭省行政规范性文件管理办法", "云岭省人民政府令第89号"),
         sample_notice("云岭省人民政府办公厅关于印发《云岭省水环境治理三年行动方案》的通知",
                       "云政办发〔2026〕9号"),
         sample_notice("关于“<script>alert(1)</script>”&'\"样式的通知", "云政办发〔2026〕10号")}));
}

}  // namespace gongbao::tests
