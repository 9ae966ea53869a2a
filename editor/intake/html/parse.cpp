// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/parse.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <utility>

#include "core/report/error.hpp"
#include "editor/intake/html/measure.hpp"

namespace gongbao::editor::html {
namespace {

// Deeper than a tree may be, as the source is measured generously; still cheap to parse.
constexpr std::size_t kDeepestSource = 4 * kDeepestNesting;

core::Error too_large(const char* id, std::size_t limit) {
    return {core::ErrorKind::TooLarge, {id, {{"limit", std::to_string(limit)}}}};
}

const GumboVector& child_vector(const GumboNode& node) {
    return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
}

bool has_children(const GumboNode& node) {
    return node.type == GUMBO_NODE_DOCUMENT || node.type == GUMBO_NODE_ELEMENT ||
           node.type == GUMBO_NODE_TEMPLATE;
}

// The depth of the tree, found without recursion by the links between its nodes.
std::size_t depth_of(const GumboNode& root) {
    std::size_t deepest = 1;
    std::size_t depth = 1;
    const GumboNode* node = &root;
    unsigned next = 0;  // child of `node` to go to
    while (true) {
        if (has_children(*node) && next < child_vector(*node).length) {
            node = static_cast<const GumboNode*>(child_vector(*node).data[next]);
            next = 0;
            deepest = std::max(deepest, ++depth);
        } else if (node == &root) {
            return deepest;
        } else {
            next = static_cast<unsigned>(node->index_within_parent) + 1;
            node = node->parent;
            --depth;
        }
    }
}

}  // namespace

// The parser's memory: every block is in one list, so that all are given back at once, whatever the
// parser thinks of them. The parser does not look whether it got any, so when the budget is spent
// it is left by longjmp: its frames are C and hold nothing else.
class Tree::Memory {
  public:
    explicit Memory(std::size_t most) : left_(most) {}
    ~Memory() {
        while (first_ != nullptr) std::free(std::exchange(first_, first_->next));
    }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    GumboOutput* parse(std::string_view html) {
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = [](void* self, std::size_t size) {
            return static_cast<Memory*>(self)->take(size);
        };
        options.deallocator = [](void* self, void* block) {
            static_cast<Memory*>(self)->give_back(block);
        };
        options.userdata = this;
        options.max_errors = 0;
        if (setjmp(spent_) != 0) return nullptr;
        return gumbo_parse_with_options(&options, html.data(), html.size());
    }

  private:
    struct alignas(std::max_align_t) Block {
        Block* next;
        Block* before;
        std::size_t size;
    };

    void* take(std::size_t size) {
        const std::size_t whole = size + sizeof(Block);
        void* memory = size < left_ && whole <= left_ ? std::malloc(whole) : nullptr;
        if (memory == nullptr) std::longjmp(spent_, 1);
        left_ -= whole;
        auto* block = new (memory) Block{first_, nullptr, whole};
        if (first_ != nullptr) first_->before = block;
        first_ = block;
        return block + 1;
    }

    void give_back(void* memory) {
        if (memory == nullptr) return;
        Block* block = static_cast<Block*>(memory) - 1;
        left_ += block->size;
        if (block->next != nullptr) block->next->before = block->before;
        (block->before != nullptr ? block->before->next : first_) = block->next;
        std::free(block);
    }

    std::jmp_buf spent_{};
    std::size_t left_;
    Block* first_ = nullptr;
};

Tree::Tree(std::string_view html, std::size_t most_bytes)
    : memory_(std::make_unique<Memory>(most_bytes)) {
    const Measure size = measure(html, kDeepestSource);
    if (size.depth > kDeepestSource) throw too_large("intake.html_too_deep", kDeepestNesting);
    if (size.attributes > kMostAttributes)
        throw too_large("intake.html_too_many_attributes", kMostAttributes);
    const GumboOutput* output = memory_->parse(html);
    if (output == nullptr) throw too_large("intake.html_too_costly", most_bytes >> 20);
    document_ = output->document;
    if (depth_of(*document_) > kDeepestNesting)
        throw too_large("intake.html_too_deep", kDeepestNesting);
}

Tree::~Tree() = default;

}  // namespace gongbao::editor::html
