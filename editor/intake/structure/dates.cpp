// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/dates.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "editor/intake/structure/history.hpp"
#include "editor/intake/structure/in_force.hpp"
#include "editor/intake/structure/page_fields.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Block;
using core::Role;

bool is_order(const core::Metadata& meta) {
    return meta.kind == "令" || meta.kind == "命令";
}

class DateReader {
  public:
    DateReader(const RawDocument& raw, core::Document& document, core::Diagnostics& findings)
        : raw_(raw), document_(document), meta_(document.meta), findings_(findings) {}

    void read() {
        report_impossible_days();
        read_written();
        meta_.published = date_field(raw_, {"发布日期", "公开日期", "发布时间"}, findings_);
        read_deeds();
        read_force_days(raw_, document_, approved_, published_twice_, findings_);
        if (!meta_.written && !meta_.promulgated && !meta_.adopted) report("intake.no_date");
        compare(meta_.written, meta_.effective, "intake.effective_before_written");
        compare(meta_.effective, meta_.expires, "intake.expires_before_effective");
        compare(meta_.written, meta_.published, "intake.published_before_written");
        compare(meta_.adopted, meta_.promulgated, "intake.promulgated_before_adopted");
    }

  private:
    void report(const char* id, std::map<std::string, std::string> args = {},
                std::string excerpt = {}) {
        findings_.push_back({core::Level::Warning, {}, {id, std::move(args)}, std::move(excerpt)});
    }

    void compare(const std::optional<core::Date>& first, const std::optional<core::Date>& second,
                 const char* id) {
        if (first && second && *second < *first)
            report(id, {{"first", core::chinese(*first)}, {"second", core::chinese(*second)}});
    }

    // A line that is a date and no day: 2026年2月30日 where the document is signed.
    void report_impossible_days() {
        core::for_each_block(document_, [&](const Block& block) {
            const std::string text = block.table ? std::string() : core::plain_text(block.runs);
            if (!text.empty() && core::length(text) <= 24 && core::is_impossible_date(text))
                report("intake.impossible_date", {{"words", text}}, text);
        });
    }

    void read_written() {
        for (const auto* part : {&document_.conclusions, &document_.preface})
            if (!meta_.written) meta_.written = last_date(*part);
        if (!meta_.written) meta_.written = date_of_note();
        const auto on_page = date_field(raw_, {"成文日期", "印发日期", "生成日期"}, findings_);
        if (meta_.written && on_page && *meta_.written != *on_page)
            report("intake.date_differs",
                   {{"printed", core::chinese(*meta_.written)}, {"page", core::chinese(*on_page)}});
        if (!meta_.written) meta_.written = on_page;
        report_other_date();
    }

    // Agencies that sign apart on different days: the last to sign dates the document,
    // 党政机关公文处理工作条例 art. 9 (12).
    std::optional<core::Date> last_date(const core::Blocks& blocks) {
        std::optional<core::Date> first;
        std::optional<core::Date> last;
        for (const Block& block : blocks) {
            const auto date = block.role == Role::Date
                                  ? core::parse_date(core::plain_text(block.runs))
                                  : std::nullopt;
            if (!date) continue;
            first = first && *first < *date ? first : date;
            last = last && *date < *last ? last : date;
        }
        if (first && *first != *last)
            report("intake.written_several",
                   {{"first", core::chinese(*first)}, {"date", core::chinese(*last)}});
        return last;
    }

    // A date alone on a line of the body may be that of a closing that was not recognised.
    void report_other_date() {
        for (const Block& block : document_.body) {
            if (block.role != Role::Paragraph) continue;
            const std::string text = core::plain_text(block.runs);
            const auto date = core::length(text) <= 24 ? core::parse_date(text) : std::nullopt;
            if (!date || !meta_.written || *date == *meta_.written) continue;
            return report("intake.written_doubtful",
                          {{"date", core::chinese(*meta_.written)}, {"other", text}}, text);
        }
    }

    // （2026年7月4日） under the title of a party document.
    std::optional<core::Date> date_of_note() const {
        for (const Block& block : document_.preface) {
            if (block.role != Role::TitleNote) continue;
            if (const auto date = bracketed_date(core::plain_text(block.runs))) return date;
        }
        return {};
    }

    void read_deeds() {
        if (is_order(meta_)) meta_.promulgated = meta_.written;
        if (is_order(meta_) || meta_.kind == "公告")
            for (const Block& block : document_.body)
                if (!block.table && !meta_.adopted) read_adoption(core::plain_text(block.runs));
        read_notes(document_.preface);
        for (const core::Annex& annex : document_.annexes)
            if (annex.kind == core::Annex::Kind::Attached) read_notes(annex.blocks);
    }

    void read_notes(const core::Blocks& blocks) {
        for (const Block& block : blocks)
            if (block.role == Role::TitleNote) read_note(core::plain_text(block.runs));
    }

    // The last adoption and publication are those of the text as it stands here.
    void read_note(const std::string& note) {
        std::optional<core::Date> adopted;
        std::optional<core::Date> promulgated;
        bool revised = false;
        bool changed = false;
        for (const Deed& deed : deeds_of(note)) {
            changed =
                changed || deed.kind == Deed::Kind::Revised || deed.kind == Deed::Kind::Amended;
            if (deed.kind == Deed::Kind::Adopted) adopted = deed.date;
            if (deed.kind == Deed::Kind::Approved) approved_ = deed.date;
            if (deed.kind == Deed::Kind::Promulgated) {
                published_twice_ = published_twice_ || promulgated.has_value();
                promulgated = deed.date;
            }
            revised = deed.kind == Deed::Kind::Revised ||
                      (revised && deed.kind != Deed::Kind::Promulgated);
        }
        published_twice_ = published_twice_ || revised;
        // 1991年5月6日发布　2020年12月14日修订通过: the publication is that of an earlier text.
        if (adopted && promulgated && *promulgated < *adopted) {
            report("intake.promulgated_of_earlier_text",
                   {{"first", core::chinese(*adopted)}, {"second", core::chinese(*promulgated)}},
                   note);
            promulgated.reset();
        }
        if (!changed) {
            compare_with_note(meta_.adopted, adopted, "intake.adopted_note_differs");
            compare_with_note(meta_.promulgated, promulgated, "intake.promulgated_note_differs");
        }
        if (!meta_.adopted) meta_.adopted = adopted;
        if (!meta_.promulgated)
            meta_.promulgated = promulgated;
        else if (promulgated && *promulgated != *meta_.promulgated)
            published_twice_ = true;
    }

    // The order and the note of what it promulgates tell of the same deed.
    void compare_with_note(const std::optional<core::Date>& own,
                           const std::optional<core::Date>& noted, const char* id) {
        if (own && noted && *own != *noted)
            report(id, {{"printed", core::chinese(*own)}, {"note", core::chinese(*noted)}});
    }

    // 《…》已经2022年3月1日省人民政府第100次常务会议通过，现予公布
    void read_adoption(const std::string& text) {
        if (!is_order(meta_) && text.find("公布") == std::string::npos) return;
        for (const Deed& deed : deeds_of(text))
            if (deed.kind == Deed::Kind::Adopted) meta_.adopted = deed.date;
    }

    const RawDocument& raw_;
    core::Document& document_;
    core::Metadata& meta_;
    core::Diagnostics& findings_;
    std::optional<core::Date> approved_;
    bool published_twice_ = false;
};

}  // namespace

void read_dates(const RawDocument& raw, core::Document& document, core::Diagnostics& findings) {
    DateReader(raw, document, findings).read();
}

}  // namespace gongbao::editor
