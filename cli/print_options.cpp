// SPDX-License-Identifier: Apache-2.0
#include "cli/print_options.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "core/report/error.hpp"

namespace gongbao::cli {
namespace {

constexpr int kLargestBleed = 25;
constexpr std::size_t kDecimals = 3;

// "3mm", "3.5mm" in micrometres.
std::optional<int> micrometres(std::string_view text) {
    if (!text.ends_with("mm")) return {};
    text.remove_suffix(2);
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string digits(text.substr(0, point));
    std::string decimals(point < text.size() ? text.substr(point + 1) : std::string_view());
    if (digits.empty() || digits.size() > 2 || decimals.size() > kDecimals) return {};
    decimals.resize(kDecimals, '0');
    digits += decimals;
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return {};
    return value;
}

}  // namespace

void add_print_options(const Command& command, PrintOptions& options, const Commands& commands) {
    const Option ready =
        command.flag("--print-ready", options.print_ready, commands.help("print_ready"));
    command.option("--bleed", options.bleed, commands.help("bleed")).needs(ready).shows_default();
    command.flag("--one-colour", options.one_colour, commands.help("one_colour")).needs(ready);
}

std::optional<typeset::PrintVariant> print_variant(const PrintOptions& options) {
    if (!options.print_ready) return {};
    const auto bleed = micrometres(options.bleed);
    if (!bleed || *bleed > kLargestBleed * 1000)
        throw core::Error(core::ErrorKind::Invalid, {"cli.bad_bleed", {{"text", options.bleed}}});
    return typeset::PrintVariant{*bleed, options.one_colour};
}

}  // namespace gongbao::cli
