// SPDX-License-Identifier: Apache-2.0
// gongbao number: reads one 发文字号 a line from standard input, writes its normal form.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/document_json.hpp"
#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"

namespace gongbao::cli {
namespace {

Json number_json(const std::string& raw, const core::DocNumber& number) {
    Json json{{"raw", raw}, {"normal", core::normal_form(number)}, {"prefix", number.prefix}};
    json["year"] = number.year == 0 ? Json(nullptr) : Json(number.year);
    json["seq"] = number.seq;
    return json;
}

// Why a line is no number: the id of a message.
std::string why_not(const std::string& line) {
    return core::is_valid_utf8(line) ? core::why_not_doc_number(line) : "cli.not_utf8";
}

void show_number(const std::string& raw, const core::DocNumber& number, bool json) {
    if (json)
        print_json(number_json(raw, number), true);
    else
        std::cout << core::normal_form(number) << '\n';
}

void show_refused(const std::string& raw, const std::string& why, bool json,
                  const Context& context) {
    if (json)
        print_json({{"raw", raw}, {"error", context.say(why)}}, true);
    else
        std::cout << context.say("cli.number_refused", {{"raw", raw}, {"why", context.say(why)}})
                  << '\n';
}

ExitCode run_number(bool json, const Context& context) {
    ExitCode code = kDone;
    for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const auto number = core::is_valid_utf8(line) ? core::parse_doc_number(line) : std::nullopt;
        if (number) {
            show_number(line, *number, json);
        } else {
            show_refused(line, why_not(line), json, context);
            code = kFindings;
        }
    }
    return code;
}

}  // namespace

void add_number_command(Commands& commands) {
    const Command command = commands.add("number");
    auto json = std::make_shared<bool>(false);
    command.flag("--json", *json, commands.help("json"));
    commands.runs(command,
                  [json, &context = commands.context] { return run_number(*json, context); });
}

}  // namespace gongbao::cli
