// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/display_guard.h"

#include <QByteArray>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace salon {
namespace {

struct Heard
{
    QByteArray sentence;
    QByteArray reason; ///< the first thing that Qt's platform plugins complained of
    QtMessageHandler usual = nullptr;
};

Heard &heard()
{
    static Heard what;
    return what;
}

void hear(QtMsgType type, const QMessageLogContext &context, const QString &words)
{
    Heard &what = heard();
    if (type == QtFatalMsg) {
        std::fprintf(stderr, "%s\n", what.sentence.constData());
        if (!what.reason.isEmpty())
            std::fprintf(stderr, "(%s)\n", what.reason.constData());
        std::fflush(stderr);
        std::_Exit(EXIT_FAILURE); // half of an application cannot be taken down
    }
    // What is said for debugging somebody asked for.
    if (type != QtDebugMsg && context.category && std::strncmp(context.category, "qt.qpa", 6) == 0) {
        if (what.reason.isEmpty())
            what.reason = words.trimmed().toLocal8Bit();
        return;
    }
    if (what.usual)
        what.usual(type, context, words);
}

} // namespace

DisplayGuard::DisplayGuard(const QString &sentence)
{
    heard().sentence = sentence.toLocal8Bit();
    heard().usual = qInstallMessageHandler(&hear);
}

DisplayGuard::~DisplayGuard()
{
    qInstallMessageHandler(heard().usual);
    heard() = {};
}

} // namespace salon
