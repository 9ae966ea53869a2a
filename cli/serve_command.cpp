// SPDX-License-Identifier: Apache-2.0
// gongbao serve: the public site on one address until it is told to stop.
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/demo.hpp"
#include "cli/stop_signals.hpp"
#include "core/gazette/addresses.hpp"
#include "server/app.hpp"

namespace gongbao::cli {
namespace {

struct ServeOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string base_url;
    int connections = server::ListenSettings{}.max_connections;
    int per_address = server::ListenSettings{}.max_per_address;
    bool demo = false;
    bool log = false;
};

// As gazette.toml names it; without one, as the newest edition does.
std::string name_of_gazette(const Context& context) {
    const core::Gazette gazette = core::read_gazette(context.data.gazette());
    if (gazette.named) return gazette.name;
    const auto latest = context.open_archive()->latest_edition();
    return latest ? latest->gazette : gazette.name;
}

server::ServerSettings settings_of(const ServeOptions& options, const Context& context) {
    server::ServerSettings settings;
    settings.archive = context.data.archive();
    settings.site.templates = context.templates();
    settings.site.base_url = options.base_url;
    settings.site.gazette = name_of_gazette(context);
    settings.site.language = context.language;
    settings.listen.address = options.address;
    settings.listen.port = options.port;
    settings.listen.max_connections = options.connections;
    settings.listen.max_per_address = options.per_address;
    settings.now = [&context] { return context.now(); };
    if (options.log) settings.log = [](std::string_view line) { std::cerr << line << '\n'; };
    return settings;
}

void show_addresses(const std::string& base, const Context& context) {
    std::cout << context.say("cli.serving", {{"url", base + "/"}}) << '\n'
              << "  "
              << context.say("cli.serving_search", {{"url", base + std::string(core::kSearchPath)}})
              << '\n'
              << "  "
              << context.say("cli.serving_feed",
                             {{"url", base + std::string(core::kDocumentsFeed)}})
              << '\n'
              << context.say("cli.serving_stop") << std::endl;
}

ExitCode run_serve(const ServeOptions& options, const Context& context) {
    if (options.demo)
        fill_demo(context.templates() / "demo", context);
    else if (!std::filesystem::exists(context.data.archive()))
        context.open_desk();  // a new site begins with an empty archive

    const StopSignals signals;
    server::Server server(settings_of(options, context));
    server.start();
    show_addresses(server.base_url(), context);
    signals.wait();
    server.stop();
    return kDone;
}

}  // namespace

void add_serve_command(Commands& commands) {
    const Command command = commands.add("serve");
    auto options = std::make_shared<ServeOptions>();
    command.option("--port", options->port, commands.help("serve_port")).shows_default();
    command.option("--address", options->address, commands.help("serve_address")).shows_default();
    command.option("--base-url", options->base_url, commands.help("serve_base_url"));
    command.option("--connections", options->connections, commands.help("serve_connections"))
        .shows_default()
        .between(1, 1'000'000);
    command.option("--per-address", options->per_address, commands.help("serve_per_address"))
        .shows_default()
        .between(0, 1'000'000);
    command.flag("--demo", options->demo, commands.help("serve_demo"));
    command.flag("--log", options->log, commands.help("serve_log"));
    commands.runs(command,
                  [options, &context = commands.context] { return run_serve(*options, context); });
}

}  // namespace gongbao::cli
