// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/block_style.hpp"

#include <algorithm>

#include "core/text/text.hpp"

namespace gongbao::typeset {

using core::Role;

StyleName style_for(Role role, bool in_annex) {
    switch (role) {
        case Role::CopyNumber:
        case Role::Secrecy:
        case Role::Urgency:
        case Role::IssuerMark:
        case Role::Signer: return StyleName::Paragraph;
        case Role::Title: return in_annex ? StyleName::AnnexTitle : StyleName::Title;
        case Role::Subtitle: return StyleName::Subtitle;
        case Role::Number: return StyleName::Number;
        case Role::TitleNote: return StyleName::TitleNote;
        case Role::Addressees: return StyleName::Addressees;
        case Role::Contents: return StyleName::Paragraph;
        case Role::Part: return StyleName::Part;
        case Role::Chapter: return StyleName::Chapter;
        case Role::Section: return StyleName::Section;
        case Role::Article: return StyleName::Article;
        case Role::Paragraph: return StyleName::Paragraph;
        case Role::Item: return StyleName::Item;
        case Role::SubItem: return StyleName::SubItem;
        case Role::Heading1: return StyleName::Heading1;
        case Role::Heading2: return StyleName::Heading2;
        case Role::Heading3: return StyleName::Heading3;
        case Role::Heading4: return StyleName::Heading4;
        case Role::ListItem: return StyleName::ListItem;
        case Role::Caption: return StyleName::Caption;
        case Role::Table: return StyleName::TableCell;
        case Role::Figure: return StyleName::Paragraph;
        case Role::AnnexNote: return StyleName::AnnexNote;
        case Role::Signature: return StyleName::Signature;
        case Role::Date: return StyleName::Date;
        case Role::Note: return StyleName::Note;
        case Role::CopyTo:
        case Role::Imprint: return StyleName::Paragraph;
        case Role::AnnexLabel: return StyleName::AnnexLabel;
    }
    return StyleName::Paragraph;
}

bool is_heading(const core::Block& block) {
    switch (block.role) {
        case Role::Title:
        case Role::Part:
        case Role::Chapter:
        case Role::Section: return true;
        case Role::Heading1:
        case Role::Heading2:
        case Role::Heading3:
        case Role::Heading4: break;
        default: return false;
    }
    const bool run_in =
        std::any_of(block.runs.begin(), block.runs.end(),
                    [](const core::Inline& run) { return run.marks.has(core::Mark::Lead); });
    const std::string text = core::plain_text(block.runs);
    for (const char* end : {"。", "；", "：", "！", "？", ";", ":"})
        if (core::ends_with(text, end)) return false;
    return !run_in && !text.empty() && core::length(text) <= 60;
}

int list_depth(Role role) {
    switch (role) {
        case Role::Item: return 1;
        case Role::SubItem: return 2;
        case Role::ListItem: return 3;
        default: return 0;
    }
}

int heading_depth(Role role) {
    switch (role) {
        case Role::Chapter:
        case Role::Heading2: return 1;
        case Role::Section:
        case Role::Heading3: return 2;
        case Role::Heading4: return 3;
        default: return 0;
    }
}

}  // namespace gongbao::typeset
