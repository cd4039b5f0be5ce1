// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/program.h"
#include "shared/base/build_commit.h"
#include "shared/base/build_facts.h"
#include "shared/base/process_end.h"

#include <QString>

int main(int argc, char **argv)
{
    salon::setBuildCommit(QString::fromLatin1(salon::buildCommit()));
    return salon::endOfProgram(salon::server::runProgram(argc, argv));
}
