// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/operator_language.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salon::server {

OperatorLanguage::~OperatorLanguage()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void OperatorLanguage::use(const QString &language)
{
    const QString wanted = language.isEmpty() ? QLocale::system().name() : language;
    const QString code = wanted.startsWith("fr"_L1) ? u"fr"_s : u"en"_s;
    if (code == m_current)
        return;
    QCoreApplication::removeTranslator(&m_translator);
    m_current = code;
    QLocale::setDefault(QLocale(code));
    if (m_translator.load(u":/i18n/salon-server_%1.qm"_s.arg(code)))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace salon::server
