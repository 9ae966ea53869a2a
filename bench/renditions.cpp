// SPDX-License-Identifier: Apache-2.0
// renditions FOLDER PROFILES FONTS EVERY FILE.jsonl…
//   Takes in every EVERYth text of the files as an editor would hand it in, and writes what becomes of it:
//   FOLDER/xml, page, feed and pdf, a file a text each, for .ci/same_structure.py. Run in the repository's root.
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include "bench/typeset/corpus_rows.hpp"
#include "core/akn/write_akn.hpp"
#include "core/html/document_html.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "typeset/typeset.hpp"

namespace {

using namespace gongbao;
namespace fs = std::filesystem;

constexpr core::Date kDate{2026, 1, 1};

std::string pdf_of(const core::Document& document, typeset::Press& press) {
    typeset::Job job;
    job.items.push_back({&document, {}});
    job.date = kDate;
    return press.print_each({job}).front().pdf;
}

// As a page has it, and as an entry of a feed has it.
std::string html_of(const core::Document& document, bool page) {
    core::HtmlOptions options;
    options.ids = options.title_apart = page;
    options.link = [page](const core::Citation& citation) {
        if (citation.kind != core::Citation::Kind::Article) return std::string();
        return (page ? "#" : "https://gazette.example/documents/1#") + citation.target;
    };
    const core::DocumentHtml html = core::document_html(document, options);
    if (!page) return html.text;
    const std::string text = "<div class=\"text\">" + html.text + "</div>";
    return html.title.empty() ? text : "<article><h1>" + html.title + "</h1>" + text + "</article>";
}

void write_all(const core::Document& document, const std::string& name, typeset::Press& press,
               const fs::path& folder) {
    core::write_file(folder / "xml" / (name + ".xml"), core::write_akn(document));
    core::write_file(folder / "page" / (name + ".html"), html_of(document, true));
    core::write_file(folder / "feed" / (name + ".html"), html_of(document, false));
    core::write_file(folder / "pdf" / (name + ".pdf"), pdf_of(document, press));
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 6) {
        std::cerr << "usage: renditions FOLDER PROFILES FONTS EVERY FILE.jsonl ...\n";
        return 2;
    }
    const fs::path folder = argv[1];
    for (const char* kind : {"xml", "page", "feed", "pdf"}) fs::create_directories(folder / kind);
    typeset::Press press("gongbao", {argv[2], argv[3]});
    for (int i = 5; i < argc; ++i) {
        int number = 0;
        for (const editor::Manuscript& one : bench::read_manuscripts(argv[i], std::stoul(argv[4])))
            write_all(editor::take_in(one).document,
                      fs::path(argv[i]).stem().string() + "-" + std::to_string(++number), press,
                      folder);
    }
} catch (const core::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
