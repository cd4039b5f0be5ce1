// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/language_manager.h"

#include "shared/base/logging.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

QLocale localeFor(QLocale::Language language)
{
    const QLocale system = QLocale::system();
    if (system.language() == language)
        return system;
    // Somebody who reads English on a system of another language most likely counts hours to 24 and writes the day
    // first.
    return language == QLocale::French ? QLocale(QLocale::French, QLocale::France)
                                       : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

LanguageManager::LanguageManager(Remember remember, QString catalogueFolder, QObject *parent)
    : QObject(parent)
    , m_remember(std::move(remember))
    , m_catalogueFolder(std::move(catalogueFolder))
{
    speak(systemLanguage(QLocale::system().uiLanguages()));
}

LanguageManager::~LanguageManager() = default;

void LanguageManager::setChoice(LanguageChoice choice)
{
    if (choice == std::exchange(m_choice, choice))
        return;
    switch (choice) {
    case LanguageChoice::System:
        speak(systemLanguage(QLocale::system().uiLanguages()));
        break;
    case LanguageChoice::English:
        speak(QLocale::English);
        break;
    case LanguageChoice::French:
        speak(QLocale::French);
        break;
    }
    if (m_remember)
        m_remember(choice);
}

QString LanguageManager::language() const
{
    return m_language == QLocale::French ? u"fr"_s : u"en"_s;
}

QLocale::Language LanguageManager::systemLanguage(const QStringList &systemLanguages)
{
    for (const QString &name : systemLanguages) {
        const QLocale::Language language = QLocale(name).language();
        if (language == QLocale::French || language == QLocale::English)
            return language;
    }
    return QLocale::English;
}

void LanguageManager::speak(QLocale::Language language)
{
    if (language == std::exchange(m_language, language))
        return;
    m_locale = localeFor(language);
    // Before the translators: their installation sends LanguageChange, and who hears it formats dates.
    QLocale::setDefault(m_locale);
    QGuiApplication::setLayoutDirection(m_locale.textDirection());
    m_translators.clear(); // a destroyed translator takes itself out
    install(u"qtbase_"_s + this->language(), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"salon-gui_"_s + this->language(), m_catalogueFolder);
    Q_EMIT languageChanged();
}

void LanguageManager::install(const QString &catalogue, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    // Packages for Windows and macOS carry Qt's catalogues beside ours.
    if (!translator->load(catalogue, folder) && !translator->load(catalogue, m_catalogueFolder)) {
        qCInfo(salonUi) << "no catalogue" << catalogue;
        return;
    }
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

QString toSetting(LanguageChoice choice)
{
    switch (choice) {
    case LanguageChoice::English:
        return u"en"_s;
    case LanguageChoice::French:
        return u"fr"_s;
    case LanguageChoice::System:
        break;
    }
    return u"system"_s;
}

LanguageChoice languageChoiceFromSetting(const QString &text)
{
    if (text == "en"_L1)
        return LanguageChoice::English;
    if (text == "fr"_L1)
        return LanguageChoice::French;
    return LanguageChoice::System;
}

} // namespace salon
