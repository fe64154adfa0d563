// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/bugs.h"

#ifdef FAYI_TEST_BUGS
namespace fayi::bugs {
std::string_view active;
}  // namespace fayi::bugs
#endif
