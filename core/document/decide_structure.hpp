// SPDX-License-Identifier: Apache-2.0
// Decides what the wording and the neighbourhood of blocks say of them, once, where a document is
// made: at the end of intake. The document, its canonical XML and every rendition keep the decision
// (structure.hpp asks for it); what was issued is never decided anew.
#pragma once

#include "core/document/block.hpp"
#include "core/document/document_fwd.hpp"

namespace gongbao::core {

/// Decides all of it. Changes no word and no order of words; a second call changes nothing. Before
/// ids are assigned: a unit among a table's own words becomes a block.
void decide_structure(Document& document);

// The parts of it, each for the blocks of one part of a document. Tables come before headings: the
// numbers of a table's notes are no levels.

/// Paragraphs beside a table that belong to it: TableUnit above (wording.hpp), TableNote below,
/// with what goes on with its numbers (注：1.… 2.… 3.…).
void decide_tables(Blocks& blocks);

/// Paragraphs of a chronicle, DatedEntry (2月2日　全省春运开始。), and those that open what was
/// decided on a day, DatedOpening (2026年2月6日，省人民政府决定：).
void decide_dated(Blocks& blocks);

/// Mark::Post and Mark::PersonName in a Signature of one line that names a person (wording.hpp).
void decide_signers(Blocks& blocks);

/// Sets Block::heading of the levels in one part, a body or an annex, that stand as headings. A
/// level that is marked already, by the author's own heading style, stays so.
///
/// A heading names what follows. So it has words, 60 characters at most (a question 100); it does
/// not end or pause like a sentence (。；：，！), nor introduce what follows (：); and text of its
/// own stands below it. Without such text it is an item of a list: 1.甲 2.乙 3.丙. What stands
/// below the last of such items goes on with the text above the list. A question is a heading like
/// any other, unless one of its list has no text below.
void decide_headings(Blocks& blocks);

}  // namespace gongbao::core
