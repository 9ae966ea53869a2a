// SPDX-License-Identifier: Apache-2.0
// What is missing and who may give it: the pure functions.
#include "editor/signoffs/signoff.hpp"

#include <gtest/gtest.h>

namespace gongbao::editor {
namespace {

using Kind = SignoffKind;

const std::set<Kind> kUsual = Needs().usually;
const std::set<Kind> kAll(std::begin(kSignoffKinds), std::end(kSignoffKinds));

// With two versions.
Item an_item() {
    Item item;
    item.versions = {{1, 1, "digest 1", {}, "", ""}, {2, 2, "digest 2", {}, "", ""}};
    return item;
}

Signoff by(PersonId person, Kind kind) {
    Signoff signoff;
    signoff.kind = kind;
    signoff.version = 2;
    signoff.digest = "digest 2";
    signoff.person = person;
    return signoff;
}

Person somebody(PersonId id, std::set<Role> roles) {
    Person person;
    person.id = id;
    person.roles = std::move(roles);
    return person;
}

// With all roles that sign.
Person signer(PersonId id) {
    std::set<Role> roles;
    for (const Kind kind : kSignoffKinds) roles.insert(role_for(kind));
    return somebody(id, roles);
}

std::string missing_of(const std::vector<Signoff>& given, const std::set<Kind>& needed = kUsual) {
    std::string words;
    for (const Missing& one : missing(an_item(), given, needed))
        words += std::string(words.empty() ? "" : " ") + name_of(one.kind) + (one.waits ? "*" : "");
    return words;
}

std::string refusal(const Person& person, Kind kind, const std::vector<Signoff>& given,
                    const Item& item = an_item(), const std::set<Kind>& needed = kUsual) {
    const auto why = why_not(person, kind, item, given, needed);
    return why ? why->id : "may";
}

TEST(Signoff, KindsHaveNamesAndRoles) {
    std::set<Role> roles;
    for (const Kind kind : kSignoffKinds) {
        EXPECT_EQ(signoff_kind_named(name_of(kind)), kind);
        roles.insert(role_for(kind));
    }
    EXPECT_EQ(roles.size(), 5u);
    EXPECT_EQ(role_for(Kind::Secrecy), Role::SecrecyReviewer);
    EXPECT_EQ(role_for(Kind::FinalReview), Role::FinalReviewer);
    EXPECT_FALSE(signoff_kind_named("fourth_review"));
    EXPECT_FALSE(signoff_kind_named(""));
}

TEST(MissingSignoffs, StandInTheOrderInWhichTheyCanBeGiven) {
    EXPECT_EQ(missing_of({}), "secrecy first_review second_review* final_review*");
    EXPECT_EQ(missing_of({}, kAll), "secrecy legal first_review second_review* final_review*");
    std::vector<Signoff> given = {by(1, Kind::FirstReview)};
    EXPECT_EQ(missing_of(given), "secrecy second_review final_review*");
    given.push_back(by(2, Kind::SecondReview));
    EXPECT_EQ(missing_of(given), "secrecy final_review*");
    EXPECT_EQ(missing_of(given, kAll), "secrecy legal final_review*");
    given.push_back(by(3, Kind::Secrecy));
    EXPECT_EQ(missing_of(given), "final_review");
    EXPECT_EQ(missing_of(given, kAll), "legal final_review*");
    given.push_back(by(4, Kind::FinalReview));
    EXPECT_EQ(missing_of(given), "");
    EXPECT_EQ(missing_of(given, kAll), "legal");
    given.push_back(by(5, Kind::Legal));
    EXPECT_EQ(missing_of(given, kAll), "");
}

TEST(MissingSignoffs, AreThoseThatDoNotStand) {
    Signoff back = by(1, Kind::Secrecy);
    back.stands = false;
    Signoff old = by(1, Kind::FirstReview);
    old.version = 1;
    old.digest = "digest 1";
    Signoff foreign = by(1, Kind::SecondReview);
    foreign.digest = "digest 1";
    EXPECT_TRUE(standing(an_item(), {back, old, foreign}).empty());
    EXPECT_EQ(missing_of({back, old, foreign}),
              "secrecy first_review second_review* final_review*");
}

TEST(WhyNot, AsksForTheRole) {
    for (const Kind kind : {Kind::Secrecy, Kind::Legal, Kind::FirstReview})
        for (const Role role : kRoles)
            EXPECT_EQ(refusal(somebody(1, {role}), kind, {}),
                      role == role_for(kind) ? "may" : "office.no_right")
                << name_of(kind) << " " << name_of(role);
}

TEST(WhyNot, TakesNothingFromTheDisabled) {
    Person person = signer(1);
    person.active = false;
    EXPECT_EQ(refusal(person, Kind::Secrecy, {}), "office.disabled");
}

TEST(WhyNot, LeavesItemsThatAreDone) {
    Item item = an_item();
    item.state = ItemState::Withdrawn;
    EXPECT_EQ(refusal(signer(1), Kind::Secrecy, {}, item), "office.item_withdrawn");
    item.state = ItemState::Issued;
    EXPECT_EQ(refusal(signer(1), Kind::Secrecy, {}, item), "office.item_issued");
    item.state = ItemState::Placed;
    EXPECT_EQ(refusal(signer(1), Kind::Secrecy, {}, item), "may");
}

TEST(WhyNot, WantsATextWithoutErrors) {
    Item item = an_item();
    item.errors = 1;
    for (const Kind kind : kSignoffKinds)
        EXPECT_EQ(refusal(signer(1), kind, {}, item), "office.has_errors");
}

TEST(WhyNot, TakesEachKindOnce) {
    EXPECT_EQ(refusal(signer(2), Kind::Secrecy, {by(1, Kind::Secrecy)}), "office.given_already");
    EXPECT_EQ(refusal(signer(1), Kind::FirstReview, {by(1, Kind::FirstReview)}),
              "office.given_already");
}

TEST(WhyNot, WantsThreePeopleForThreeReviews) {
    const std::vector<Signoff> two = {by(1, Kind::FirstReview), by(2, Kind::SecondReview),
                                      by(3, Kind::Secrecy)};
    EXPECT_EQ(refusal(signer(1), Kind::SecondReview, {by(1, Kind::FirstReview)}),
              "office.second_of_three");
    EXPECT_EQ(refusal(signer(1), Kind::FinalReview, two), "office.second_of_three");
    EXPECT_EQ(refusal(signer(2), Kind::FinalReview, two), "office.second_of_three");
    EXPECT_EQ(refusal(signer(3), Kind::FinalReview, two), "may");
    EXPECT_EQ(refusal(signer(1), Kind::Legal, two), "may");
    std::vector<Signoff> back = two;
    for (Signoff& signoff : back) signoff.stands = false;
    EXPECT_EQ(refusal(signer(2), Kind::FirstReview, back), "may");
}

TEST(WhyNot, KeepsTheOrder) {
    std::vector<Signoff> given;
    EXPECT_EQ(refusal(signer(9), Kind::SecondReview, given), "office.needs_first.first_review");
    EXPECT_EQ(refusal(signer(9), Kind::FinalReview, given), "office.needs_first.secrecy");
    given.push_back(by(1, Kind::Secrecy));
    EXPECT_EQ(refusal(signer(9), Kind::FinalReview, given), "office.needs_first.first_review");
    EXPECT_EQ(refusal(signer(9), Kind::FinalReview, given, an_item(), kAll),
              "office.needs_first.legal");
    given.push_back(by(2, Kind::FirstReview));
    EXPECT_EQ(refusal(signer(9), Kind::SecondReview, given), "may");
    EXPECT_EQ(refusal(signer(9), Kind::FinalReview, given), "office.needs_first.second_review");
    given.push_back(by(3, Kind::SecondReview));
    EXPECT_EQ(refusal(signer(9), Kind::FinalReview, given), "may");
    EXPECT_EQ(refusal(signer(9), Kind::FinalReview, given, an_item(), kAll),
              "office.needs_first.legal");
}

// Who may give what is missing is told of each kind, and of no other: missing and why_not agree.
TEST(WhyNot, AgreesWithWhatIsMissing) {
    for (unsigned set = 0; set < 32; ++set) {
        std::vector<Signoff> given;
        for (const Kind kind : kSignoffKinds)
            if ((set >> static_cast<unsigned>(kind) & 1) != 0) given.push_back(by(1, kind));
        std::string can;
        for (const Kind kind : kSignoffKinds)
            if (refusal(signer(2), kind, given, an_item(), kAll) == "may")
                can += std::string(" ") + name_of(kind);
        std::string offered;
        for (const Missing& one : missing(an_item(), given, kAll))
            if (!one.waits) offered += std::string(" ") + name_of(one.kind);
        EXPECT_EQ(can, offered) << set;
    }
}

TEST(Needs, AreThoseOfTheSection) {
    core::SignoffLists lists;
    EXPECT_EQ(needs_of(lists).usually, kUsual);
    EXPECT_EQ(needs_of(lists).of("省政府令"), kUsual);
    lists.by_section["省政府令"] = {"final_review", "legal", "secrecy", "second_review",
                                    "first_review"};
    const Needs needs = needs_of(lists);
    EXPECT_EQ(needs.of("省政府令"), kAll);
    EXPECT_EQ(needs.of("省政府文件"), kUsual);
    EXPECT_EQ(needs.of(""), kUsual);
}

}  // namespace
}  // namespace gongbao::editor
