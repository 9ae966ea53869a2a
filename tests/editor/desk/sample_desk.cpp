// SPDX-License-Identifier: Apache-2.0
#include "tests/editor/desk/sample_desk.hpp"

#include "core/system/files.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

DataFolder with_gazette(const std::filesystem::path& folder, const std::string& more) {
    const DataFolder data{folder};
    core::write_file(
        data.gazette(),
        "name = \"云岭省人民政府公报\"\nsections = [\"省政府令\", \"省政府文件\"]\n" + more);
    return data;
}

}  // namespace

typeset::Resources press() {
    const std::filesystem::path root = GONGBAO_SOURCE_DIR;
    return {root / "templates" / "profiles", root / "fonts"};
}

core::IssueNumber issue_number(int number, std::optional<int> running) {
    return {2026, core::IssueKind::Regular, number, running};
}

Manuscript notice(int number, const std::string& words) {
    const std::string n = std::to_string(number);
    return {"notice-" + n + ".txt", "云岭省人民政府办公厅关于第" + n +
                                        "类事项的通知\n"
                                        "云府办发〔2026〕" +
                                        n +
                                        "号\n\n"
                                        "各州、市人民政府：\n\n" +
                                        words +
                                        "\n\n"
                                        "云岭省人民政府办公厅\n2026年3月6日\n"};
}

Manuscript fixture(const std::string& name) {
    return {name, core::read_file(std::filesystem::path(GONGBAO_SOURCE_DIR) / "tests/data" / name)};
}

SampleDesk::SampleDesk(const std::string& more)
    : data(with_gazette(folder.path(), more)), desk(Desk::open(data, press())) {}

void SampleDesk::make_issue(int number, const std::vector<DocumentId>& documents) {
    desk.issues().add(issue_number(number), kDay);
    for (const DocumentId document : documents)
        desk.issues().place(issue_number(number), document, "省政府文件");
}

std::vector<std::string> SampleDesk::items(int number) const {
    std::vector<std::string> lines;
    for (const DeskItem& item : desk.issues().issue(issue_number(number)).items)
        lines.push_back(item.section + " " + std::to_string(item.document));
    return lines;
}

std::string SampleDesk::publish(int number, const typeset::Resources& resources) {
    return tests::refusal_of([&] {
        Desk::open(data, resources).press().publish({issue_number(number), "gongbao", kNow});
    });
}

}  // namespace gongbao::editor
