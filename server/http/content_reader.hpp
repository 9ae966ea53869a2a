// SPDX-License-Identifier: Apache-2.0
// Reads a request's content as it arrives, counted or in chunks (RFC 9112, 6 and 7.1), strictly:
// what two programs could measure differently is refused and the connection closed.
//
// Poco's HTTPChunkedStream waits for its socket, takes a negative or overflowing size for a number
// and a body cut short for a whole one. Used by attend.cpp, one for each request with content.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "server/http/admission.hpp"
#include "server/http/content.hpp"
#include "server/http/request.hpp"

namespace gongbao::server {

class ContentReader {
  public:
    /// `bound`: bytes the content may have, 413 above.
    ContentReader(const Framing& framing, std::int64_t bound, std::shared_ptr<SpoolRoom> room);

    enum class State { More, Whole, Refused };
    /// Takes what belongs to the content from the front of `arrived`; what follows it stays.
    State take(std::string& arrived);

    const Refusal& refusal() const { return refusal_; }   ///< Requires: Refused
    Content content() { return spool_.finish(); }         ///< Requires: Whole
    std::int64_t taken() const { return spool_.size(); }  ///< bytes so far

  private:
    enum class Stage { Size, Data, DataEnd, Trailers, End };
    State take_counted(std::string& arrived);
    State take_chunks(std::string& arrived);
    bool take_data(std::string& arrived);
    bool read_size(std::string_view line);
    std::optional<std::string> next_line(std::string& arrived);
    void step(const std::string& line);
    State refused(int status, const char* reason);

    const Framing framing_;
    const std::int64_t bound_;
    Spool spool_;
    std::int64_t left_;  ///< of a counted content, or of the chunk
    Stage stage_ = Stage::Size;
    std::size_t trailers_ = 0;  ///< bytes of them
    Refusal refusal_;
};

}  // namespace gongbao::server
