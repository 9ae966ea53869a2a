// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/block_style.hpp"

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
        case Role::Paragraph:
        case Role::DatedEntry:
        case Role::DatedOpening: return StyleName::Paragraph;
        case Role::Item: return StyleName::Item;
        case Role::SubItem: return StyleName::SubItem;
        case Role::Heading1: return StyleName::Heading1;
        case Role::Heading2: return StyleName::Heading2;
        case Role::Heading3: return StyleName::Heading3;
        case Role::Heading4: return StyleName::Heading4;
        case Role::ListItem: return StyleName::ListItem;
        case Role::Caption: return StyleName::Caption;
        case Role::TableUnit:
        case Role::Table:
        case Role::TableNote: return StyleName::TableCell;
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

}  // namespace gongbao::typeset
