// SPDX-License-Identifier: Apache-2.0
#include "cli/corrections_shown.hpp"

#include <ostream>

namespace gongbao::cli {

void show_corrections(std::ostream& out, const archive::RecordSummary& record,
                      const Context& context) {
    const auto show = [&](const char* words, const std::vector<archive::RelatedRecord>& related) {
        for (const archive::RelatedRecord& one : related)
            out << context.say(words, {{"issue", core::printed_number(one.issue)},
                                       {"title", one.title},
                                       {"id", one.id}})
                << '\n';
    };
    show("cli.corrected_by", record.corrected_by);
    show("cli.corrects", record.corrects);
}

}  // namespace gongbao::cli
