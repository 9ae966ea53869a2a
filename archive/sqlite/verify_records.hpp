// SPDX-License-Identifier: Apache-2.0
// Every record against its text: the row, the plain text, the digests, the row of the search index.
// Part of verify.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "archive/reader.hpp"
#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/search_index.hpp"
#include "archive/sqlite/verify_run.hpp"

namespace gongbao::archive {

class RecordCheck {
  public:
    explicit RecordCheck(VerifyRun& run) : run_(run) {}

    /// Takes the record's row out of `index`, so that at the end it holds what belongs to none.
    void check_record(std::int64_t id, IndexContents& index);

    /// The types of the pictures that the texts hold, by digest.
    const std::map<std::string, std::string>& picture_types() const { return types_; }
    /// Whether all texts were read, so that every picture is known.
    bool all_read() const { return texts_read_; }

  private:
    void check_place(const core::Place& place, std::int64_t id, const RecordSummary& record);
    void check_texts(const core::Place& place, std::int64_t id, const RecordSummary& record,
                     const std::string& xml, const std::string& text);
    std::string stored(const char* column, const char* table, std::int64_t id);
    RecordFacts stored_facts(std::int64_t id);
    std::string digest_of_xml(std::int64_t id);

    VerifyRun& run_;
    std::map<std::string, std::string> types_;
    bool texts_read_ = true;
};

}  // namespace gongbao::archive
