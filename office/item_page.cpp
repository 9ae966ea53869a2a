// SPDX-License-Identifier: Apache-2.0
// An item: its text as readers will see it with findings beside it, what is known of it, what was
// signed off and what is still missing, and what this person may do.
#include <algorithm>

#include "core/report/error.hpp"
#include "office/access.hpp"
#include "office/item_metadata.hpp"
#include "office/item_remarks.hpp"
#include "office/item_signoffs.hpp"
#include "office/item_text.hpp"
#include "office/item_view.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

using editor::Item;
using editor::ItemState;
using editor::ItemVersion;
using server::View;

/// The version that the address names; the current one when it names none.
const ItemVersion& shown_version(const Work& work, const Item& item) {
    const std::int64_t wanted =
        number_in(work.visit.request.parameter("version"), item.current().number);
    for (const ItemVersion& version : item.versions)
        if (version.number == wanted) return version;
    throw core::Error(core::ErrorKind::NotFound, {"office.version_unknown", {}});
}

View versions_view(const Work& work, const Item& item, const ItemVersion& shown) {
    View list(View::type::list);
    for (auto version = item.versions.rbegin(); version != item.versions.rend(); ++version) {
        const std::string number = std::to_string(version->number);
        View view;
        view.set("words", work.say("office.item.version", {{"number", number}}));
        view.set("address", address_of(item.id) + "?version=" + number);
        view.set("manuscript", "/manuscripts/" + std::to_string(item.id) + "." + number);
        view.set("by", version->by);
        view.set("note", server::shown(version->note));
        view.set("shown", version->number == shown.number);
        set_moment(view, "at", version->at);
        list.push_back(view);
    }
    return list;
}

void set_text(const Work& work, const Item& item, const ItemVersion& version, View& view) {
    const core::Document document = work.office.desk().manuscripts().document(version.document);
    const core::Diagnostics findings = work.office.desk().manuscripts().findings(version.document);
    const ItemText text = item_text(
        work, document, findings,
        "/pictures/" + std::to_string(item.id) + "." + std::to_string(version.number) + "-");
    view.set("title_html", text.title_html);
    view.set("text_html", text.text_html);
    view.set("findings", text.findings);
    view.set("has_findings", text.findings.is_non_empty_list());
    view.set("finding_count",
             work.say("office.item.findings", {{"count", std::to_string(findings.size())}}));
    view.set("metadata", metadata_view(work, document.meta));
    view.set("manuscript",
             "/manuscripts/" + std::to_string(item.id) + "." + std::to_string(version.number));
}

View sections(const Work& work, const Item& item) {
    View list(View::type::list);
    bool known = item.section.empty();
    for (const std::string& section : work.office.desk().gazette().sections) {
        known = known || section == item.section;
        list.push_back(choice(section, section, section == item.section));
    }
    if (!known) list.push_back(choice(item.section, item.section, true));
    return list;
}

/// What this person may try; the rooms decide when it is done.
void set_actions(const Work& work, const Item& item, bool current, View& view) {
    const bool open = item.state == ItemState::Received || item.state == ItemState::Ready;
    view.set("may_correct", current && open && hands_in(work.person()));
    view.set("may_withdraw", current && open && hands_in(work.person()));
    view.set("may_set_section", current && open && work.person().is(editor::Role::Editor));
    view.set("sections", sections(work, item));
}

// Words of the address that are not so.
std::set<std::string_view> not_so(const Work& work, const Item& item) {
    const editor::SignoffState state = work.office.signoffs().state(item);
    const auto mine = [&](const auto& one) { return one.person == work.person().id; };
    std::set<std::string_view> words;
    if (std::none_of(state.given.begin(), state.given.end(), mine)) words.insert("signed");
    if (std::none_of(state.sent_back.begin(), state.sent_back.end(), mine))
        words.insert("sent_back");
    if (item.state != ItemState::Withdrawn) words.insert("withdrawn");
    if (item.versions.size() < 2) words.insert("corrected");
    return words;
}

}  // namespace

Response item_page(const Work& work) {
    const Item item = work.office.items().item(work.actor(), number_in(work.visit.argument, 0));
    const ItemVersion& version = shown_version(work, item);
    const bool current = version.number == item.current().number;
    View view = item_view(work, item);
    view.set("shown_version", std::to_string(version.number));
    view.set("is_old", !current);
    view.set("is_current", current);
    view.set("of_office", work.person().is_of_office());
    view.set("withdrawn", item.state == ItemState::Withdrawn);
    view.set("versions", versions_view(work, item, version));
    set_text(work, item, version, view);
    set_signoffs(work, item, view);
    set_actions(work, item, current, view);
    set_remarks(work, item, view);
    view.set("done", server::shown(done_words(work, not_so(work, item))));
    return page(
        work, "item", view,
        {item.title.empty() ? work.say("office.item.untitled") : item.title, "inbox", 200, {}});
}

}  // namespace gongbao::office
