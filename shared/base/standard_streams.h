// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon {

/// Opens the null device for those of standard input, output and error that were closed at the start. Otherwise the
/// first files and sockets that the program makes get their numbers: it would print into them, and take what arrives
/// there for typed. On Windows all three carry bytes as they are, too (no CR is added), and the console shows UTF-8
/// until the program ends. The first thing in main().
void openMissingStandardStreams();

/// Gives the console the encoding back that openMissingStandardStreams() took from it; std::exit() does it, too.
void restoreConsole();

/// For programs with windows, which have no console of their own on Windows: output goes to the console that started
/// them, if it goes nowhere yet. Nothing to do elsewhere. Before openMissingStandardStreams().
void useConsoleOfStarter();

/// Whether somebody reads what is written to standard error: it is a terminal; on Windows, where programs that are
/// started from the desktop have none, also a pipe or a file.
[[nodiscard]] bool isErrorOutputRead();

} // namespace salon
