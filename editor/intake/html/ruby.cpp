// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/ruby.hpp"

#include <string_view>
#include <utility>

#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::html {
namespace {

using Nodes = std::vector<const GumboNode*>;

bool is_blank(const GumboNode& node) {
    return node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_COMMENT ||
           (node.type == GUMBO_NODE_TEXT && words_of(std::string_view(node.v.text.text)).empty());
}

class Pairing {
  public:
    std::vector<RubyPart> run(const GumboNode& ruby) {
        read(ruby);
        flush();
        return std::move(parts_);
    }

  private:
    void read(const GumboNode& parent) {
        for (const GumboNode* node : children_of(parent)) {
            if (is_tag(*node, GUMBO_TAG_RP)) continue;
            if (is_tag(*node, GUMBO_TAG_RTC)) {
                read(*node);
            } else if (is_tag(*node, GUMBO_TAG_RT)) {
                readings_.push_back(node);
                open_ = false;
            } else {
                add_base(*node);
            }
        }
    }

    // An <rb> is a base by itself; what stands outside of one is a base as far as it goes.
    void add_base(const GumboNode& node) {
        const bool own = is_tag(node, GUMBO_TAG_RB);
        if (!own && is_blank(node) && !open_) return;
        if (!readings_.empty()) flush();
        if (own || !open_) bases_.emplace_back();
        bases_.back().push_back(&node);
        open_ = !own;
    }

    void flush() {
        if (readings_.size() == 1 && bases_.size() > 1) {
            Nodes all;
            for (const Nodes& base : bases_) all.insert(all.end(), base.begin(), base.end());
            bases_ = {std::move(all)};
        }
        const bool pairs = bases_.size() == readings_.size();
        for (std::size_t i = 0; i < bases_.size(); ++i)
            parts_.push_back({std::move(bases_[i]), pairs ? readings_[i] : nullptr});
        if (!pairs)
            for (const GumboNode* reading : readings_) parts_.push_back({{}, reading});
        bases_.clear();
        readings_.clear();
        open_ = false;
    }

    std::vector<RubyPart> parts_;
    std::vector<Nodes> bases_;
    Nodes readings_;
    bool open_ = false;  ///< the last base goes on
};

}  // namespace

std::vector<RubyPart> ruby_parts(const GumboNode& ruby) {
    return Pairing().run(ruby);
}

}  // namespace gongbao::editor::html
