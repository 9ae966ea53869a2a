// SPDX-License-Identifier: Apache-2.0
// The frame of a PDF file: numbered objects, object streams, the cross-reference stream (ISO
// 32000-1, 7.5).
//
// PoDoFo writes the values (values.hpp), but cannot write object streams, and its
// cross-reference streams have one entry too many; so the file is put together here. Small
// objects go many to a deflated object stream, which shrinks the structure tree sixfold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::typeset::pdf {

/// An object's number; its generation is always 0.
using ObjectId = std::uint32_t;

/// "12 0 R"
std::string reference(ObjectId id);

class ObjectFile {
  public:
    ObjectFile();

    /// A number for an object that is put later.
    ObjectId reserve();
    /// The object's value: a dictionary, an array.
    void put(ObjectId id, std::string_view value);
    ObjectId add(std::string_view value);
    /// A stream: `entries` are its dictionary's entries but Length and Filter. Deflate: finish()
    /// packs it, on all threads; Packed: `data` is deflate()'s; Plain: written as it is.
    enum class Coding : std::uint8_t { Deflate, Packed, Plain };
    void put_stream(ObjectId id, std::string entries, std::string data,
                    Coding coding = Coding::Deflate);
    ObjectId add_stream(std::string entries, std::string data, Coding coding = Coding::Deflate);

    /// Closes the file and returns its bytes. `trailer` holds the entries Root, Info and ID.
    /// Requires: every reserved object was put.
    std::string finish(std::string_view trailer);

  private:
    struct Entry {
        std::uint64_t where = 0;  ///< offset in the file, or number of the object stream
        std::uint32_t index = 0;  ///< place inside the object stream
        enum : std::uint8_t { Missing, InFile, InStream } kind = Missing;
    };

    struct Stream {
        ObjectId id = 0;
        std::string entries;
        std::string data;
        Coding coding = Coding::Deflate;
    };

    void flush();
    /// The rows of the cross-reference stream, each as its difference from the row above (7.4.4.4),
    /// which deflates six times smaller.
    std::string cross_reference() const;

    std::vector<Entry> entries_;
    std::vector<Stream> streams_;       ///< in the file's order
    std::vector<ObjectId> packed_ids_;  ///< of the object stream being filled
    std::vector<std::size_t> packed_at_;
    std::string packed_;
};

/// zlib form (RFC 1950), the same bytes for the same input.
std::string deflate(std::string_view data);

}  // namespace gongbao::typeset::pdf
