// SPDX-License-Identifier: Apache-2.0
#include "office/item_signoffs.hpp"

#include <algorithm>

#include "office/words.hpp"

namespace gongbao::office {
namespace {

using editor::Signoff;
using editor::SignoffKind;
using server::View;

/// The one that stands; null when there is none.
const Signoff* standing_one(const std::vector<Signoff>& given, SignoffKind kind) {
    for (const Signoff& one : given)
        if (one.stands && one.kind == kind) return &one;
    return nullptr;
}

View kind_view(const Work& work, SignoffKind kind, const editor::Item& item,
               const editor::SignoffState& state) {
    const auto needed = work.office.signoffs().needs().of(item);
    View view;
    view.set("kind", editor::name_of(kind));
    view.set("words", work.say(std::string("office.signoff.") + editor::name_of(kind)));
    const Signoff* given = standing_one(state.given, kind);
    view.set("given", given != nullptr);
    if (given != nullptr) {
        view.set("by", given->name);
        view.set("note", server::shown(given->note));
        set_moment(view, "at", given->at);
        return view;
    }
    const auto missing = std::find_if(state.missing.begin(), state.missing.end(),
                                      [&](const editor::Missing& one) { return one.kind == kind; });
    view.set("waits", missing != state.missing.end() && missing->waits);
    const auto why_not = editor::why_not(work.person(), kind, item, state.given, needed);
    view.set("may", !why_not);
    const bool concerned = work.person().is(editor::role_for(kind));
    view.set("why_not", server::shown(why_not && concerned ? work.say(*why_not) : ""));
    return view;
}

View sent_back_view(const Work& work, const std::vector<editor::SentBack>& all) {
    View list(View::type::list);
    for (auto one = all.rbegin(); one != all.rend(); ++one) {
        View view;
        view.set("words",
                 work.say("office.item.version", {{"number", std::to_string(one->version)}}));
        // Whom in the office it was is no matter of a department.
        view.set("by", server::shown(work.person().is_of_office() ? one->name : ""));
        view.set("reason", one->reason);
        set_moment(view, "at", one->at);
        list.push_back(view);
    }
    return list;
}

}  // namespace

void set_signoffs(const Work& work, const editor::Item& item, View& view) {
    const editor::SignoffState state = work.office.signoffs().state(item);
    const auto needed = work.office.signoffs().needs().of(item);
    View kinds(View::type::list);
    bool may_send_back = false;
    for (const SignoffKind kind : editor::kSignoffKinds) {
        if (!needed.contains(kind)) continue;
        kinds.push_back(kind_view(work, kind, item, state));
        may_send_back = may_send_back || work.person().is(editor::role_for(kind));
    }
    const bool open =
        item.state == editor::ItemState::Received || item.state == editor::ItemState::Ready;
    view.set("kinds", kinds);
    view.set("ready", state.ready);
    view.set("may_send_back", may_send_back && open);
    view.set("sent_back", sent_back_view(work, state.sent_back));
    view.set("was_sent_back", !state.sent_back.empty());
}

}  // namespace gongbao::office
