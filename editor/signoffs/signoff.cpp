// SPDX-License-Identifier: Apache-2.0
#include "editor/signoffs/signoff.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/report/check.hpp"

namespace gongbao::editor {
namespace {

// 初审, 复审, 终审.
bool is_review(SignoffKind kind) {
    return kind == SignoffKind::FirstReview || kind == SignoffKind::SecondReview ||
           kind == SignoffKind::FinalReview;
}

bool stands(const Item& item, const Signoff& signoff) {
    return signoff.stands && signoff.version == item.current().number &&
           signoff.digest == item.current().digest;
}

// The kinds that have to be given before `kind`. 先审查、后公开: the secrecy review, and whatever
// else is needed, before 终审, which decides.
std::vector<SignoffKind> those_before(SignoffKind kind, const std::set<SignoffKind>& needed) {
    switch (kind) {
        case SignoffKind::SecondReview: return {SignoffKind::FirstReview};
        case SignoffKind::FinalReview: {
            std::vector<SignoffKind> first = {SignoffKind::Secrecy};
            if (needed.contains(SignoffKind::Legal)) first.push_back(SignoffKind::Legal);
            first.insert(first.end(), {SignoffKind::FirstReview, SignoffKind::SecondReview});
            return first;
        }
        default: return {};
    }
}

std::optional<SignoffKind> awaited(SignoffKind kind, const std::set<SignoffKind>& have,
                                   const std::set<SignoffKind>& needed) {
    for (const SignoffKind first : those_before(kind, needed))
        if (!have.contains(first)) return first;
    return {};
}

}  // namespace

const char* name_of(SignoffKind kind) {
    switch (kind) {
        case SignoffKind::Secrecy: return "secrecy";
        case SignoffKind::Legal: return "legal";
        case SignoffKind::FirstReview: return "first_review";
        case SignoffKind::SecondReview: return "second_review";
        case SignoffKind::FinalReview: return "final_review";
    }
    return "unknown";
}

std::optional<SignoffKind> signoff_kind_named(std::string_view name) {
    for (const SignoffKind kind : kSignoffKinds)
        if (name == name_of(kind)) return kind;
    return {};
}

Role role_for(SignoffKind kind) {
    switch (kind) {
        case SignoffKind::Secrecy: return Role::SecrecyReviewer;
        case SignoffKind::Legal: return Role::LegalChecker;
        case SignoffKind::FirstReview: return Role::FirstReviewer;
        case SignoffKind::SecondReview: return Role::SecondReviewer;
        case SignoffKind::FinalReview: break;
    }
    return Role::FinalReviewer;
}

const std::set<SignoffKind>& Needs::of(const std::string& section) const {
    const auto own = by_section.find(section);
    return own == by_section.end() ? usually : own->second;
}

std::set<SignoffKind> Needs::of(const Item& item) const {
    std::set<SignoffKind> kinds = of(item.section);
    if (!item.placed_in.empty()) kinds.insert(of(item.placed_in).begin(), of(item.placed_in).end());
    return kinds;
}

Needs needs_of(const core::SignoffLists& lists) {
    const auto kinds_of = [](const std::vector<std::string>& names) {
        std::set<SignoffKind> kinds;
        for (const std::string& name : names) {
            const auto kind = signoff_kind_named(name);
            GONGBAO_CHECK(kind);  // read_gazette lets no other name in
            kinds.insert(*kind);
        }
        return kinds;
    };
    Needs needs;
    needs.usually = kinds_of(lists.usually);
    for (const auto& [section, names] : lists.by_section)
        needs.by_section[section] = kinds_of(names);
    return needs;
}

std::set<SignoffKind> standing(const Item& item, const std::vector<Signoff>& given) {
    std::set<SignoffKind> kinds;
    for (const Signoff& signoff : given)
        if (stands(item, signoff)) kinds.insert(signoff.kind);
    return kinds;
}

std::vector<Missing> missing(const Item& item, const std::vector<Signoff>& given,
                             const std::set<SignoffKind>& needed) {
    const std::set<SignoffKind> have = standing(item, given);
    std::vector<Missing> wanted;
    for (const SignoffKind kind : kSignoffKinds)
        if (needed.contains(kind) && !have.contains(kind))
            wanted.push_back({kind, awaited(kind, have, needed).has_value()});
    return wanted;
}

std::optional<core::Message> why_not(const Person& person, SignoffKind kind, const Item& item,
                                     const std::vector<Signoff>& given,
                                     const std::set<SignoffKind>& needed) {
    const auto because = [](std::string id) { return core::Message{std::move(id), {}}; };
    if (!person.active) return because("office.disabled");
    if (!person.is(role_for(kind))) return because("office.no_right");
    if (item.state == ItemState::Withdrawn) return because("office.item_withdrawn");
    if (item.state == ItemState::Issued) return because("office.item_issued");
    if (item.errors > 0) return because("office.has_errors");
    const std::set<SignoffKind> have = standing(item, given);
    if (have.contains(kind)) return because("office.given_already");
    const bool reviewed = std::any_of(given.begin(), given.end(), [&](const Signoff& signoff) {
        return stands(item, signoff) && is_review(signoff.kind) && signoff.person == person.id;
    });
    if (is_review(kind) && reviewed) return because("office.second_of_three");
    if (const auto first = awaited(kind, have, needed))
        return because(std::string("office.needs_first.") + name_of(*first));
    return {};
}

}  // namespace gongbao::editor
