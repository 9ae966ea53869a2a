// SPDX-License-Identifier: Apache-2.0
#include "office/item_remarks.hpp"

#include "core/report/error.hpp"
#include "office/item_form.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

using editor::Remark;
using editor::RemarkKind;
using server::View;

View replies_view(const Remark& remark) {
    View list(View::type::list);
    for (const editor::Reply& reply : remark.replies) {
        View view;
        view.set("text", reply.text);
        view.set("by", reply.name);
        set_moment(view, "at", reply.at);
        list.push_back(view);
    }
    return list;
}

View remark_view(const Work& work, const Remark& remark) {
    const bool query = remark.kind == RemarkKind::Query;
    const bool mine = remark.person == work.person().id;
    View view;
    view.set("remark", std::to_string(remark.id));
    view.set("kind_words", query ? work.say("office.remarks.query_number",
                                            {{"number", std::to_string(remark.number)}})
                                 : work.say("office.remark.comment"));
    view.set("text", remark.text);
    view.set("excerpt", server::shown(remark.excerpt));
    view.set("by", remark.name);
    set_moment(view, "at", remark.at);
    view.set("replies", replies_view(remark));
    view.set("open", remark.is_open());
    view.set("may_settle", remark.is_open() && (mine || work.person().is(editor::Role::Editor)) &&
                               (!query || !remark.replies.empty()));
    if (remark.settled) {
        view.set("settled_by", remark.settled->name);
        set_moment(view, "settled", remark.settled->at);
    }
    return view;
}

std::int64_t remark_in(const Form& form) {
    return number_in(form.value("remark"), 0);
}

}  // namespace

void set_remarks(const Work& work, const editor::Item& item, View& view) {
    View list(View::type::list);
    for (const Remark& remark : work.office.remarks().of(work.actor(), item.id))
        list.push_back(remark_view(work, remark));
    view.set("remarks", list);
    view.set("has_remarks", list.is_non_empty_list());
    view.set("may_comment", work.person().is_of_office());
    view.set("newest", std::to_string(item.current().number));
}

Response add_remark(const Work& work, const Form& form) {
    editor::NewRemark remark;
    remark.kind = form.value("kind") == "query" ? RemarkKind::Query : RemarkKind::Comment;
    remark.version = version_in(form);
    remark.excerpt = form.value("excerpt");
    remark.text = form.value("text");
    work.office.remarks().add(work.actor(), item_of(work), remark);
    return back_to_item(work, "remarked", "#remarks");
}

Response reply_to_remark(const Work& work, const Form& form) {
    work.office.remarks().reply(work.actor(), remark_in(form), std::string(form.value("text")));
    return back_to_item(work, "replied", "#remarks");
}

Response settle_remark(const Work& work, const Form& form) {
    work.office.remarks().settle(work.actor(), remark_in(form));
    return back_to_item(work, "settled", "#remarks");
}

}  // namespace gongbao::office
