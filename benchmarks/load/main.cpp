// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "benchmarks/load/load_run.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>

namespace {

void allowManyDescriptors()
{
    rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

void print(const salon::load::LoadOptions &options, const salon::load::LoadResult &result)
{
    const double millions = double(options.follow ? result.deliveries : result.acknowledged) / 1e6;
    std::printf("label=%s tls=%d members=%d senders=%d window=%d rate=%d bytes=%d idle=%d seconds=%.2f "
                "acknowledged_per_s=%.0f deliveries_per_s=%.0f p50_ms=%.3f p95_ms=%.3f p99_ms=%.3f "
                "cpu_s_per_million=%.2f cpu_percent=%.0f rss_mib=%.1f idle_kib=%.1f missed=%llu\n",
        qPrintable(options.label), options.link.plain ? 0 : 1, options.members, options.senders, options.window,
        options.rate, options.bytes, options.idle, result.seconds, double(result.acknowledged) / result.seconds,
        double(result.deliveries) / result.seconds, result.delivery.milliseconds(0.5),
        result.delivery.milliseconds(0.95), result.delivery.milliseconds(0.99),
        millions > 0 ? result.serverCpuSeconds / millions : 0.0, 100 * result.serverCpuSeconds / result.seconds,
        double(result.residentKiB) / 1024, result.idleKiB, result.missedTurns);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto options = salon::load::readLoadOptions(QCoreApplication::arguments());
    if (!options)
        return 2;
    allowManyDescriptors();
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL
    salon::load::LoadRun run(*options);
    const auto result = run.run();
    if (!result)
        return 1;
    print(*options, *result);
    return 0;
}
