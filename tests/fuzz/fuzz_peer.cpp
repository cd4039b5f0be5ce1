// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/peer/peer_steps.h"

#include "tests/support/wait_until.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>
#include <memory>

// What somebody does at the other end of a link between two devices, while the person here does something too.

using namespace salon;
using namespace salon::test;

namespace {

constexpr int RunsOfAStore = 500;

/// A store and its folder; a new one now and then, so that it stays small.
struct Place
{
    QTemporaryDir folder{ QStringLiteral("/dev/shm/salon-fuzz-XXXXXX") };
    PeerStore store{ folder.filePath(QStringLiteral("peers.db")) };
    JobLane files{ QStringLiteral("fuzz-files") };
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz_peer";
    static char *argv[] = { name, nullptr };
    static const QCoreApplication application(argc, argv);
    static const QStringList before = QSqlDatabase::connectionNames(); // so that Qt's list of databases goes last
    static std::unique_ptr<Place> place;
    static quint32 run = 0;
    if (run++ % RunsOfAStore == 0) {
        place = std::make_unique<Place>();
        const auto opened = place->store.open();
        if (!waitUntil([&opened] { return opened.isFinished(); }) || !opened.result())
            std::abort();
    }
    PeerSteps steps(place->store, place->files, place->folder.path());
    steps.run(QByteArrayView(data, qsizetype(size)));
    if (const QString complaint = steps.complaint(); !complaint.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(complaint));
        std::abort();
    }
    return 0;
}
