// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon {

/// Commit that this program was built from: twelve digits, with "+" behind when files differed from it, or "unknown".
/// Only programs link it (Salon::BuildCommit) and give it to setBuildCommit(), so that a new commit compiles one file.
[[nodiscard]] const char *buildCommit();

} // namespace salon
