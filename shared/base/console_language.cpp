// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/console_language.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

QString systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &name : wanted) {
        if (name.startsWith("fr"_L1))
            return u"fr"_s;
        if (name.startsWith("en"_L1))
            return u"en"_s;
    }
    return u"en"_s;
}

} // namespace

ConsoleLanguage::ConsoleLanguage(QString catalogue)
    : m_catalogue(std::move(catalogue))
{
}

ConsoleLanguage::~ConsoleLanguage()
{
    QCoreApplication::removeTranslator(&m_translator);
}

bool ConsoleLanguage::isKnown(const QString &language)
{
    return language == "fr"_L1 || language == "en"_L1;
}

void ConsoleLanguage::speak(const QString &language)
{
    m_spoken = isKnown(language) ? language : systemLanguage();
    QCoreApplication::removeTranslator(&m_translator);
    // The system's own locale when it speaks this language, so that its habits (24 h, first day) stay.
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.name().startsWith(m_spoken) ? system : QLocale(m_spoken));
    if (m_translator.load(u":/i18n/"_s + m_catalogue + u'_' + m_spoken))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace salon
