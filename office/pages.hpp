// SPDX-License-Identifier: Apache-2.0
// Every page and every form of the office, one function each. Called by office_area.cpp through its
// table, by way of the reception, which answers for what they throw.
//
// A form leads back to a page (303) when it was done; a page shows "done" in its address as a word
// of a closed list ("office.done.<word>").
#pragma once

#include <optional>

#include "office/work.hpp"

namespace gongbao::office {

using server::Form;
using server::Response;

Response sign_in_page(const Work& work);  ///< /sign-in, back
Response sign_in(const Work& work, const Form& form);
Response sign_out(const Work& work, const Form& form);
Response link_page(const Work& work);  ///< /link/TOKEN
Response set_password(const Work& work, const Form& form);

Response queue_page(const Work& work);  ///< /

Response inbox_page(const Work& work);  ///< /inbox: words, department, state, page
/// Takes several texts in, each for itself; as JSON for who asks so.
Response hand_in(const Work& work, const Form& form);

Response item_page(const Work& work);  ///< /items/12: version
Response sign_item(const Work& work, const Form& form);
Response send_item_back(const Work& work, const Form& form);
Response set_item_section(const Work& work, const Form& form);
Response withdraw_item(const Work& work, const Form& form);
Response correct_item(const Work& work, const Form& form);
Response manuscript_file(const Work& work);  ///< /manuscripts/12.2: of version 2, as it came
Response picture_file(const Work& work);     ///< /pictures/12.2-DIGEST

Response add_remark(const Work& work, const Form& form);  ///< a comment or a query
Response reply_to_remark(const Work& work, const Form& form);
Response settle_remark(const Work& work, const Form& form);

Response issues_page(const Work& work);  ///< /issues
Response add_issue(const Work& work, const Form& form);
Response issue_page(const Work& work);   ///< /issues/2026-8
Response checks_page(const Work& work);  ///< /issues/2026-8/checks
Response accept_check(const Work& work, const Form& form);
Response place_item(const Work& work, const Form& form);
Response place_index(const Work& work, const Form& form);
Response take_out(const Work& work, const Form& form);
Response move_item(const Work& work, const Form& form);
Response move_section(const Work& work, const Form& form);
Response lock_issue(const Work& work, const Form& form);
Response unlock_issue(const Work& work, const Form& form);
Response sign_proof(const Work& work, const Form& form);
/// Lets the issue come out, now or at the time that was set.
Response issue_issue(const Work& work, const Form& form);
Response issue_picture(const Work& work);  ///< /issue-pages/2026-8.3.svg
Response proof_file(const Work& work);     ///< /issues/2026-8/proof.pdf

Response reports_page(const Work& work);  ///< /reports: year
Response reports_csv(const Work& work);   ///< /reports.csv: year

Response people_page(const Work& work);  ///< /people
Response add_person(const Work& work, const Form& form);
Response person_page(const Work& work);  ///< /people/3
Response set_roles(const Work& work, const Form& form);
Response disable_person(const Work& work, const Form& form);
Response enable_person(const Work& work, const Form& form);
Response unlock_person(const Work& work, const Form& form);
Response make_link(const Work& work, const Form& form);

Response account_page(const Work& work);  ///< /account
Response change_reading(const Work& work, const Form& form);
Response second_factor_page(const Work& work);  ///< /account/second-factor
Response set_second_factor(const Work& work, const Form& form);

Response audit_page(const Work& work);  ///< /audit: person, act, object, words, from, until, below
Response audit_csv(const Work& work);   ///< /audit.csv: the same

std::optional<Response> static_file(const OfficeSite& site, const server::Visit& visit);

}  // namespace gongbao::office
