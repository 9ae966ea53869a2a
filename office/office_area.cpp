// SPDX-License-Identifier: Apache-2.0
#include "office/office_area.hpp"

#include "office/pages.hpp"
#include "office/refusal_page.hpp"

namespace gongbao::office {
namespace {

using server::Method;
using server::Response;
using server::Route;
using server::Visit;

constexpr std::int64_t kMostForm = 256 * 1024;  ///< bytes of a form without files
constexpr std::int64_t kMostUpload = std::int64_t{64} << 20;
constexpr std::int64_t kMostFile = std::int64_t{50} << 20;  ///< as IntakeLimits::file
constexpr std::size_t kMostFiles = 50;

/// Makes the lines of the table.
struct Table {
    std::shared_ptr<const Reception> reception;

    Route answered(std::string pattern, std::vector<Method> methods,
                   std::function<Response(const Visit&)> answer) const {
        Route route{std::move(pattern), std::move(methods)};
        route.answer = [make = std::move(answer)](const Visit& visit) {
            return std::optional(make(visit));
        };
        route.by_reader = true;
        route.keep = server::Keep::Never;
        return route;
    }

    Route look(std::string pattern, Who part, MakePage make) const {
        return answered(std::move(pattern), {Method::Get, Method::Head},
                        [this_one = reception, part, make](const Visit& visit) {
                            return this_one->look(visit, part, make);
                        });
    }

    Route look_openly(std::string pattern, MakePage make) const {
        return answered(std::move(pattern), {Method::Get, Method::Head},
                        [this_one = reception, make](const Visit& visit) {
                            return this_one->look_openly(visit, make);
                        });
    }

    Route act(std::string pattern, DoAct does, server::FormLimits limits = {}) const {
        Route route = answered(std::move(pattern), {Method::Post},
                               [this_one = reception, limits, does](const Visit& visit) {
                                   return this_one->act(visit, limits, does);
                               });
        return takes_form(std::move(route), limits.files > 0 ? kMostUpload : kMostForm);
    }

    /// A form that may bring so many files.
    Route upload(std::string pattern, DoAct does, std::size_t files) const {
        server::FormLimits limits;
        limits.files = files;
        limits.file = kMostFile;
        return act(std::move(pattern), does, limits);
    }

    Route act_openly(std::string pattern, DoAct does) const {
        return takes_form(answered(std::move(pattern), {Method::Post},
                                   [this_one = reception, does](const Visit& visit) {
                                       return this_one->act_openly(visit, does);
                                   }),
                          kMostForm);
    }

    static Route takes_form(Route route, std::int64_t most) {
        route.brings = Route::Brings::Form;
        route.most_content = most;
        return route;
    }

    static Route file(std::string pattern, const OfficeSite& site) {
        Route route{std::move(pattern)};
        route.answer = [this_site = &site](const Visit& visit) {
            return static_file(*this_site, visit);
        };
        route.parameters = {"v"};
        return route;
    }

    static Route health(Offices& offices) {
        Route route{"/healthz"};
        route.answer = [these = &offices](const Visit&) {
            these->borrow();
            Response response;
            server::add_field(response.fields, "Content-Type", "text/plain; charset=utf-8");
            response.body = std::make_shared<const std::string>("ok\n");
            return std::optional(std::move(response));
        };
        return route;
    }
};

/// All addresses, the more particular first.
std::vector<Route> routes(const Table& table, const OfficeSite& site, Offices& offices) {
    return {
        table.look_openly("/sign-in", sign_in_page),
        table.act_openly("/sign-in", sign_in),
        table.act("/sign-out", sign_out),
        table.look_openly("/link/*", link_page),
        table.act_openly("/link/*", set_password),

        table.look("/", Who::SignedIn, queue_page),
        table.look("/inbox", Who::Items, inbox_page),
        table.upload("/inbox", hand_in, kMostFiles),
        table.look("/items/*", Who::Items, item_page),
        table.act("/items/*/sign", sign_item),
        table.act("/items/*/send-back", send_item_back),
        table.act("/items/*/section", set_item_section),
        table.act("/items/*/withdraw", withdraw_item),
        table.upload("/items/*/correct", correct_item, 1),
        table.look("/manuscripts/*", Who::Items, manuscript_file),
        table.look("/pictures/*", Who::Items, picture_file),

        table.act("/items/*/remark", add_remark),
        table.act("/items/*/reply", reply_to_remark),
        table.act("/items/*/settle", settle_remark),

        table.look("/issues", Who::Staff, issues_page),
        table.act("/issues", add_issue),
        table.look("/issues/*", Who::Staff, issue_page),
        table.look("/issues/*/checks", Who::Staff, checks_page),
        table.look("/issues/*/proof.pdf", Who::Staff, proof_file),
        table.look("/issue-pages/*", Who::Staff, issue_picture),
        table.act("/issues/*/accept", accept_check),
        table.act("/issues/*/place", place_item),
        table.act("/issues/*/place-index", place_index),
        table.act("/issues/*/take-out", take_out),
        table.act("/issues/*/move", move_item),
        table.act("/issues/*/move-section", move_section),
        table.act("/issues/*/lock", lock_issue),
        table.act("/issues/*/unlock", unlock_issue),
        table.act("/issues/*/sign-proof", sign_proof),
        table.act("/issues/*/issue", issue_issue),

        table.look("/reports", Who::Staff, reports_page),
        table.look("/reports.csv", Who::Staff, reports_csv),

        table.look("/people", Who::People, people_page),
        table.act("/people", add_person),
        table.look("/people/*", Who::People, person_page),
        table.act("/people/*/roles", set_roles),
        table.act("/people/*/disable", disable_person),
        table.act("/people/*/enable", enable_person),
        table.act("/people/*/unlock", unlock_person),
        table.act("/people/*/link", make_link),

        table.look("/account", Who::SignedIn, account_page),
        table.act("/account/reading", change_reading),
        table.look("/account/second-factor", Who::SignedIn, second_factor_page),
        table.act("/account/second-factor", set_second_factor),

        table.look("/audit", Who::Audit, audit_page),
        table.look("/audit.csv", Who::Audit, audit_csv),

        Table::file("/static/*", site),
        Table::file("/favicon.ico", site),
        Table::health(offices),
    };
}

}  // namespace

server::Area office_area(const House& house) {
    const auto reception = std::make_shared<const Reception>(house);
    server::Area area;
    area.policy.keep = server::Keep::Never;
    area.policy.loads.scripts = true;
    area.policy.loads.requests = true;  // uploads that show how far they are
    area.policy.origin_required = true;
    area.policy.most_content = kMostUpload;
    area.routes = routes({reception}, house.site, house.offices);
    area.languages = house.site.tags();
    area.turn_away = [reception](const server::Request& request) {
        return reception->turn_away(request);
    };
    area.explain = [site = &house.site](const server::Failure& failure) {
        return failure_page(*site, failure);
    };
    return area;
}

}  // namespace gongbao::office
