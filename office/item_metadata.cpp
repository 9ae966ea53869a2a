// SPDX-License-Identifier: Apache-2.0
#include "office/item_metadata.hpp"

#include "core/text/text.hpp"

namespace gongbao::office {
namespace {

using server::View;

class Rows {
  public:
    explicit Rows(const Work& work) : work_(work) {}

    void always(const char* name, const std::string& value) {
        View view;
        view.set("words", work_.say(std::string("office.meta.") + name));
        view.set("value", server::shown(value));
        rows_.push_back(view);
    }
    void when_known(const char* name, const std::string& value) {
        if (!value.empty()) always(name, value);
    }
    View take() { return std::move(rows_); }

  private:
    const Work& work_;
    View rows_{View::type::list};
};

std::string day(const std::optional<core::Date>& date) {
    return date ? core::iso(*date) : std::string();
}

}  // namespace

View metadata_view(const Work& work, const core::Metadata& meta) {
    const std::string comma = work.say("office.comma");
    Rows rows(work);
    rows.always("number", meta.number);
    rows.always("issuers", core::join(meta.issuers, comma));
    rows.always("kind", meta.kind);
    rows.always("force", work.say(std::string("office.force.") + name_of(meta.force)));
    rows.always("openness", work.say(std::string("office.openness.") + name_of(meta.openness)));
    rows.always("written", day(meta.written));
    rows.when_known("adopted", day(meta.adopted));
    rows.when_known("promulgated", day(meta.promulgated));
    rows.when_known("published", day(meta.published));
    rows.always("effective", day(meta.effective));
    rows.when_known("expires", day(meta.expires));
    rows.when_known("index_number", meta.index_number);
    rows.when_known("themes", core::join(meta.themes, comma));
    rows.when_known("keywords", core::join(meta.keywords, comma));
    rows.when_known("source", meta.source);
    return rows.take();
}

}  // namespace gongbao::office
