// SPDX-License-Identifier: Apache-2.0
#include "tests/office/sample_office.hpp"

#include "core/system/files.hpp"

namespace gongbao::tests {
namespace {

const std::filesystem::path kRoot = GONGBAO_SOURCE_DIR;

typeset::Resources resources() {
    return {kRoot / "templates" / "profiles", kRoot / "fonts"};
}

editor::DataFolder with_gazette(const std::filesystem::path& folder) {
    const editor::DataFolder data{folder};
    core::write_file(data.gazette(),
                     "name = \"云岭省人民政府公报\"\nsections = [\"省政府令\", \"省政府文件\"]\n");
    return data;
}

}  // namespace

std::filesystem::path sample_templates() {
    return kRoot / "templates";
}

editor::Manuscript sample_notice(int number, const std::string& words) {
    const std::string n = std::to_string(number);
    return {"notice-" + n + ".txt", "云岭省人民政府办公厅关于第" + n +
                                        "类事项的通知\n云府办发〔2026〕" + n +
                                        "号\n\n各州、市人民政府：\n\n" + words +
                                        "\n\n云岭省人民政府办公厅\n2026年3月6日\n"};
}

SampleOffice::SampleOffice(const std::string& base_url) : data(with_gazette(folder.path())) {
    office = std::make_unique<editor::Office>(editor::Office::open(data, resources()));
    let_in("root",
           office->people().begin({"root", "管理员", "", {editor::Role::SystemAdmin}}, now()));
    ids["root"] = office->people().find("root")->id;
    ids["system_admin"] = ids["root"];
    office::ServerSettings settings;
    settings.data = data;
    settings.resources = resources();
    settings.site.templates = kRoot / "templates";
    settings.site.base_url = base_url;
    settings.now = [this] { return now(); };
    settings.log = [this](std::string_view line) {
        const std::lock_guard lock(mutex_);
        log_.emplace_back(line);
    };
    server = std::make_unique<office::OfficeServer>(std::move(settings));
    server->start();
}

void SampleOffice::let_in(const std::string& login, const std::string& token) {
    office->people().set_password(token, password_of(login), now());
}

editor::PersonId SampleOffice::add(editor::Role role, const std::string& department) {
    const std::string login = editor::name_of(role);
    const editor::Actor root{ids["root"], now()};
    const auto id = office->people().add(root, {login, "王" + login, department, {role}});
    let_in(login, office->people().new_link(root, id));
    return ids[login] = id;
}

Browser SampleOffice::as(editor::Role role) {
    std::string login = editor::name_of(role);
    if (!ids.contains(login)) add(role, role == editor::Role::Contact ? "云岭省教育厅" : "");
    if (role == editor::Role::SystemAdmin) login = "root";
    Browser browser(port());
    browser.sign_in(login, password_of(login));
    return browser;
}

editor::ItemId SampleOffice::receive(const editor::Manuscript& manuscript) {
    if (!ids.contains("contact")) add(editor::Role::Contact, "云岭省教育厅");
    return office->items().receive({ids["contact"], now()}, manuscript, {}).id;
}

std::string SampleOffice::audit_of(const std::string& act) const {
    editor::AuditQuery query;
    query.act = act;
    std::string outcomes;
    for (const editor::AuditRow& row : office->audit().search(query)) {
        if (!outcomes.empty()) outcomes += ' ';
        outcomes += row.entry.outcome == editor::Outcome::Done ? "done" : "refused";
    }
    return outcomes;
}

std::vector<std::string> SampleOffice::log_lines() {
    const std::lock_guard lock(mutex_);
    return log_;
}

}  // namespace gongbao::tests
