// SPDX-License-Identifier: Apache-2.0
// What a PDF says of itself: the XMP packet (ISO 16684-1) with the claims of PDF/A-3a and PDF/UA-1,
// and the sRGB profile that gives its colours a meaning.
#pragma once

#include <string>

#include "core/text/date.hpp"

namespace gongbao::typeset::pdf {

struct Description {
    std::string title;
    std::string author;  ///< the gazette or the issuing agency, may be empty
    core::Date date;     ///< creation and modification
    std::string producer;
};

/// An XMP packet that agrees with the Info dictionary of the same Description.
std::string xmp_packet(const Description& description);
/// "D:20260115000000+08'00'"
std::string pdf_date(const core::Date& date);
/// An sRGB matrix profile (ICC v2.1), IEC 61966-2-1 primaries adapted to D50.
std::string srgb_profile();

}  // namespace gongbao::typeset::pdf
