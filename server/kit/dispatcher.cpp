// SPDX-License-Identifier: Apache-2.0
#include "server/kit/dispatcher.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/report/check.hpp"
#include "core/text/text.hpp"
#include "server/http/form.hpp"
#include "server/kit/status.hpp"

namespace gongbao::server {
namespace {

constexpr std::string_view kCaching = "Cache-Control: ";
constexpr std::string_view kForEverybody = "Cache-Control: public";

bool holds(const Area& area, std::string_view path) {
    if (area.prefix == "/") return true;
    if (!core::starts_with(path, area.prefix)) return false;
    const std::string_view rest = path.substr(area.prefix.size());
    return rest.empty() || rest.front() == '/';
}

/// An area's route is never less strict than the area.
Keep keep_of(const Area& area, const Route& route) {
    return std::max(area.policy.keep, route.keep);
}

/// A page that is sent once.
Response sent_once(Page page) {
    Response response;
    response.status = page.status;
    add_field(response.fields, "Content-Type", page.type);
    add_field(response.fields, "Cache-Control", kNever);
    response.body = std::make_shared<const std::string>(std::move(page.body));
    return response;
}

}  // namespace

/// Counts an answer, and writes the line `line` makes where there is a log.
template <typename Line>
void Dispatcher::record(int status, std::chrono::nanoseconds taken, Line line) {
    metrics_.count(status, taken);
    if (settings_.log) settings_.log(logfmt(line()));
}

Dispatcher::Dispatcher(DispatchSettings settings, std::vector<Area> areas)
    : settings_(std::move(settings)),
      secure_(core::starts_with(settings_.base_url, "https://")),
      cache_(settings_.cache_bytes),
      started_(settings_.now()) {
    for (Area& area : areas) {
        GONGBAO_CHECK(!area.languages.empty() && area.explain);
        std::string protective = protective_fields(area.policy, secure_);
        areas_.push_back({std::move(area), std::move(protective)});
    }
    std::stable_sort(areas_.begin(), areas_.end(), [](const Mounted& a, const Mounted& b) {
        return a.area.prefix.size() > b.area.prefix.size();
    });
    GONGBAO_CHECK(!areas_.empty() && areas_.back().area.prefix == "/");
}

Response Dispatcher::answer(const Request& request, const std::string& client) {
    const auto begin = std::chrono::steady_clock::now();
    const std::uint64_t number = ++requests_;
    std::string note;
    // The one place where errors of pages end: a page for the reader, a note for the log.
    Response response = [&] {
        try {
            return respond(request, number, client);
        } catch (const core::Error& error) {
            note = error.what();
            return explain(request, number, status_of(error.kind()));
        } catch (const std::exception& error) {
            note = error.what();
            return explain(request, number, 500);
        }
    }();
    const auto taken = std::chrono::steady_clock::now() - begin;
    record(response.status, taken, [&] {
        return LogLine{settings_.now(),
                       id_of(number),
                       client,
                       std::string(name_of(request.method)),
                       request.target,
                       response.status,
                       response.length(),
                       taken,
                       note};
    });
    return response;
}

Response Dispatcher::refuse(const Refusal& refusal, const std::string& client) {
    const std::uint64_t number = ++requests_;
    const Mounted& mounted = areas_.back();
    Response response = explain(
        mounted,
        {refusal.status, id_of(number), {mounted.area.languages.front(), false, {}, false}});
    response.close = true;
    record(response.status, {}, [&] {
        return LogLine{settings_.now(), id_of(number),     client, "-",           refusal.target,
                       response.status, response.length(), {},     refusal.reason};
    });
    return response;
}

Verdict Dispatcher::judge(const Request& request, const std::string& client) {
    const std::uint64_t number = ++requests_;
    std::string note;
    Verdict verdict = [&]() -> Verdict {
        try {
            return weigh(request, number);
        } catch (const core::Error& error) {
            note = error.what();
            return {0, explain(request, number, status_of(error.kind()))};
        } catch (const std::exception& error) {
            note = error.what();
            return {0, explain(request, number, 500)};
        }
    }();
    if (verdict.instead)
        record(verdict.instead->status, {}, [&] {
            return LogLine{settings_.now(),
                           id_of(number),
                           client,
                           std::string(name_of(request.method)),
                           request.target,
                           verdict.instead->status,
                           verdict.instead->length(),
                           {},
                           note};
        });
    return verdict;
}

Verdict Dispatcher::weigh(const Request& request, std::uint64_t number) const {
    const Place place = find(request, number);
    if (place.instead) return {0, place.instead};
    const Route& route = *place.match.route;
    const std::int64_t bound =
        std::min(route.most_content, place.mounted->area.policy.most_content);
    if (route.brings == Route::Brings::Nothing || request.framing.length > bound)
        return {0, explain(request, number, 413)};
    if (route.brings == Route::Brings::Form && !carries_form(request))
        return {0, explain(request, number, 415)};
    return {bound, {}};
}

void Dispatcher::note_broken_off(const std::string& client, const char* what) const {
    if (settings_.log)
        settings_.log(logfmt({settings_.now(), "-", client, "-", "broken off", 0, 0, {}, what}));
}

std::vector<const Route*> Dispatcher::routes() const {
    std::vector<const Route*> all;
    for (const Mounted& mounted : areas_)
        for (const Route& route : mounted.area.routes) all.push_back(&route);
    return all;
}

const Dispatcher::Mounted& Dispatcher::mounted_at(std::string_view path) const {
    return *std::find_if(areas_.begin(), areas_.end(),
                         [&](const Mounted& mounted) { return holds(mounted.area, path); });
}

Dispatcher::Place Dispatcher::find(const Request& request, std::uint64_t number) const {
    const Mounted& mounted = mounted_at(request.path);
    const auto explained = [&](int status, std::string_view allow = {}) {
        return explain(mounted, {status, id_of(number), preferences(mounted, request)}, allow);
    };
    if (mounted.area.turn_away)
        if (auto instead = mounted.area.turn_away(request)) {
            instead->fields += mounted.protective;
            return {&mounted, {}, std::move(instead)};
        }
    auto match = match_route(mounted.area.routes, request.path, request.method);
    if (!match) return {&mounted, {}, explained(404)};
    if (match->route == nullptr && request.method == Method::Options) {
        Response response;
        response.status = 204;
        add_field(response.fields, "Allow", match->allow);
        add_field(response.fields, "Cache-Control", kNever);
        response.fields += mounted.protective;
        return {&mounted, {}, std::move(response)};
    }
    if (match->route == nullptr) return {&mounted, {}, explained(405, match->allow)};
    if (!is_safe(request.method) &&
        !comes_from_here(request, mounted.area.policy, settings_.base_url))
        return {&mounted, {}, explained(403)};
    return {&mounted, std::move(*match), {}};
}

Response Dispatcher::respond(const Request& request, std::uint64_t number,
                             const std::string& client) {
    Place place = find(request, number);
    if (place.instead) return std::move(*place.instead);
    const Route& route = *place.match.route;
    Preferences reader;
    if (route.by_reader)
        reader = preferences(*place.mounted, request);
    else
        reader.language = place.mounted->area.languages.front();
    const Visit visit{request, std::move(place.match.argument), address_of(route, request),
                      std::move(reader), client};
    auto response = route.page ? make_page(place, visit) : make_answer(place, visit);
    return response ? std::move(*response) : explain(request, number, 404);
}

/// Only what everybody may see is kept and shared.
std::optional<Response> Dispatcher::make_page(const Place& place, const Visit& visit) {
    const Route& route = *place.match.route;
    const Keep keep = keep_of(place.mounted->area, route);
    if (keep != Keep::Public) {
        auto page = route.page(visit);
        if (!page) return {};
        if (keep == Keep::Private)
            return answer_with(prepare(*page, {place.mounted->protective, route.by_reader,
                                               std::string(kOneReader)}),
                               visit.request);
        Response response = sent_once(std::move(*page));
        response.fields += place.mounted->protective;
        return response;
    }
    const std::int64_t state = place.mounted->area.state();
    std::string name = visit.address;
    if (route.by_reader) name += '\n' + variant(visit.preferences);
    auto prepared = cache_.find(state, name);
    metrics_.count_cache(prepared != nullptr);
    if (!prepared) {
        const auto page = route.page(visit);
        if (!page) return {};
        prepared = prepare(*page, {place.mounted->protective, route.by_reader, {}});
        cache_.keep(state, name, prepared);
    }
    return answer_with(prepared, visit.request);
}

std::optional<Response> Dispatcher::make_answer(const Place& place, const Visit& visit) const {
    const Route& route = *place.match.route;
    auto response = route.answer(visit);
    if (!response) return {};
    if (response->fields.find(kCaching) == std::string::npos)
        add_field(response->fields, "Cache-Control", kNever);
    GONGBAO_CHECK(keep_of(place.mounted->area, route) == Keep::Public ||
                  response->fields.find(kForEverybody) == std::string::npos);
    response->fields += place.mounted->protective;
    return response;
}

Preferences Dispatcher::preferences(const Mounted& mounted, const Request& request) const {
    return preferences_of(request, mounted.area.languages, secure_);
}

Response Dispatcher::explain(const Mounted& mounted, const Failure& failure,
                             std::string_view allow) const {
    Response response = sent_once(mounted.area.explain(failure));
    response.status = failure.status;
    add_field(response.fields, "X-Request-Id", failure.request_id);
    if (!allow.empty()) add_field(response.fields, "Allow", allow);
    if (failure.status == 503) add_field(response.fields, "Retry-After", "5");
    response.fields += mounted.protective;
    return response;
}

Response Dispatcher::explain(const Request& request, std::uint64_t number, int status) const {
    const Mounted& mounted = mounted_at(request.path);
    return explain(mounted, {status, id_of(number), preferences(mounted, request)});
}

/// Start of the server and count of requests, in hexadecimal: the same in the log and on the page.
std::string Dispatcher::id_of(std::uint64_t number) const {
    std::array<char, 40> id{};
    std::snprintf(id.data(), id.size(), "%llx-%llx",
                  static_cast<unsigned long long>(started_.seconds),
                  static_cast<unsigned long long>(number));
    return id.data();
}

}  // namespace gongbao::server
