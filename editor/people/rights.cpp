// SPDX-License-Identifier: Apache-2.0
#include "editor/people/rights.hpp"

#include "core/report/error.hpp"

namespace gongbao::editor {

void require_of_office(const Person& person) {
    if (!person.is_of_office())
        throw core::Error(core::ErrorKind::Forbidden, {"office.no_right", {}});
}

std::string audit_name(const core::IssueNumber& number) {
    return "issue " + core::slug(number);
}

}  // namespace gongbao::editor
