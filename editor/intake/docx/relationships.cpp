// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/relationships.hpp"

#include "core/text/text.hpp"
#include "editor/intake/docx/xml_part.hpp"

namespace gongbao::editor::docx {
namespace {

std::string last_step(std::string_view address) {
    return std::string(address.substr(address.rfind('/') + 1));
}

// A target is relative to the folder of its part, or absolute inside the package.
std::string resolve(std::string_view folder, std::string_view target) {
    std::vector<std::string> steps;
    const std::string path =
        target.starts_with('/') ? std::string(target) : std::string(folder) + std::string(target);
    for (const std::string_view step : core::split(path, '/')) {
        if (step.empty() || step == ".") continue;
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else {
            steps.emplace_back(step);
        }
    }
    return core::join(steps, "/");
}

}  // namespace

Relationships::Relationships(const Package& package, std::string_view part) {
    const std::size_t slash = part.rfind('/');
    const std::string_view folder =
        slash == std::string_view::npos ? "" : part.substr(0, slash + 1);
    const std::string list =
        std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
    const auto bytes = package.read(list);
    if (!bytes) return;
    const pugi::xml_document tree = parse_part(*bytes, list);
    for (const pugi::xml_node node : tree.document_element().children()) {
        Relationship relationship;
        relationship.id = node.attribute("Id").value();
        relationship.type = last_step(node.attribute("Type").value());
        relationship.external =
            std::string_view(node.attribute("TargetMode").value()) == "External";
        const std::string_view target = node.attribute("Target").value();
        relationship.target = relationship.external ? std::string(target) : resolve(folder, target);
        if (!index_.try_emplace(relationship.id, all_.size()).second) continue;
        all_.push_back(std::move(relationship));
    }
}

std::optional<Relationship> Relationships::find(std::string_view id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? std::nullopt : std::optional(all_[found->second]);
}

std::vector<Relationship> Relationships::of_type(std::string_view type) const {
    std::vector<Relationship> found;
    for (const Relationship& relationship : all_)
        if (relationship.type == type) found.push_back(relationship);
    return found;
}

}  // namespace gongbao::editor::docx
