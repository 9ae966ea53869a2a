// SPDX-License-Identifier: Apache-2.0
// What has to be signed off of an item before it may be printed, and what is missing. A sign-off is
// (item, digest of a version, kind, person, moment); whether an item is ready is not a state but
// follows from them. Pure functions: buttons, queues and preflight all ask here.
//
// 三审 and 保密审查: 政府信息公开条例 art. 17, 保守国家秘密法实施条例 art. 42 (先审查、后公开),
// 国办发〔2018〕22号. Who holds one of 初审, 复审, 终审 of a version holds no other of them; the
// secrecy review comes before 终审.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/gazette/gazette.hpp"
#include "core/report/message.hpp"
#include "core/text/date.hpp"
#include "editor/items/item.hpp"

namespace gongbao::editor {

enum class SignoffKind {
    Secrecy,       ///< 保密审查: may be made public
    Legal,         ///< 法制核对
    FirstReview,   ///< 初审
    SecondReview,  ///< 复审
    FinalReview,   ///< 终审
};
inline constexpr SignoffKind kSignoffKinds[] = {SignoffKind::Secrecy, SignoffKind::Legal,
                                                SignoffKind::FirstReview, SignoffKind::SecondReview,
                                                SignoffKind::FinalReview};
/// "secrecy", "legal", "first_review" …; words: "office.signoff.<name>".
const char* name_of(SignoffKind kind);
std::optional<SignoffKind> signoff_kind_named(std::string_view name);
/// Who may give it.
Role role_for(SignoffKind kind);

struct Signoff {
    SignoffKind kind = SignoffKind::Secrecy;
    int version = 0;  ///< of the item
    std::string digest;
    PersonId person = 0;
    std::string name;  ///< of the person, as it was then
    core::Instant at;
    std::string note;
    /// Sent back after it was given, or of an earlier version: it no longer stands.
    bool stands = true;
};

struct SentBack {
    int version = 0;
    PersonId person = 0;
    std::string name;
    core::Instant at;
    std::string reason;
};

/// Which kinds the texts of a section need. From gazette.toml, [signoffs]; docs/formats.md.
struct Needs {
    std::set<SignoffKind> usually = {SignoffKind::Secrecy, SignoffKind::FirstReview,
                                     SignoffKind::SecondReview, SignoffKind::FinalReview};
    std::map<std::string, std::set<SignoffKind>> by_section;
    const std::set<SignoffKind>& of(const std::string& section) const;
    /// Those of the section it is meant for and of that in which it is placed.
    std::set<SignoffKind> of(const Item& item) const;
};
/// Those of gazette.toml.
Needs needs_of(const core::SignoffLists& lists);

struct Missing {
    SignoffKind kind = SignoffKind::Secrecy;
    bool waits = false;  ///< another one has to be given first
};

/// The kinds of which one stands, of the newest version and its digest; `given` are all sign-offs
/// of the item.
std::set<SignoffKind> standing(const Item& item, const std::vector<Signoff>& given);
/// What is missing of an item, in the order in which it can be given; `given` are all its
/// sign-offs. A text with errors can be signed by nobody.
std::vector<Missing> missing(const Item& item, const std::vector<Signoff>& given,
                             const std::set<SignoffKind>& needed);
/// Why `person` may not give `kind` now; nothing: may. A kind that is not needed may be given all
/// the same. Messages, in this order: office.disabled, office.no_right, office.item_withdrawn,
/// office.item_issued, office.has_errors, office.given_already, office.second_of_three,
/// office.needs_first.<name of the kind that comes first>.
std::optional<core::Message> why_not(const Person& person, SignoffKind kind, const Item& item,
                                     const std::vector<Signoff>& given,
                                     const std::set<SignoffKind>& needed);

}  // namespace gongbao::editor
