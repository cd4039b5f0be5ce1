// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/program.h"

int main(int argc, char **argv)
{
    return salon::server::runProgram(argc, argv);
}
