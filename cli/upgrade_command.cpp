// SPDX-License-Identifier: Apache-2.0
// gongbao upgrade: brings the archive's file to the schema of this program, a copy kept beside it.
#include <iostream>

#include "cli/commands.hpp"
#include "cli/progress.hpp"

namespace gongbao::cli {
namespace {

ExitCode run_upgrade(const Context& context) {
    const archive::Upgrade made = [&] {
        Progress progress(context.say("cli.upgrading"));
        return archive::upgrade_archive(
            context.data.archive(),
            [&](std::int64_t done, std::int64_t total) { progress.show(done, total); });
    }();
    std::cout << (made.from == made.to
                      ? context.say("cli.upgrade_not_needed",
                                    {{"version", std::to_string(made.to)}})
                      : context.say("cli.upgraded", {{"from", std::to_string(made.from)},
                                                     {"to", std::to_string(made.to)},
                                                     {"copy", made.copy.filename().string()}}))
              << '\n';
    return kDone;
}

}  // namespace

void add_upgrade_command(Commands& commands) {
    commands.runs(commands.add("upgrade"),
                  [&context = commands.context] { return run_upgrade(context); });
}

}  // namespace gongbao::cli
