// SPDX-License-Identifier: Apache-2.0
// gongbao number: reads one 发文字号 a line from standard input, writes its normal form.
#include <iostream>
#include <memory>

#include "core/doc_number.hpp"
#include "core/text.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/document_json.hpp"

namespace gongbao::server {
namespace {

Json number_json(const std::string& raw, const core::DocNumber& number) {
    Json json{{"raw", raw}, {"normal", core::normal_form(number)}, {"prefix", number.prefix}};
    json["year"] = number.year == 0 ? Json(nullptr) : Json(number.year);
    json["seq"] = number.seq;
    return json;
}

ExitCode run_number(bool json, const Context& context) {
    ExitCode code = kDone;
    for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const bool readable = core::is_valid_utf8(line);
        const auto number = readable ? core::parse_doc_number(line) : std::nullopt;
        const std::string why = number     ? std::string()
                                : readable ? core::why_not_doc_number(line)
                                           : std::string("cli.not_utf8");
        if (!number) code = kFindings;
        if (json) {
            const Json row = number ? number_json(line, *number)
                                    : Json{{"raw", readable ? line : ""}, {"error", context.say(why)}};
            std::cout << row.dump() << '\n';
        } else if (number) {
            std::cout << core::normal_form(*number) << '\n';
        } else {
            std::cout << context.say("cli.number_refused", {{"raw", readable ? line : "?"}, {"why", context.say(why)}})
                      << '\n';
        }
    }
    return code;
}

}  // namespace

void add_number_command(Commands& commands) {
    auto* command = commands.add("number");
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, commands.help("json"));
    command->callback([json, &commands] {
        commands.run = [json, &context = commands.context] { return run_number(*json, context); };
    });
}

}  // namespace gongbao::server
