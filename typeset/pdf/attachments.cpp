// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/attachments.hpp"

#include <cstdio>

#include "core/akn/write_akn.hpp"
#include "core/document/document.hpp"
#include "core/gazette/addresses.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/system/parallel.hpp"
#include "core/text/text.hpp"
#include "typeset/pdf/metadata.hpp"
#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {
namespace {

constexpr std::size_t kTitleInName = 40;

std::string numbered(std::size_t index) {
    char number[16];
    std::snprintf(number, sizeof number, "%03u", static_cast<unsigned>(index + 1));
    return number;
}

bool has_ids(const core::Document& document) {
    bool all = true;
    core::for_each_block(document,
                         [&](const core::Block& block) { all = all && !block.id.empty(); });
    return all;
}

std::string xml_of(const core::Document& document) {
    if (has_ids(document)) return core::write_akn(document);
    core::Document copy = document;
    core::assign_ids(copy);
    return core::write_akn(copy);
}

Attachment attach(const Source& source, std::size_t index) {
    const core::Document& document = *source.document;
    Attachment attachment;
    attachment.file = source.file ? source.file : make_source_file(document);
    attachment.name = "document-" + numbered(index) + ".xml";
    attachment.shown_name =
        numbered(index) + " " + core::name_for_file(document.meta.title, kTitleInName) + ".xml";
    attachment.description = document.meta.title;
    return attachment;
}

}  // namespace

std::shared_ptr<const SourceFile> make_source_file(const core::Document& document) {
    SourceFile file;
    file.xml = xml_of(document);
    file.deflated = deflate(file.xml);
    file.checksum = core::md5_hex(file.xml);
    return std::make_shared<const SourceFile>(std::move(file));
}

std::vector<Attachment> attach_sources(const std::vector<Source>& sources,
                                       core::Diagnostics& findings) {
    std::vector<Attachment> attachments(sources.size());
    std::vector<char> refused(sources.size());
    core::for_each_index(sources.size(), core::thread_count(), [&](std::size_t i) {
        try {
            attachments[i] = attach(sources[i], i);
            attachments[i].node = sources[i].node;
        } catch (const core::Error& error) {
            if (error.kind() != core::ErrorKind::Invalid) throw;
            refused[i] = 1;
        }
    });
    for (std::size_t i = 0; i < sources.size(); ++i)
        if (refused[i] != 0)
            findings.push_back({core::Level::Warning,
                                core::Place(core::PlaceKind::Title,
                                            core::excerpt(sources[i].document->meta.title, 16)),
                                {"typeset.source_not_attached", {}},
                                {}});
    return attachments;
}

std::vector<ObjectId> write_attachments(const std::vector<Attachment>& attachments,
                                        const core::Date& date, ObjectFile& file) {
    std::vector<ObjectId> specifications;
    for (const Attachment& attachment : attachments) {
        if (attachment.file == nullptr) {
            specifications.push_back(0);
            continue;
        }
        const ObjectId stream =
            file.add_stream("/Type/EmbeddedFile/Subtype/application#2Fakn+xml/Params<</Size " +
                                std::to_string(attachment.file->xml.size()) + "/CheckSum<" +
                                attachment.file->checksum + ">/ModDate(" + pdf_date(date) + ")>>",
                            attachment.file->deflated, ObjectFile::Coding::Packed);
        specifications.push_back(file.add(
            "<</Type/Filespec/F" + text(attachment.name) + "/UF" + text(attachment.shown_name) +
            "/Desc" + text(attachment.description) + "/AFRelationship/Source/EF<</F " +
            reference(stream) + "/UF " + reference(stream) + ">>>>"));
    }
    return specifications;
}

std::string name_tree(const std::vector<Attachment>& attachments,
                      const std::vector<ObjectId>& specifications) {
    std::string names;
    for (std::size_t i = 0; i < attachments.size(); ++i)
        if (specifications[i] != 0)
            names += text(attachments[i].name) + reference(specifications[i]) + " ";
    return "<</Names[" + names + "]>>";
}

std::vector<AssociatedFile> associate(const std::vector<Attachment>& attachments,
                                      const std::vector<ObjectId>& specifications) {
    std::vector<AssociatedFile> files;
    for (std::size_t i = 0; i < attachments.size(); ++i)
        if (specifications[i] != 0) files.push_back({attachments[i].node, specifications[i]});
    return files;
}

}  // namespace gongbao::typeset::pdf
