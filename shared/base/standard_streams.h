// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon {

/// Opens the null device for those of standard input, output and error that were closed at the start. Otherwise the
/// first files and sockets that the program makes get their numbers: it would print into them, and take what arrives
/// there for typed. The first thing in main().
void openMissingStandardStreams();

} // namespace salon
