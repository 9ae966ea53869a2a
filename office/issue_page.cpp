// SPDX-License-Identifier: Apache-2.0
// An issue being made: its lines with their page numbers, the pool beside them, its pages as
// pictures, and once it is locked its proof, who signed it, and the act by which it comes out.
#include "office/issue_view.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

using editor::ProofSign;
using editor::Role;
using server::View;

std::string pages_of(const editor::SheetLine& line) {
    if (line.first_page == 0) return {};
    const std::string first = std::to_string(line.first_page);
    return line.first_page == line.last_page ? first : first + "–" + std::to_string(line.last_page);
}

View line_view(const Work& work, const editor::SheetLine& line, int place) {
    View view;
    const std::string document = std::to_string(line.on_desk.document);
    view.set("document", document);
    view.set("place", std::to_string(place));
    view.set("up", std::to_string(place - 1));
    view.set("down", std::to_string(place + 1));
    view.set("title", line.on_desk.title);
    view.set("number", server::shown(line.on_desk.number));
    view.set("pages", pages_of(line));
    view.set("item", server::shown(line.item ? "/items/" + std::to_string(*line.item) : ""));
    view.set("missing", server::shown(kinds_of(work, line.missing)));
    view.set("moved", work.visit.request.parameter("moved") == document);
    set_effective(work, line.effective, view);
    return view;
}

// The lines by section, as they are printed.
View sections_view(const Work& work, const editor::Sheet& sheet) {
    View sections(View::type::list);
    std::string name;
    View lines(View::type::list);
    int place = 0;
    const auto close = [&] {
        if (place == 0) return;
        View section;
        section.set("name", name);
        section.set("lines", lines);
        sections.push_back(section);
    };
    for (const editor::SheetLine& line : sheet.lines) {
        if (place == 0 || line.on_desk.section != name) {
            close();
            name = line.on_desk.section;
            lines = View(View::type::list);
            place = 0;
        }
        lines.push_back(line_view(work, line, ++place));
    }
    close();
    return sections;
}

View pictures_view(const Work& work, const core::IssueNumber& number, int pages) {
    View list(View::type::list);
    for (int page = 1; page <= pages; ++page) {
        View view;
        view.set("picture",
                 "/issue-pages/" + core::slug(number) + "." + std::to_string(page) + ".svg");
        view.set("words", work.say("office.issue.page_of", {{"page", std::to_string(page)},
                                                            {"pages", std::to_string(pages)}}));
        list.push_back(view);
    }
    return list;
}

View names_of(const std::vector<std::string>& names) {
    View list(View::type::list);
    for (const std::string& name : names) list.push_back(choice(name, name, false));
    return list;
}

View signs_view(const Work& work, const editor::Proof& proof) {
    View list(View::type::list);
    for (const ProofSign sign : editor::kProofSigns) {
        View view;
        view.set("sign", editor::name_of(sign));
        view.set("words", work.say(std::string("office.proof.") + editor::name_of(sign)));
        const editor::ProofSigned* given = proof.find(sign);
        view.set("given", given != nullptr);
        view.set("may", given == nullptr && work.person().is(editor::role_for(sign)));
        if (given != nullptr) {
            view.set("by", given->name);
            set_moment(view, "at", given->at);
        }
        list.push_back(view);
    }
    return list;
}

std::optional<editor::Scheduled> order_of(const Work& work, const core::IssueNumber& number) {
    for (const editor::Scheduled& one : work.office.issuing().scheduled())
        if (one.issue == number) return one;
    return {};
}

void set_proof(const Work& work, const core::IssueNumber& number, View& view) {
    const auto proof = work.office.issuing().proof(number);
    view.set("has_proof", proof.has_value());
    if (!proof) return;
    view.set("proof", std::to_string(proof->id));
    view.set("digest", proof->digest);
    view.set("proof_pages", std::to_string(proof->pages));
    view.set("locked_by", proof->by);
    set_moment(view, "locked", proof->at);
    view.set("signs", signs_view(work, *proof));
    view.set("may_unlock", work.person().is(Role::Editor) || work.person().is(Role::Publisher));
    view.set("may_issue", work.person().is(Role::Publisher) && proof->is_signed());
    const auto order = order_of(work, number);
    view.set("scheduled", order.has_value());
    view.set("unissued", order && !order->why.empty());
    if (!order) return;
    set_moment(view, "due", order->due);
    view.set("tried_again", !order->given_up);
    view.set("why", work.language.words.has(order->why) ? work.say(order->why) : order->why);
}

// What the archive shows of an issue that is out.
View probe_view(const Work& work, const core::IssueNumber& number) {
    View list(View::type::list);
    const auto proof = work.office.issuing().proof(number);
    if (!proof) return list;
    for (const core::Diagnostic& finding :
         editor::Issuing::probe(work.office.desk().archive(), *proof)) {
        View view;
        view.set("place", work.language.words.say(finding.place));
        view.set("words", work.say(finding.message));
        list.push_back(view);
    }
    return list;
}

// Words of the address that are not so, or no longer.
std::set<std::string_view> not_so(const Work& work, const editor::DeskIssue& issue) {
    const auto proof = work.office.issuing().proof(issue.number);
    const bool issued = issue.state == core::IssueState::Issued;
    std::set<std::string_view> words;
    if (!issued) words.insert("issued");
    if (issued || !proof) words.insert({"issue_locked", "proof_signed", "scheduled"});
    if (issued || proof) words.insert({"issue_open", "placed", "taken_out", "moved"});
    if (!order_of(work, issue.number)) words.insert("scheduled");
    return words;
}

}  // namespace

Response issue_page(const Work& work) {
    const core::IssueNumber number = issue_of(work);
    const editor::Sheet sheet = work.office.assembly().sheet(work.actor(), number);
    View view;
    set_issue(work, sheet.issue, view);
    view.set("issue_address", address_of(number));  // lines and items have addresses too
    set_proof(work, number, view);
    const bool is_draft = sheet.issue.state == core::IssueState::Draft;
    const bool is_open = is_draft && !work.office.issuing().proof(number);
    view.set("may_edit", is_open && work.person().is(Role::Editor));
    view.set("state_token", sheet.state);
    view.set("sections", sections_view(work, sheet));
    view.set("empty", sheet.lines.empty());
    view.set("page_count",
             work.say("office.issue.pages", {{"pages", std::to_string(sheet.pages)}}));
    view.set("pictures", pictures_view(work, number, sheet.pages));
    view.set("section_names", names_of(work.office.desk().gazette().sections));
    if (is_open) view.set("pool", pool_view(work));
    if (!is_draft) {
        const View unseen = probe_view(work, number);
        view.set("unseen", unseen);
        const bool proved = work.office.issuing().proof(number).has_value();
        view.set("all_seen", proved && !unseen.is_non_empty_list());
        view.set("unproved", !proved);
    }
    view.set("done", server::shown(done_words(work, not_so(work, sheet.issue))));
    return page(work, "issue", view, {say_issue(work, number), "issues", 200, "issue.js"});
}

}  // namespace gongbao::office
