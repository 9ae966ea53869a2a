// SPDX-License-Identifier: Apache-2.0
// What is known of a document beside its text: who issued it, its number, its days, its force.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/date.hpp"

namespace gongbao::core {

/// 效力级别
enum class Force : std::uint8_t { Other, Rule /*规章*/, Normative /*行政规范性文件*/ };
/// 公开方式
enum class Openness : std::uint8_t {
    Public /*主动公开*/,
    OnRequest /*依申请公开*/,
    Closed /*不予公开*/
};

const char* name_of(Force force);        ///< "other", "rule", "normative"
const char* name_of(Openness openness);  ///< "public", "on-request", "closed"
std::optional<Force> force_named(std::string_view name);
std::optional<Openness> openness_named(std::string_view name);

struct Metadata {
    std::string title;                 ///< the printed title without line breaks
    std::string index_number;          ///< 索引号, opaque
    std::string number;                ///< 发文字号 as printed; parse with parse_doc_number
    std::string kind;                  ///< 文种: 通知, 决定, 令, 办法 …
    std::vector<std::string> issuers;  ///< 发文机关, lead agency first
    Force force = Force::Other;
    Openness openness = Openness::Public;
    std::optional<Date> written;      ///< 成文日期
    std::optional<Date> adopted;      ///< 通过日期
    std::optional<Date> promulgated;  ///< 公布日期
    std::optional<Date> published;    ///< 发布日期 (on the web)
    std::optional<Date> effective;    ///< 施行日期
    std::optional<Date> expires;      ///< 有效期至
    std::vector<std::string> themes;  ///< 主题分类, "综合政务/政务公开"
    std::vector<std::string> keywords;
    std::string source;  ///< where the text was taken from: URL, file name, system id

    friend bool operator==(const Metadata&, const Metadata&) = default;
};

}  // namespace gongbao::core
