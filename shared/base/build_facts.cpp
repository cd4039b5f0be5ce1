// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/build_facts.h"

#include <QCoreApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

struct BuildFactsText
{
    Q_DECLARE_TR_FUNCTIONS(salon::BuildFactsText)
};

QString &commit()
{
    static QString known = u"unknown"_s;
    return known;
}

QString compiler()
{
#if defined(__clang__)
    return u"Clang %1.%2.%3"_s.arg(__clang_major__).arg(__clang_minor__).arg(__clang_patchlevel__);
#elif defined(__GNUC__)
    return u"GCC %1.%2.%3"_s.arg(__GNUC__).arg(__GNUC_MINOR__).arg(__GNUC_PATCHLEVEL__);
#elif defined(_MSC_FULL_VER)
    return u"MSVC %1"_s.arg(_MSC_FULL_VER);
#else
    return u"?"_s;
#endif
}

} // namespace

QString buildVersion()
{
    return QStringLiteral(SALON_VERSION);
}

void setBuildCommit(const QString &name)
{
    commit() = name;
}

QString shownCommit()
{
    return commit();
}

QString buildVersionLine(const QString &program)
{
    return u"%1 %2 (%3)"_s.arg(program, buildVersion(), commit());
}

QStringList buildFacts(const QString &tlsLibrary)
{
    const QString running = QString::fromLatin1(qVersion());
    const QString compiled = QStringLiteral(QT_VERSION_STR);
    return {
        running == compiled ? u"Qt %1"_s.arg(running)
                            : BuildFactsText::tr("Qt %1 (compiled with %2)").arg(running, compiled),
        BuildFactsText::tr("TLS: %1").arg(tlsLibrary.isEmpty() ? BuildFactsText::tr("none") : tlsLibrary),
        BuildFactsText::tr("Compiler: %1").arg(compiler()),
        //: %1 operating system, %2 processor
        BuildFactsText::tr("System: %1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
    };
}

} // namespace salon
