// SPDX-License-Identifier: Apache-2.0
// gongbao office: the office's own site on one address until it is told to stop; gongbao office
// begin: its first administrator.
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/demo.hpp"
#include "cli/stop_signals.hpp"
#include "editor/office/office.hpp"
#include "office/office_server.hpp"

namespace gongbao::cli {
namespace {

struct OfficeOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8081;
    std::string url;
    bool log = false;
    bool demo = false;
    bool begins = false;  ///< "begin" was named
    std::string login;
    std::string name;
};

office::ServerSettings settings_of(const OfficeOptions& options, const Context& context) {
    office::ServerSettings settings;
    settings.data = context.data;
    settings.resources = context.resources();
    settings.site.templates = context.templates();
    settings.site.base_url = options.url;
    settings.site.language = context.language;
    settings.listen.address = options.address;
    settings.listen.port = options.port;
    settings.now = [&context] { return context.now(); };
    if (options.log) settings.log = [](std::string_view line) { std::cerr << line << '\n'; };
    return settings;
}

struct DemoPerson {
    const char* login;
    const char* name;
    const char* department;
    editor::Role role;
};

// One of every kind, so that each can be tried; invented, as the demo is.
constexpr DemoPerson kDemoPeople[] = {
    {"lianluo", "白雪梅", "云岭省教育厅", editor::Role::Contact},
    {"bianji", "高远", "", editor::Role::Editor},
    {"baomi", "石坚", "", editor::Role::SecrecyReviewer},
    {"fazhi", "方正", "", editor::Role::LegalChecker},
    {"chushen", "江澄", "", editor::Role::FirstReviewer},
    {"fushen", "林静", "", editor::Role::SecondReviewer},
    {"zhongshen", "程望山", "", editor::Role::FinalReviewer},
    {"jiaodui", "文细", "", editor::Role::Proofreader},
    {"qianfa", "岳平", "", editor::Role::Publisher},
    {"shenji", "明鉴", "", editor::Role::AuditAdmin},
};

// Nobody has a password before setting one through a link, which is printed this once.
void begin_demo_office(const std::string& base, const Context& context) {
    editor::Office office = editor::Office::open(context.data, context.resources());
    if (office.people().any()) return;
    const core::Instant now = context.now();
    const auto show = [&](const char* name, const std::string& token) {
        std::cout << "  " << name << "  " << base << "/link/" << token << '\n';
    };
    std::cout << context.say("cli.office_demo_people") << '\n';
    const std::string first =
        office.people().begin({"guanli", "管理员", "", {editor::Role::SystemAdmin}}, now);
    show("管理员", first);
    const editor::Actor admin{office.people().find("guanli")->id, now};
    for (const DemoPerson& one : kDemoPeople) {
        const auto id =
            office.people().add(admin, {one.login, one.name, one.department, {one.role}});
        const std::string name =
            context.say(std::string("office.role.") + editor::name_of(one.role)) + " " + one.name;
        show(name.c_str(), office.people().new_link(admin, id));
    }
}

ExitCode run_office(const OfficeOptions& options, const Context& context) {
    if (options.demo) fill_demo(context.templates() / "demo", context);
    const StopSignals signals;
    office::OfficeServer server(settings_of(options, context));
    if (options.demo) begin_demo_office(server.base_url(), context);
    server.start();
    std::cout << context.say("cli.office_serving", {{"url", server.base_url() + "/"}}) << '\n';
    if (!editor::Office::open(context.data, context.resources()).people().any())
        std::cout << context.say("cli.office_not_begun", {{"data", context.data.path.string()}})
                  << '\n';
    std::cout << context.say("cli.serving_stop") << std::endl;
    signals.wait();
    server.stop();
    return kDone;
}

ExitCode begin_office(const OfficeOptions& options, const Context& context) {
    editor::Office office = editor::Office::open(context.data, context.resources());
    editor::NewPerson administrator;
    administrator.login = options.login;
    administrator.name = options.name;
    administrator.roles = {editor::Role::SystemAdmin};
    const std::string token = office.people().begin(administrator, context.now());
    std::string base = options.url.empty() ? "http://127.0.0.1:8081" : options.url;
    while (!base.empty() && base.back() == '/') base.pop_back();
    std::cerr << context.say("cli.office_begun", {{"name", options.name}}) << '\n';
    std::cout << base << "/link/" << token << std::endl;
    return kDone;
}

void add_begin(const Commands& commands, const Command& office,
               const std::shared_ptr<OfficeOptions>& options) {
    const Command begin = commands.add(office, "begin", "office_begin");
    begin.option("--login", options->login, commands.help("office_login")).required();
    begin.option("--name", options->name, commands.help("office_name")).required().text();
    begin.option("--url", options->url, commands.help("office_url"));
    begin.when_chosen([options] { options->begins = true; });
}

}  // namespace

void add_office_command(Commands& commands) {
    const Command office = commands.add("office");
    auto options = std::make_shared<OfficeOptions>();
    office.option("--port", options->port, commands.help("office_port")).shows_default();
    office.option("--address", options->address, commands.help("serve_address")).shows_default();
    office.option("--url", options->url, commands.help("office_url"));
    office.flag("--demo", options->demo, commands.help("office_demo"));
    office.flag("--log", options->log, commands.help("serve_log"));
    add_begin(commands, office, options);
    commands.runs(office, [options, &context = commands.context] {
        return options->begins ? begin_office(*options, context) : run_office(*options, context);
    });
}

}  // namespace gongbao::cli
