// SPDX-License-Identifier: Apache-2.0
// The names of document.hpp without what they are made of, for headers that only pass documents on:
// who includes them is not compiled again when a document gets another member.
#pragma once

#include <cstdint>
#include <vector>

namespace gongbao::core {

struct Annex;
struct Block;
struct Cell;
struct Document;
struct Figure;
struct Inline;
struct Marks;
struct Media;
struct Metadata;
struct Table;

enum class Align : std::uint8_t;
enum class Force : std::uint8_t;
enum class Mark : std::uint16_t;
enum class Openness : std::uint8_t;
enum class Role : std::uint8_t;

using Blocks = std::vector<Block>;
using Runs = std::vector<Inline>;

}  // namespace gongbao::core
