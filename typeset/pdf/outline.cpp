// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/outline.hpp"

#include <utility>

#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {
namespace {

// The bookmarks of one level below one parent.
struct Siblings {
    ObjectId first = 0;
    ObjectId last = 0;
    std::int64_t count = 0;

    void put_into(Dictionary& parent, std::int64_t shown) const {
        parent.add("First", ref(first));
        parent.add("Last", ref(last));
        parent.add("Count", integer(shown));
    }
};

// Bookmarks at `level` and deeper from `next` on, below `parent`.
Siblings write_bookmarks(std::size_t& next, int level, ObjectId parent, const PageObjects& pages,
                         ObjectFile& file) {
    const std::vector<Bookmark>& bookmarks = pages.layout.bookmarks;
    Siblings siblings;
    std::optional<std::pair<ObjectId, Dictionary>> open;
    const auto close = [&](ObjectId following) {
        if (!open) return;
        if (following != 0) open->second.add("Next", ref(following));
        file.put(open->first, open->second.written());
    };
    while (next < bookmarks.size() && bookmarks[next].level >= level) {
        const Bookmark& bookmark = bookmarks[next];
        const ObjectId id = file.reserve();
        close(id);
        Dictionary item;
        item.add("Title", text(bookmark.title));
        item.add("Parent", ref(parent));
        item.add("Dest", destination(bookmark.target, pages));
        if (siblings.last != 0) item.add("Prev", ref(siblings.last));
        ++next;
        const Siblings kids = write_bookmarks(next, bookmark.level + 1, id, pages, file);
        if (kids.count > 0) kids.put_into(item, -kids.count);
        open.emplace(id, std::move(item));
        if (siblings.first == 0) siblings.first = id;
        siblings.last = id;
        ++siblings.count;
    }
    close(0);
    return siblings;
}

}  // namespace

std::optional<ObjectId> write_outline(const PageObjects& pages, ObjectFile& file) {
    if (pages.layout.bookmarks.empty()) return {};
    const ObjectId outlines = file.reserve();
    std::size_t next = 0;
    const Siblings top = write_bookmarks(next, 0, outlines, pages, file);
    Dictionary root;
    root.add("Type", name("Outlines"));
    top.put_into(root, top.count);
    file.put(outlines, root.written());
    return outlines;
}

}  // namespace gongbao::typeset::pdf
