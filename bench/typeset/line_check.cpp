// SPDX-License-Identifier: Apache-2.0
// line_check PROFILES FONTS PROFILE FILE.xml …
//   Sets each file of canonical XML by itself and counts what a proofreader would mark: forbidden marks at
//   line ends, cut words and numbers, overfull lines, 孤字, 孤行. Exit status 1 when there is any.
#include <iostream>

#include "core/akn/read_akn.hpp"
#include "core/error.hpp"
#include "core/files.hpp"
#include "core/text.hpp"
#include "tests/typeset/dump_check.hpp"
#include "typeset/profile.hpp"
#include "typeset/typeset.hpp"

namespace {

using namespace gongbao;

struct Totals {
    typeset::tests::Faults faults;
    int cut = 0;
};

void check(const std::string& file, const std::string& profile_name, const typeset::Resources& resources,
           const typeset::tests::TypeArea& area, Totals& totals) {
    const core::Document document = core::read_akn(core::read_file(file));
    typeset::Job job;
    job.profile = profile_name;
    job.items.push_back({&document, {}});
    job.date = {2026, 1, 1};
    const typeset::Printed printed = typeset::print(job, resources, typeset::Dump::Text);
    const typeset::tests::Faults found = typeset::tests::check_dump(printed.dump, area);
    typeset::tests::Faults& sum = totals.faults;
    sum.pages += found.pages;
    sum.lines += found.lines;
    sum.forbidden_starts += found.forbidden_starts;
    sum.forbidden_ends += found.forbidden_ends;
    sum.split_runs += found.split_runs;
    sum.overfull += found.overfull;
    sum.lone_characters += found.lone_characters;
    sum.lone_lines += found.lone_lines;
    for (const core::Diagnostic& finding : printed.findings)
        totals.cut += finding.message.id == "typeset.run_too_wide" ? 1 : 0;
    for (const std::string& example : found.examples) std::cout << file << ": " << example << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 5) {
        std::cerr << "usage: line_check PROFILES FONTS PROFILE FILE.xml ...\n";
        return 2;
    }
    const typeset::Resources resources{argv[1], argv[2]};
    const typeset::Profile profile = typeset::read_profile(argv[3], resources.profiles);
    const typeset::tests::TypeArea area{profile.inner / 1000.0, profile.outer / 1000.0,
                                        profile.text_width() / 1000.0, profile.mirror};
    Totals totals;
    for (int i = 4; i < argc; ++i) check(argv[i], argv[3], resources, area, totals);
    const auto& faults = totals.faults;
    std::cout << argc - 4 << " documents, " << faults.pages << " pages, " << faults.lines << " lines\n"
              << "forbidden starts " << faults.forbidden_starts << ", forbidden ends " << faults.forbidden_ends
              << ", split runs " << faults.split_runs << ", overfull " << faults.overfull
              << ", runs cut " << totals.cut << ", lone characters " << faults.lone_characters
              << ", lone lines " << faults.lone_lines << '\n';
    return faults.total() + totals.cut == 0 ? 0 : 1;
} catch (const core::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
