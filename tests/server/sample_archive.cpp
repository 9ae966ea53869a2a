// SPDX-License-Identifier: Apache-2.0
#include "tests/server/sample_archive.hpp"

#include "archive/made_by.hpp"

namespace gongbao::tests {

std::string sample_pdf(std::size_t size) {
    std::string pdf = "%PDF-1.7\n";
    for (unsigned seed = 1; pdf.size() + 6 < size; seed = seed * 1'103'515'245U + 12'345U)
        pdf += static_cast<char>('!' + seed / 65'536U % 90U);
    return pdf + "%%EOF\n";
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
    edition.made_by = archive::made_by_line(
        {"gongbao tests",
         {{core::slug(edition.number) + "-1",
           "王明",
           "已解密",
           {{"disclosure.secret", {core::PlaceKind::Line, 1}, "机密★1年"}}}}});
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
    const auto opened_archive = archive::open_archive_to_issue(file);
    auto& archive = *opened_archive;
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
