// SPDX-License-Identifier: Apache-2.0
#include "tests/typeset/press.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <map>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"

namespace gongbao::typeset::tests {

const Resources& resources() {
    static const std::filesystem::path kRoot(GONGBAO_SOURCE_DIR);
    static const Resources kResources{kRoot / "templates" / "profiles", kRoot / "fonts"};
    return kResources;
}

const FontBook& fonts() {
    static const FontBook kFonts(resources().fonts);
    return kFonts;
}

const Profile& profile_named(const std::string& name) {
    static std::map<std::string, Profile> profiles;
    const auto found = profiles.find(name);
    if (found != profiles.end()) return found->second;
    return profiles.emplace(name, read_profile(name, resources().profiles)).first->second;
}

core::Block block(core::Role role, std::string words, std::string label) {
    core::Block made;
    made.role = role;
    made.label = std::move(label);
    if (!words.empty()) made.runs.push_back(core::text_run(std::move(words)));
    return made;
}

core::Document document(std::string title, const std::vector<std::string>& paragraphs) {
    core::Blocks body;
    for (const std::string& words : paragraphs) body.push_back(block(core::Role::Paragraph, words));
    return document_of(std::move(title), std::move(body));
}

core::Document document_of(std::string title, core::Blocks body) {
    core::Document made;
    made.meta.title = title;
    if (!title.empty()) made.preface.push_back(block(core::Role::Title, std::move(title)));
    made.body = std::move(body);
    core::decide_structure(made);
    core::assign_ids(made);
    return made;
}

core::Block table(const std::vector<std::vector<std::string>>& rows, std::size_t heads) {
    core::Block made;
    made.role = core::Role::Table;
    made.table.emplace();
    for (std::size_t r = 0; r < rows.size(); ++r) {
        core::Row row;
        row.header = r < heads;
        for (const std::string& words : rows[r]) {
            core::Cell cell;
            cell.paragraphs.push_back({core::text_run(words)});
            row.cells.push_back(std::move(cell));
        }
        made.table->rows.push_back(std::move(row));
    }
    return made;
}

std::string han(std::size_t count) {
    static const std::vector<std::string> kWords = {"云", "岭", "省", "人", "民", "政", "府",
                                                    "关", "于", "推", "进", "工", "作"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += kWords[i % kWords.size()];
    return text;
}

std::vector<SeenLine> lines_of(const Layout& layout) {
    std::vector<SeenLine> lines;
    for (std::size_t p = 0; p < layout.pages.size(); ++p)
        for (const PlacedLine& line : layout.pages[p].lines) {
            if (!line.continues) {
                const NodeId node = layout.block_of(line.node);
                lines.push_back({p, layout.nodes[node].tag, node, line.x, line.y, 0, 0, {}});
            }
            SeenLine& seen = lines.back();
            seen.width = line.x + line.width - seen.x;
            for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
                const PlacedGlyph& glyph = layout.glyphs[i];
                if (i == line.first && !line.continues)
                    seen.size = layout.glyph_styles[glyph.style].size;
                if (glyph.text >= kTextPool)
                    seen.words += core::to_utf8(layout.texts[glyph.text - kTextPool]);
                else if (glyph.text != 0)
                    core::append_utf8(seen.words, glyph.text);
            }
        }
    return lines;
}

SeenLine line_with(const Layout& layout, std::string_view part) {
    for (const SeenLine& line : lines_of(layout))
        if (line.words.find(part) != std::string::npos) return line;
    ADD_FAILURE() << "no line has " << part;
    return {};
}

std::string words_of(const Layout& layout) {
    std::string words;
    for (const SeenLine& line : lines_of(layout))
        if (line.tag != Tag::Artifact) words += line.words;
    return core::without_spaces(words);
}

std::string words_in_tree(const Layout& layout) {
    std::map<NodeId, std::string> words;
    for (const SeenLine& line : lines_of(layout))
        if (line.tag != Tag::Artifact) words[line.node] += line.words;
    std::string all;
    for (const auto& [node, own] : words) all += own;
    return core::without_spaces(all);
}

LaidOut lay_out(const std::vector<core::Document>& documents, const Profile& profile) {
    Job job;
    for (const core::Document& one : documents) job.items.push_back({&one, {}});
    job.date = {2026, 1, 15};
    return typeset::lay_out(job, profile, fonts());
}

LaidOut lay_out(const core::Document& document, const Profile& profile) {
    Job job;
    job.items.push_back({&document, {}});
    job.date = {2026, 1, 15};
    return typeset::lay_out(job, profile, fonts());
}

double processor_seconds_for(const core::Document& document) {
    const Profile& profile = profile_named("gongbao");
    std::clock_t least = 0;
    for (int i = 0; i < 3; ++i) {
        const std::clock_t begin = std::clock();
        lay_out(document, profile);
        const std::clock_t taken = std::clock() - begin;
        least = i == 0 ? taken : std::min(least, taken);
    }
    return static_cast<double>(least) / CLOCKS_PER_SEC;
}

}  // namespace gongbao::typeset::tests
