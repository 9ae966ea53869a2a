// SPDX-License-Identifier: Apache-2.0
#include "bench/office/sample_house.hpp"

#include <algorithm>
#include <chrono>

#include "core/report/check.hpp"
#include "core/system/files.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/desk/store/seals.hpp"

namespace gongbao::bench {
namespace {

using editor::Role;

constexpr int kParagraphs = 24;  // of a notice of the issue: a page and two thirds
/// The roles of an office, as often as they are there: who hands in and who edits are many.
constexpr Role kRoles[] = {
    Role::Contact,        Role::Editor,         Role::SecrecyReviewer, Role::FirstReviewer,
    Role::Editor,         Role::SecondReviewer, Role::FinalReviewer,   Role::Contact,
    Role::Editor,         Role::Proofreader,    Role::Publisher,       Role::FirstReviewer,
    Role::SecondReviewer, Role::FinalReviewer,  Role::SecrecyReviewer, Role::Contact};

std::string password_of(const std::string& login) {
    return "合成口令 of " + login + " 7";
}

}  // namespace

core::Instant now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

editor::Manuscript notice(int number, int paragraphs) {
    const std::string n = std::to_string(number);
    std::string text = "云岭省人民政府关于第" + n + "类事项的通知\n云府发〔2026〕" + n +
                       "号\n\n各州、市人民政府，省直各部门：\n\n";
    for (int i = 1; i <= paragraphs; ++i)
        text += "各地要按照第" + std::to_string(number * 100 + i) +
                "项安排，明确责任、细化措施，于每年6月底前完成年度任务的80%以上，由牵头部门汇总后报"
                "省人民政府办公厅；确有困难的，应当说明理由并提出补救办法。\n";
    return {"notice-" + n + ".txt", text + "\n云岭省人民政府\n2026年3月6日\n"};
}

SampleHouse::SampleHouse(const std::filesystem::path& templates, const std::filesystem::path& fonts,
                         int people)
    : data_{folder_.path()}, resources_{templates / "profiles", fonts} {
    core::write_file(data_.gazette(),
                     "name = \"云岭省人民政府公报\"\nsections = [\"省政府令\", \"省政府文件\"]\n");
    {
        editor::Office office = open();
        hire(office, people);
        fill_issue(office);
    }
    office::ServerSettings settings;
    settings.data = data_;
    settings.resources = resources_;
    settings.site.templates = templates;
    settings.now = now;
    server_ = std::make_unique<office::OfficeServer>(std::move(settings));
    server_->start();
}

editor::Office SampleHouse::open() const {
    return editor::Office::open(data_, resources_);
}

void SampleHouse::hire(editor::Office& office, int people) {
    const std::string token =
        office.people().begin({"root", "管理员", "", {Role::SystemAdmin}}, now());
    office.people().set_password(token, password_of("root"), now());
    const editor::Actor root{office.people().find("root")->id, now()};
    const int at_least = static_cast<int>(std::size(kRoles));
    for (int i = 0; i < std::max(people, at_least); ++i) {
        const Role role = kRoles[static_cast<std::size_t>(i) % std::size(kRoles)];
        const std::string login = "p" + std::to_string(i) + editor::name_of(role);
        const std::string department = role == Role::Contact ? "云岭省教育厅" : "";
        const auto id = office.people().add(root, {login, "王" + login, department, {role}});
        office.people().set_password(office.people().new_link(root, id), password_of(login), now());
        people_.push_back({role, login});
    }
}

const Colleague& SampleHouse::first(Role role) const {
    const auto found = std::find_if(people_.begin(), people_.end(),
                                    [&](const Colleague& one) { return one.role == role; });
    GONGBAO_CHECK(found != people_.end());
    return *found;
}

editor::Actor SampleHouse::actor(editor::Office& office, Role role) const {
    return {office.people().find(first(role).login)->id, now()};
}

void SampleHouse::fill_issue(editor::Office& office) const {
    const core::IssueNumber number{2026, core::IssueKind::Regular, 1, {}};
    const editor::Actor by = actor(office, Role::Editor);
    const core::Database& database = office.desk().holdings().database;
    office.assembly().add_issue(by, number, core::date_at(now()));
    for (int i = 1; i <= kItems; ++i) {
        const auto id =
            office.items().receive(actor(office, Role::Contact), notice(i, kParagraphs), {}).id;
        for (const auto kind : office.signoffs().needs().of(""))
            office.signoffs().sign(actor(office, editor::role_for(kind)), id, 1, kind, "");
        const std::string state = editor::state_of_issue(database, number);
        office.assembly().place(by, {number, state}, id, kSection);
    }
}

tests::Browser SampleHouse::at_work(const Colleague& person) const {
    tests::Browser browser(port());
    const tests::Reply reply = browser.sign_in(person.login, password_of(person.login));
    GONGBAO_CHECK(reply.status == 303);
    return browser;
}

}  // namespace gongbao::bench
