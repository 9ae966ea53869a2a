// SPDX-License-Identifier: Apache-2.0
#include "archive/made_by.hpp"

#include <optional>
#include <utility>

namespace gongbao::archive {
namespace {

constexpr std::string_view kDisclosed = "; disclosed ";

std::string in_quotes(std::string_view words) {
    std::string out = "\"";
    for (const char c : words) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out + '"';
}

class LineReader {
  public:
    explicit LineReader(std::string_view line) : rest_(line) {}

    std::optional<std::vector<Disclosed>> read() {
        std::vector<Disclosed> all;
        while (!rest_.empty()) {
            Disclosed one;
            if (!take(kDisclosed) || !take_word(one.record) || !take(" by ") ||
                !take_quoted(one.by) || !take(" because ") || !take_quoted(one.reason))
                return {};
            while (take(" despite ")) {
                Overridden finding;
                std::string place;
                if (!take_word(finding.id) || !take(" at ") || !take_quoted(place) ||
                    !take(" reading ") || !take_quoted(finding.excerpt))
                    return {};
                finding.place = core::Place::read(place);
                one.findings.push_back(std::move(finding));
            }
            all.push_back(std::move(one));
        }
        return all;
    }

  private:
    bool take(std::string_view words) {
        if (!rest_.starts_with(words)) return false;
        rest_.remove_prefix(words.size());
        return true;
    }

    bool take_word(std::string& word) {
        const std::size_t end = rest_.find(' ');
        if (end == 0 || end == std::string_view::npos) return false;
        word = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return true;
    }

    bool take_quoted(std::string& words) {
        if (!take("\"")) return false;
        while (!rest_.empty()) {
            const char c = rest_.front();
            rest_.remove_prefix(1);
            if (c == '"') return true;
            if (c == '\\' && rest_.empty()) return false;
            words += c == '\\' ? rest_.front() : c;
            if (c == '\\') rest_.remove_prefix(1);
        }
        return false;
    }

    std::string_view rest_;
};

}  // namespace

std::string made_by_line(const MadeBy& made) {
    std::string line = made.program;
    for (const Disclosed& one : made.disclosed) {
        line += std::string(kDisclosed) + one.record + " by " + in_quotes(one.by) + " because " +
                in_quotes(one.reason);
        for (const Overridden& finding : one.findings)
            line += " despite " + finding.id + " at " + in_quotes(finding.place.text()) +
                    " reading " + in_quotes(finding.excerpt);
    }
    return line;
}

MadeBy read_made_by(std::string_view line) {
    for (std::size_t at = line.find(kDisclosed); at != std::string_view::npos;
         at = line.find(kDisclosed, at + 1))
        if (auto disclosed = LineReader(line.substr(at)).read())
            return {std::string(line.substr(0, at)), std::move(*disclosed)};
    return {std::string(line), {}};
}

}  // namespace gongbao::archive
