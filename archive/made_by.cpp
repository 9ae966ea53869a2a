// SPDX-License-Identifier: Apache-2.0
#include "archive/made_by.hpp"

#include <optional>
#include <utility>

namespace gongbao::archive {
namespace {

constexpr std::string_view kDisclosed = "; disclosed ";
constexpr std::string_view kAccepted = "; accepted ";

std::string in_quotes(std::string_view words) {
    std::string out = "\"";
    for (const char c : words) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out + '"';
}

std::string decision(std::string_view by, std::string_view reason) {
    return " by " + in_quotes(by) + " because " + in_quotes(reason);
}

class LineReader {
  public:
    explicit LineReader(std::string_view line) : rest_(line) {}

    // Nothing when it is not decisions to its end.
    std::optional<MadeBy> read() {
        MadeBy made;
        while (take(kDisclosed))
            if (!take_disclosed(made.disclosed.emplace_back())) return {};
        while (take(kAccepted))
            if (!take_accepted(made.accepted.emplace_back())) return {};
        if (!rest_.empty()) return {};
        return made;
    }

  private:
    bool take_disclosed(Disclosed& one) {
        if (!take_word(one.record) || !take_decision(one.by, one.reason)) return false;
        while (take(" despite ")) {
            Overridden finding;
            std::string place;
            if (!take_word(finding.id) || !take(" at ") || !take_quoted(place) ||
                !take(" reading ") || !take_quoted(finding.excerpt))
                return false;
            finding.place = core::Place::read(place);
            one.findings.push_back(std::move(finding));
        }
        return true;
    }

    bool take_accepted(Accepted& one) {
        return take_word(one.id) && take(" of ") && take_word(one.record) &&
               take_decision(one.by, one.reason);
    }

    bool take_decision(std::string& by, std::string& reason) {
        return take(" by ") && take_quoted(by) && take(" because ") && take_quoted(reason);
    }

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
        line += std::string(kDisclosed) + one.record + decision(one.by, one.reason);
        for (const Overridden& finding : one.findings)
            line += " despite " + finding.id + " at " + in_quotes(finding.place.text()) +
                    " reading " + in_quotes(finding.excerpt);
    }
    for (const Accepted& one : made.accepted)
        line +=
            std::string(kAccepted) + one.id + " of " + one.record + decision(one.by, one.reason);
    return line;
}

MadeBy read_made_by(std::string_view line) {
    for (std::size_t at = line.find("; "); at != std::string_view::npos;
         at = line.find("; ", at + 1)) {
        auto decisions = LineReader(line.substr(at)).read();
        if (!decisions) continue;
        decisions->program = line.substr(0, at);
        return std::move(*decisions);
    }
    return {std::string(line), {}, {}};
}

}  // namespace gongbao::archive
