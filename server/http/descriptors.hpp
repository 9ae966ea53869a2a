// SPDX-License-Identifier: Apache-2.0
// Descriptors: how many this process may have, and one kept in reserve. Used by listener.cpp.
#pragma once

namespace gongbao::server {

/// Raises the process's limit of open descriptors as far as it may without privileges, and returns
/// it.
int raise_descriptor_limit();

/// A descriptor held back for the moment when there are no more: without one a waiting connection
/// can be neither accepted nor turned away, and the socket stays ready for ever.
class ReserveDescriptor {
  public:
    ReserveDescriptor();
    ~ReserveDescriptor();
    ReserveDescriptor(const ReserveDescriptor&) = delete;
    ReserveDescriptor& operator=(const ReserveDescriptor&) = delete;

    /// Accepts one connection of `listening` in the reserve's place and closes it; false when none
    /// waits (without a free descriptor accept fails before it looks).
    bool turn_one_away(int listening);

  private:
    int descriptor_;
};

}  // namespace gongbao::server
