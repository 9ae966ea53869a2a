// SPDX-License-Identifier: Apache-2.0
#include "tests/editor/docx/mutants.hpp"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "core/report/error.hpp"
#include "editor/intake/intake.hpp"
#include "editor/intake/raw/words_kept.hpp"
#include "tests/editor/docx/docx_builder.hpp"

namespace gongbao::editor {
namespace {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_((seed + 1) * 0xD1342543DE82EF95ULL) {}
    std::size_t below(std::size_t limit) {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return static_cast<std::size_t>((z ^ (z >> 31)) % limit);
    }
    template <typename T>
    const T& of(const std::vector<T>& all) {
        return all[below(all.size())];
    }

  private:
    std::uint64_t state_;
};

// Every # becomes a token: 词1001, 词1002 …; a ~ is the one before again.
std::string with_tokens(std::string_view xml, int& next) {
    std::string out;
    for (const char c : xml) {
        if (c == '#')
            out += "词" + std::to_string(next++);
        else if (c == '~')
            out += "词" + std::to_string(next - 1);
        else
            out += c;
    }
    return out;
}

std::string text(const std::string& words) {
    return "<w:r><w:t>" + words + "</w:t></w:r>";
}
std::string par(const std::string& content) {
    return "<w:p>" + content + "</w:p>";
}

std::string field(const std::string& code, const std::string& result) {
    const auto mark = [](const char* type) {
        return std::string(R"(<w:r><w:fldChar w:fldCharType=")") + type + R"("/></w:r>)";
    };
    return mark("begin") + "<w:r><w:instrText>" + code + "</w:instrText></w:r>" + mark("separate") +
           result + mark("end");
}

std::string cell(const std::string& content, const std::string& properties = {}) {
    return "<w:tc>" + (properties.empty() ? "" : "<w:tcPr>" + properties + "</w:tcPr>") + content +
           "</w:tc>";
}

std::string base_body() {
    // The box says the same in both branches: ~ is the token before.
    return par(R"(<w:pPr><w:jc w:val="center"/></w:pPr>)" + text("关于#的通知")) +
           par(text("#：")) +
           par(R"(<w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>)" +
               text("#") + R"(<w:r><w:rPr><w:b/><w:u w:val="single"/></w:rPr><w:t>#</w:t></w:r>)") +
           par(R"(<w:hyperlink r:id="x">)" + text("#") + "</w:hyperlink><w:smartTag>" + text("#") +
               "</w:smartTag>" + field(" REF x ", text("#")) + text("#")) +
           par("<w:sdt><w:sdtPr/><w:sdtContent>" + text("#") + "</w:sdtContent></w:sdt>" +
               R"(<w:ins w:author="甲">)" + text("#") +
               R"(</w:ins><w:del w:author="甲"><w:r><w:delText>#</w:delText></w:r></w:del>)") +
           par(text("#") + R"(<w:r><w:footnoteReference w:id="2"/></w:r>)" +
               R"(<w:r><w:rPr><w:vanish/></w:rPr><w:t>#</w:t></w:r>)" +
               R"(<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>#</w:t></w:r>)") +
           par("<w:r><mc:AlternateContent><mc:Choice "
               "Requires=\"wps\"><w:drawing><wp:anchor><wps:txbx>"
               "<w:txbxContent>" +
               par(text("#")) +
               "</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice>"
               "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" +
               par(text("~")) +
               "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" +
               text("#")) +
           par("<w:r><w:ruby><w:rt>" + text("#") + "</w:rt><w:rubyBase>" + text("#") +
               "</w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>#</m:t></m:r></m:oMath>" +
               R"(<w:r><w:commentReference w:id="3"/></w:r><w:fldSimple w:instr=" SEQ x ">)" +
               text("#") + "</w:fldSimple>") +
           "<w:tbl><w:tblGrid><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr>" +
           cell(par(text("#")), "<w:vMerge w:val=\"restart\"/>") + cell(par(text("#")) + par("")) +
           "</w:tr><w:tr>" + cell(par(text("#")), "<w:vMerge/>") +
           cell(par(text("#")) + "<w:tbl><w:tr>" + cell(par(text("#"))) + "</w:tr></w:tbl>" +
                    par(text("#")),
                "<w:gridSpan w:val=\"1\"/>") +
           "</w:tr></w:tbl><w:sdt><w:sdtContent>" + par(text("#")) + "</w:sdtContent></w:sdt>" +
           par(R"(<w:r><w:pict><v:shape><v:textpath string="#"/></v:shape></w:pict></w:r>)" +
               text("#")) +
           par(R"(<w:pPr><w:jc w:val="right"/></w:pPr>)" + text("#")) + "<w:sectPr/>";
}

struct Source {
    std::vector<std::pair<std::string, std::string>> parts;  // name, XML
};

Source base_source() {
    int next = 1001;
    const auto part = [&](const std::string& root, const std::string& inside) {
        return with_tokens("<" + root + kNamespaces + ">" + inside + "</" + root + ">", next);
    };
    const std::string types =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string related =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    for (const char* type : {"styles", "numbering", "footnotes", "comments", "header"})
        related += std::string(R"(<Relationship Id=")") + type + R"(" Type=")" + types + type +
                   R"(" Target=")" + type + R"(.xml"/>)";
    Source source;
    source.parts = {
        {"word/document.xml", part("w:document", "<w:body>" + base_body() + "</w:body>")},
        {"word/footnotes.xml",
         part("w:footnotes", R"(<w:footnote w:id="2">)" + par(text("#")) + "</w:footnote>")},
        {"word/comments.xml", part("w:comments", R"(<w:comment w:id="3" w:author="乙">)" +
                                                     par(text("#")) + "</w:comment>")},
        {"word/header.xml", part("w:hdr", par(text("#")))},
        {"word/styles.xml",
         std::string("<w:styles") + kNamespaces +
             R"(><w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/></w:style>)"
             R"(<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>)"},
        {"word/numbering.xml",
         std::string("<w:numbering") + kNamespaces +
             R"(><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>)"
             R"(<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>)"},
        {"word/_rels/document.xml.rels", related + "</Relationships>"},
        {"_rels/.rels",
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="m" Type=")" +
             types + R"(officeDocument" Target="word/document.xml"/></Relationships>)"},
        {"[Content_Types].xml", "<Types/>"}};
    return source;
}

std::vector<pugi::xml_node> elements_of(pugi::xml_node root) {
    std::vector<pugi::xml_node> all;
    struct Walk : pugi::xml_tree_walker {
        std::vector<pugi::xml_node>* all = nullptr;
        bool for_each(pugi::xml_node& node) override {
            if (node.type() == pugi::node_element) all->push_back(node);
            return true;
        }
    } walk;
    walk.all = &all;
    root.traverse(walk);
    return all;
}

bool is_within(pugi::xml_node node, pugi::xml_node outer) {
    for (; node; node = node.parent())
        if (node == outer) return true;
    return false;
}

const std::vector<std::string> kNames = {"w:p",
                                         "w:r",
                                         "w:t",
                                         "w:tbl",
                                         "w:tr",
                                         "w:tc",
                                         "w:pPr",
                                         "w:rPr",
                                         "w:sdt",
                                         "w:sdtContent",
                                         "w:ins",
                                         "w:del",
                                         "w:moveFrom",
                                         "w:moveTo",
                                         "w:hyperlink",
                                         "w:smartTag",
                                         "w:customXml",
                                         "w:fldSimple",
                                         "w:txbxContent",
                                         "w:ruby",
                                         "w:rt",
                                         "w:rubyBase",
                                         "w:footnoteReference",
                                         "m:oMath",
                                         "m:t",
                                         "w:pict",
                                         "w:drawing",
                                         "w:object",
                                         "mc:AlternateContent",
                                         "mc:Choice",
                                         "mc:Fallback",
                                         "w:sectPr",
                                         "w:tcPr",
                                         "w:trPr",
                                         "w:instrText",
                                         "w:delText",
                                         "w:fldChar",
                                         "w:subDoc",
                                         "w:bdo",
                                         "w:dir",
                                         "w:odd",
                                         "odd:odd",
                                         "odd",
                                         "a:t",
                                         "w:comment",
                                         "w:lvl"};
const std::vector<std::string> kValues = {"0",     "1",   "2",        "-1",      "99999999999",
                                          "begin", "end", "separate", "restart", "none",
                                          "true",  "x",   ""};

std::string change_tree(pugi::xml_document& tree, Dice& dice) {
    const std::vector<pugi::xml_node> all = elements_of(tree);
    if (all.size() < 3) return "nothing";
    pugi::xml_node one = all[1 + dice.below(all.size() - 1)];
    pugi::xml_node other = all[dice.below(all.size())];
    const std::string name = one.name();
    switch (dice.below(9)) {
        case 0: one.parent().remove_child(one); return "delete " + name;
        case 1: one.parent().insert_copy_after(one, one); return "double " + name;
        case 2:
            if (is_within(other, one)) return "nothing";
            other.append_move(one);
            return "move " + name + " into " + other.name();
        case 3: {
            const std::string& to = dice.of(kNames);
            one.set_name(to.c_str());
            return "rename " + name + " to " + to;
        }
        case 4: {
            const std::string& value = dice.of(kValues);
            if (pugi::xml_attribute attribute = one.first_attribute())
                attribute.set_value(value.c_str());
            else
                one.append_attribute("w:val").set_value(value.c_str());
            return "set an attribute of " + name + " to " + value;
        }
        case 5: {
            std::vector<pugi::xml_node> texts;
            for (const pugi::xml_node node : all)
                if (std::string_view(node.name()) == "w:t") texts.push_back(node);
            if (texts.empty()) return "nothing";
            pugi::xml_node words = dice.of(texts);
            if (is_within(other, words)) return "nothing";
            other.prepend_move(words);
            return std::string("move w:t into ") + other.name();
        }
        case 6: {
            const std::string& wrap = dice.of(kNames);
            pugi::xml_node outer = one.parent().insert_child_before(wrap.c_str(), one);
            outer.append_move(one);
            return "wrap " + name + " in " + wrap;
        }
        case 7: {
            pugi::xml_node mark =
                one.parent().insert_child_before("w:r", one).append_child("w:fldChar");
            const std::string& type = dice.of(kValues);
            mark.append_attribute("w:fldCharType").set_value(type.c_str());
            return "put a field character " + type + " before " + name;
        }
        default: {
            if (name != "w:r" && name != "w:p") return "nothing";
            const char* kind = name == "w:r" ? "w:rPr" : "w:pPr";
            pugi::xml_node properties = one.prepend_child(kind);
            if (name == "w:p") properties = properties.append_child("w:rPr");
            properties.append_child(dice.below(2) == 0 ? "w:vanish" : "w:del");
            return "hide " + name;
        }
    }
}

bool is_code(std::string_view name) {
    return name == "w:instrText" || name == "w:delInstrText" || name == "w:fldData";
}

void add_tokens(std::string_view words, std::vector<std::string>& tokens) {
    constexpr std::string_view kHead = "词";
    for (std::size_t at = words.find(kHead); at != std::string_view::npos;
         at = words.find(kHead, at + 1)) {
        const std::string_view token = words.substr(at, kHead.size() + 4);
        const bool whole = token.size() == kHead.size() + 4 &&
                           std::all_of(token.begin() + kHead.size(), token.end(),
                                       [](char c) { return c >= '0' && c <= '9'; });
        if (whole) tokens.emplace_back(token);
    }
}

// Independent of the reader: every character data and every textpath of a tree.
void collect_tokens(pugi::xml_node node, std::vector<std::string>& tokens) {
    if (is_code(node.name())) return;
    if (std::string_view(node.name()) == "v:textpath")
        add_tokens(node.attribute("string").value(), tokens);
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            add_tokens(child.value(), tokens);
        else
            collect_tokens(child, tokens);
    }
}

