// SPDX-License-Identifier: Apache-2.0
#include "server/http/content_reader.hpp"

#include <algorithm>
#include <charconv>

#include "core/report/error.hpp"

namespace gongbao::server {
namespace {

constexpr std::size_t kLongestLine = 256;     ///< of a chunk's size with its extensions
constexpr std::size_t kMostTrailers = 4'096;  ///< bytes
constexpr std::size_t kMostSizeDigits = 8;    ///< hexadecimal; a larger chunk is none of ours

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return c == '\t' || (byte >= 0x20 && byte < 0x7F);
    });
}

}  // namespace

ContentReader::ContentReader(const Framing& framing, std::int64_t bound,
                             std::shared_ptr<SpoolRoom> room)
    : framing_(framing), bound_(bound), spool_(std::move(room)), left_(framing.length) {}

ContentReader::State ContentReader::take(std::string& arrived) {
    if (refusal_.reason[0] != '\0') return State::Refused;
    try {
        return framing_.kind == Framing::Kind::Length ? take_counted(arrived)
                                                      : take_chunks(arrived);
    } catch (const core::Error&) {
        return refused(503, "no room for content");
    }
}

ContentReader::State ContentReader::take_counted(std::string& arrived) {
    if (framing_.length > bound_) return refused(413, "content too large");
    take_data(arrived);
    return left_ == 0 ? State::Whole : State::More;
}

// True when all that was left has been taken.
bool ContentReader::take_data(std::string& arrived) {
    const auto count =
        static_cast<std::size_t>(std::min(left_, static_cast<std::int64_t>(arrived.size())));
    spool_.append(std::string_view(arrived).substr(0, count));
    arrived.erase(0, count);
    left_ -= static_cast<std::int64_t>(count);
    return left_ == 0;
}

ContentReader::State ContentReader::take_chunks(std::string& arrived) {
    while (refusal_.reason[0] == '\0' && stage_ != Stage::End) {
        if (stage_ == Stage::Data) {
            if (!take_data(arrived)) return State::More;
            stage_ = Stage::DataEnd;
            continue;
        }
        const auto line = next_line(arrived);
        if (!line) break;
        step(*line);
    }
    if (refusal_.reason[0] != '\0') return State::Refused;
    return stage_ == Stage::End ? State::Whole : State::More;
}

// The next line without its end; nothing when it is not all there, or is refused.
std::optional<std::string> ContentReader::next_line(std::string& arrived) {
    const std::size_t longest = stage_ == Stage::Trailers ? kMostTrailers : kLongestLine;
    const std::size_t end = arrived.find('\n');
    if (std::min(end, arrived.size()) > longest) {
        refused(400, "chunk line too long");
        return {};
    }
    if (end == std::string::npos) return {};
    if (end == 0 || arrived[end - 1] != '\r') {
        refused(400, "chunk line end");
        return {};
    }
    std::string line = arrived.substr(0, end - 1);
    arrived.erase(0, end + 1);
    return line;
}

void ContentReader::step(const std::string& line) {
    switch (stage_) {
        case Stage::Size:
            if (!read_size(line)) return;
            stage_ = left_ == 0 ? Stage::Trailers : Stage::Data;
            return;
        case Stage::DataEnd:
            if (!line.empty()) refused(400, "chunk longer than its size");
            stage_ = Stage::Size;
            return;
        default:  // fields after the content say nothing here; they are counted and dropped
            trailers_ += line.size();
            if (trailers_ > kMostTrailers) refused(431, "trailers too large");
            if (line.empty()) stage_ = Stage::End;
    }
}

// "1a" or "1a;name=value".
bool ContentReader::read_size(std::string_view line) {
    const std::string_view digits = line.substr(0, line.find(';'));
    std::uint32_t size = 0;
    const auto [end, failed] =
        std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
    const bool whole = failed == std::errc() && end == digits.data() + digits.size();
    if (!whole || digits.size() > kMostSizeDigits || !is_plain(line)) {
        refused(400, "chunk size");
        return false;
    }
    left_ = size;
    if (spool_.size() + left_ > bound_) {
        refused(413, "content too large");
        return false;
    }
    return true;
}

ContentReader::State ContentReader::refused(int status, const char* reason) {
    refusal_ = {status, "", reason};
    return State::Refused;
}

}  // namespace gongbao::server
