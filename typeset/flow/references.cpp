// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/references.hpp"

#include <algorithm>
#include <utility>

#include "core/document/document.hpp"

namespace gongbao::typeset {

CitedDocuments::CitedDocuments(const std::vector<const core::Document*>& together) {
    for (const core::Document* document : together)
        for (std::string& name : core::names_of(*document)) {
            ++counts_[name];
            names_.push_back(std::move(name));
        }
}

bool CitedDocuments::has(const std::string& name) const {
    const auto found = counts_.find(name);
    return found != counts_.end() && found->second == 1;
}

References::References(const core::Document& document, const CitedDocuments& together)
    : citations_(document, together.names()) {
    const std::vector<std::string> own = core::names_of(document);
    const auto name_of = [&](const core::Citation& citation) {
        for (std::string& name : core::names_of(citation)) {
            if (std::find(own.begin(), own.end(), name) != own.end()) break;
            if (together.has(name)) return std::move(name);
        }
        return std::string();
    };
    core::for_each_block(document, [&](const core::Block& block) {
        std::vector<Reference> found;
        for (const core::Citation& citation : citations_.in(block)) {
            const bool article = citation.kind == core::Citation::Kind::Article;
            Reference reference{citation.begin, citation.end,
                                article ? citation.target : std::string(), name_of(citation)};
            if (article || !reference.document.empty()) found.push_back(std::move(reference));
        }
        if (!found.empty()) found_.emplace(&block, std::move(found));
    });
}

const std::vector<Reference>& References::in(const core::Block& block) const {
    static const std::vector<Reference> kNone;
    const auto found = found_.find(&block);
    return found == found_.end() ? kNone : found->second;
}

}  // namespace gongbao::typeset