std::string printed(const pugi::xml_document& tree) {
    std::ostringstream out;
    tree.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return out.str();
}

// Tokens behind one that a cut-off finding still shows are named by it, too.
bool is_named(const std::string& token, const std::vector<std::string>& tokens,
              const std::vector<std::string>& names) {
    constexpr std::ptrdiff_t kReach = 120;
    for (const std::string& name : names) {
        if (name.find(token) != std::string::npos) return true;
        if (!name.ends_with("…")) continue;
        std::vector<std::string> shown;
        add_tokens(name, shown);
        for (const std::string& last : shown) {
            const auto from = std::find(tokens.begin(), tokens.end(), last);
            const auto to = std::find(tokens.begin(), tokens.end(), token);
            if (from != tokens.end() && to >= from && to - from <= kReach) return true;
        }
    }
    return false;
}

}  // namespace

Mutant make_mutant(std::uint64_t seed) {
    Dice dice(seed);
    Source source = base_source();
    Mutant mutant;
    const std::size_t changes = 1 + dice.below(4);
    for (std::size_t i = 0; i < changes; ++i) {
        const std::size_t which = dice.below(8);
        auto& part = source.parts[which < 5 ? 0 : which == 5 ? 1 : which == 6 ? 4 : 3];
        pugi::xml_document tree;
        tree.load_buffer(part.second.data(), part.second.size(),
                         pugi::parse_default | pugi::parse_ws_pcdata);
        mutant.done += part.first + ": " + change_tree(tree, dice) + "; ";
        part.second = printed(tree);
    }
    if (dice.below(12) == 0) {
        source.parts[0].second.resize(dice.below(source.parts[0].second.size()));
        mutant.done += "cut off; ";
    }
    if (dice.below(12) == 0) {
        std::swap(source.parts[dice.below(4)].second, source.parts[dice.below(6)].second);
        mutant.done += "parts swapped; ";
    }
    for (const auto& [name, xml] : source.parts) {
        if (name == "word/styles.xml" || name == "word/numbering.xml") continue;
        pugi::xml_document tree;
        tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
        collect_tokens(tree, mutant.tokens);
    }
    mutant.bytes = zip_of(source.parts);
    if (dice.below(12) == 0) {
        char& byte = mutant.bytes[dice.below(mutant.bytes.size())];
        byte = static_cast<char>(byte ^ (1 << dice.below(8)));
        mutant.flipped = true;
        mutant.done += "a bit flipped; ";
    }
    return mutant;
}

Outcome judge(const Mutant& mutant) {
    Outcome outcome;
    TakenIn taken;
    try {
        taken = take_in({"稿件.docx", mutant.bytes});
    } catch (const core::Error&) {
        outcome.refused = true;
        return outcome;
    }
    std::vector<std::string> read;
    add_tokens(words_of(taken.document), read);
    std::vector<std::string> names;
    for (const core::Diagnostic& finding : taken.findings) {
        names.push_back(finding.excerpt);
        for (const auto& [key, value] : finding.message.args) names.push_back(value);
    }
    const bool reported = std::any_of(
        taken.findings.begin(), taken.findings.end(),
        [](const core::Diagnostic& finding) { return finding.level == core::Level::Error; });
    if (mutant.flipped && reported) return outcome;
    std::map<std::string, int> left;
    for (const std::string& token : mutant.tokens) ++left[token];
    for (const std::string& token : read)
        if (--left[token] < 0) outcome.invented.push_back(token);
    const std::set<std::string> kept(read.begin(), read.end());
    for (const auto& [token, count] : left)
        if (kept.count(token) == 0 && !is_named(token, mutant.tokens, names))
            outcome.lost.push_back(token);
    return outcome;
}

}  // namespace gongbao::editor
