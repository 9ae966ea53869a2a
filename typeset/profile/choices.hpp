// SPDX-License-Identifier: Apache-2.0
// What the keys of a profile may say: the words of each choice, and how large a length may be. Used
// by the readers of this folder alone; described in docs/profiles.md.
#pragma once

#include <array>
#include <utility>

#include "typeset/profile/profile.hpp"
#include "typeset/profile/profile_section.hpp"

namespace gongbao::typeset {

inline constexpr std::array<std::pair<const char*, TextAlign>, 4> kAligns = {
    {{"justify", TextAlign::Justify},
     {"left", TextAlign::Left},
     {"center", TextAlign::Center},
     {"right", TextAlign::Right}}};
inline constexpr std::array<std::pair<const char*, Color>, 4> kColors = {
    {{"black", Color::Black}, {"red", Color::Red}, {"grey", Color::Grey}, {"pale", Color::Pale}}};
inline constexpr std::array<std::pair<const char*, bool>, 2> kNumberings = {
    {{"page", true}, {"document", false}}};
inline constexpr std::array<std::pair<const char*, Prohibition>, 4> kProhibitions = {
    {{"basic", Prohibition::Basic},
     {"gb", Prohibition::Gb},
     {"strict", Prohibition::Strict},
     {"none", Prohibition::None}}};
inline constexpr std::array<std::pair<const char*, ItemStart>, 3> kStarts = {
    {{"run-on", ItemStart::RunOn}, {"page", ItemStart::Page}, {"recto", ItemStart::Recto}}};
inline constexpr std::array<std::pair<const char*, SignatureForm>, 2> kSignatures = {
    {{"over-date", SignatureForm::OverDate}, {"stepped", SignatureForm::Stepped}}};
inline constexpr std::array<std::pair<const char*, Opening>, 2> kOpenings = {
    {{"plain", Opening::Plain}, {"red-head", Opening::RedHead}}};

inline constexpr std::array<std::pair<const char*, IssuePart>, 4> kParts = {
    {{"cover", IssuePart::Cover},
     {"contents", IssuePart::Contents},
     {"body", IssuePart::Body},
     {"imprint", IssuePart::Imprint}}};
inline constexpr std::array<std::pair<const char*, bool>, 2> kFromPaper = {
    {{"text", false}, {"paper", true}}};
inline constexpr std::array<std::pair<const char*, RedHead::Title>, 2> kMarkTitles = {
    {{"below", RedHead::Title::Below}, {"mark", RedHead::Title::Mark}}};
inline constexpr std::array<std::pair<const char*, RedHead::Issuers>, 2> kMarkIssuers = {
    {{"all", RedHead::Issuers::All}, {"first", RedHead::Issuers::First}}};
inline constexpr std::array<std::pair<const char*, RedHead::Number>, 2> kNumberPlaces = {
    {{"below-mark", RedHead::Number::BelowMark}, {"below-rule", RedHead::Number::BelowRule}}};
inline constexpr std::array<std::pair<const char*, Colophon::Form>, 3> kColophons = {
    {{"none", Colophon::Form::None},
     {"plain", Colophon::Form::Plain},
     {"ruled", Colophon::Form::Ruled}}};

inline constexpr LengthRange kPaper{mm(20), mm(2000)};
inline constexpr LengthRange kMargin{0, mm(2000)};
inline constexpr LengthRange kSize{pt(1), pt(400)};
inline constexpr LengthRange kPitch{pt(1), pt(800)};
inline constexpr LengthRange kStylePitch{0, pt(800)};
inline constexpr LengthRange kShift{-mm(500), mm(500)};
inline constexpr LengthRange kSpace{0, mm(500)};
inline constexpr LengthRange kRule{0, mm(5)};

}  // namespace gongbao::typeset
