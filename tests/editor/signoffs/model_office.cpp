// SPDX-License-Identifier: Apache-2.0
#include "tests/editor/signoffs/model_office.hpp"

namespace gongbao::editor {
namespace {

const std::vector<std::string> kKinds = {"secrecy", "legal", "first_review", "second_review",
                                         "final_review"};
const std::set<std::string> kReviews = {"first_review", "second_review", "final_review"};

std::string closed_to_changes(const ModelItem& item) {
    if (item.withdrawn) return "conflict office.item_withdrawn";
    if (item.placed) return "conflict office.item_placed";
    return "none";
}

}  // namespace

std::string ModelOffice::hands_in(const std::string& who) const {
    const ModelPerson& person = people.at(who);
    if (!person.active) return "forbidden office.disabled";
    if (person.roles.count("contact") + person.roles.count("editor") == 0)
        return "forbidden office.no_right";
    return "none";
}

std::string ModelOffice::receive(const std::string& who) {
    if (hands_in(who) != "none") return hands_in(who);
    items.emplace_back();
    return "none";
}

std::string ModelOffice::correct(const std::string& who, std::size_t at, int seen) {
    ModelItem& item = items.at(at);
    if (hands_in(who) != "none") return hands_in(who);
    if (closed_to_changes(item) != "none") return closed_to_changes(item);
    if (seen != item.version) return "conflict office.item_moved_on";
    ++item.version;
    item.holds.clear();
    return "none";
}

std::string ModelOffice::move(const std::string& who, std::size_t at, bool legal) {
    const ModelPerson& person = people.at(who);
    if (!person.active) return "forbidden office.disabled";
    if (person.roles.count("editor") == 0) return "forbidden office.no_right";
    if (closed_to_changes(items.at(at)) != "none") return closed_to_changes(items.at(at));
    items.at(at).legal = legal;
    return "none";
}

std::string ModelOffice::withdraw(const std::string& who, std::size_t at) {
    if (hands_in(who) != "none") return hands_in(who);
    if (closed_to_changes(items.at(at)) != "none") return closed_to_changes(items.at(at));
    items.at(at).withdrawn = true;
    return "none";
}

bool ModelOffice::awaits(std::size_t at, const std::string& kind, std::string& first) const {
    const ModelItem& item = items.at(at);
    const auto has = [&](const char* name) { return item.holds.count(name) > 0; };
    first.clear();
    if (kind == "second_review" && !has("first_review")) first = "first_review";
    if (kind == "final_review") {
        if (!has("second_review")) first = "second_review";
        if (!has("first_review")) first = "first_review";
        if (item.legal && !has("legal")) first = "legal";
        if (!has("secrecy")) first = "secrecy";
    }
    return !first.empty();
}

std::string ModelOffice::sign(const std::string& who, std::size_t at, int version,
                              const std::string& kind) {
    const ModelPerson& person = people.at(who);
    ModelItem& item = items.at(at);
    if (!person.active) return "forbidden office.disabled";
    if (version != item.version) return "conflict office.item_moved_on";
    if (person.roles.count(kind) == 0) return "forbidden office.no_right";
    if (item.withdrawn) return "forbidden office.item_withdrawn";
    if (item.holds.count(kind) > 0) return "forbidden office.given_already";
    if (kReviews.count(kind) > 0)
        for (const std::string& review : kReviews)
            if (item.holds.count(review) > 0 && item.holds.at(review) == who)
                return "forbidden office.second_of_three";
    std::string first;
    if (awaits(at, kind, first)) return "forbidden office.needs_first." + first;
    item.holds[kind] = who;
    return "none";
}

std::string ModelOffice::send_back(const std::string& who, std::size_t at, int version,
                                   bool reason) {
    const ModelPerson& person = people.at(who);
    ModelItem& item = items.at(at);
    if (!person.active) return "forbidden office.disabled";
    if (version != item.version) return "conflict office.item_moved_on";
    bool may = false;
    for (const std::string& kind : kKinds)
        may = may || (person.roles.count(kind) > 0 && (kind != "legal" || item.legal));
    if (!may) return "forbidden office.no_right";
    if (closed_to_changes(item) != "none") return closed_to_changes(item);
    if (!reason) return "invalid office.reason_needed";
    item.holds.clear();
    return "none";
}

bool ModelOffice::may_be_placed(std::size_t at, int version) const {
    const ModelItem& item = items.at(at);
    return version == item.version && !item.withdrawn && item.holds.count("secrecy") > 0 &&
           item.holds.count("final_review") > 0;
}

std::string ModelOffice::place(std::size_t at, int version) {
    if (items.at(at).placed && version == items.at(at).version)
        return "conflict desk.already_placed";
    if (!may_be_placed(at, version)) return "conflict office.not_signed_off";
    items.at(at).placed = true;
    return "none";
}

std::string ModelOffice::remove(std::size_t at, int version) {
    if (!items.at(at).placed || version != items.at(at).version) return "not-found desk.not_placed";
    items.at(at).placed = false;
    return "none";
}

std::string ModelOffice::standing(std::size_t at) const {
    std::string words;
    for (const std::string& kind : kKinds)
        if (items.at(at).holds.count(kind) > 0) words += (words.empty() ? "" : " ") + kind;
    return words;
}

std::string ModelOffice::missing(std::size_t at) const {
    std::string words;
    std::string first;
    for (const std::string& kind : kKinds) {
        if (items.at(at).holds.count(kind) > 0) continue;
        if (kind == "legal" && !items.at(at).legal) continue;
        words += (words.empty() ? "" : " ") + kind + (awaits(at, kind, first) ? "*" : "");
    }
    return words;
}

std::string ModelOffice::state(std::size_t at) const {
    if (items.at(at).withdrawn) return "withdrawn";
    if (items.at(at).placed) return "placed";
    return missing(at).empty() ? "ready" : "received";
}

std::string ModelOffice::forbidden() const {
    for (const ModelItem& item : items) {
        std::set<std::string> reviewers;
        std::size_t reviews = 0;
        for (const std::string& review : kReviews)
            if (item.holds.count(review) > 0) {
                ++reviews;
                reviewers.insert(item.holds.at(review));
            }
        if (reviewers.size() != reviews) return "one person holds two of three reviews";
        if (item.holds.count("final_review") > 0 && item.holds.count("secrecy") == 0)
            return "the final review came before the secrecy review";
        if (item.placed && (reviews != 3 || item.holds.count("secrecy") == 0))
            return "an unsigned text is placed";
        if (item.placed && item.withdrawn) return "a withdrawn text is placed";
    }
    return {};
}

}  // namespace gongbao::editor
