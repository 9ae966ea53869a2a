// SPDX-License-Identifier: Apache-2.0
#include "tests/editor/office/sample_office.hpp"

#include <algorithm>

namespace gongbao::editor {

SampleOffice::SampleOffice(const std::string& more)
    : sample(more), office(Office::open(sample.data, press())) {
    People& people = office.people();
    people.begin({"admin", "管理员", "", {Role::SystemAdmin}}, now);
    admin = people.find("admin")->id;
    const auto add = [&](const char* login, const char* name, const char* department, Role role) {
        return people.add(as(admin), {login, name, department, {role}});
    };
    contact = add("zhang", "张三", "省教育厅", Role::Contact);
    editor = add("wang", "王明", "", Role::Editor);
    first = add("li", "李芳", "", Role::FirstReviewer);
    second = add("zhao", "赵强", "", Role::SecondReviewer);
    last = add("qian", "钱伟", "", Role::FinalReviewer);
    secrecy = add("sun", "孙丽", "", Role::SecrecyReviewer);
    proofreader = add("zhou", "周静", "", Role::Proofreader);
    publisher = add("wu", "吴刚", "", Role::Publisher);
}

ItemId SampleOffice::receive(const Manuscript& manuscript, const std::string& section) {
    NewItem item;
    item.section = section;
    return office.items().receive(as(contact), manuscript, item).id;
}

void SampleOffice::sign_all(ItemId item) {
    const int version = office.items().item(item).current().number;
    Signoffs& signoffs = office.signoffs();
    signoffs.sign(as(secrecy), item, version, SignoffKind::Secrecy, "可以公开");
    signoffs.sign(as(first), item, version, SignoffKind::FirstReview, "");
    signoffs.sign(as(second), item, version, SignoffKind::SecondReview, "");
    signoffs.sign(as(last), item, version, SignoffKind::FinalReview, "");
}

ItemId SampleOffice::ready(const Manuscript& manuscript) {
    const ItemId item = receive(manuscript);
    sign_all(item);
    return item;
}

SeenIssue SampleOffice::seen(int number) {
    return {issue_number(number), office.assembly().sheet(as(editor), issue_number(number)).state};
}

void SampleOffice::make_issue(int number, const std::vector<ItemId>& items) {
    office.assembly().add_issue(as(editor), issue_number(number), kDay);
    for (const ItemId item : items)
        office.assembly().place(as(editor), seen(number), item, "省政府文件");
}

Proof SampleOffice::signed_proof(int number) {
    const Proof proof = office.issuing().lock(as(editor), seen(number));
    office.issuing().sign(as(proofreader), issue_number(number), proof.id, ProofSign::Read);
    office.issuing().sign(as(publisher), issue_number(number), proof.id, ProofSign::Permit);
    return *office.issuing().proof(issue_number(number));
}

std::vector<std::string> SampleOffice::audit(const std::string& act) {
    AuditQuery query;
    query.act = act;
    query.most = 1000;
    std::vector<std::string> lines;
    for (const AuditRow& row : office.audit().search(query))
        lines.push_back(row.entry.act + " " + row.entry.person +
                        (row.entry.outcome == Outcome::Done ? "" : " refused " + row.entry.reason));
    std::reverse(lines.begin(), lines.end());
    return lines;
}

}  // namespace gongbao::editor
