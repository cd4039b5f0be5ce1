// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLocale>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QTranslator;

namespace salon {

enum class LanguageChoice
{
    System,
    English,
    French
};

/// The language of the whole program, changed while it runs: installs our catalogue and Qt's, sets the default QLocale
/// and the layout direction. Widgets hear of it by QEvent::LanguageChange and say all their texts again in
/// retranslateUi(); what is no widget listens to languageChanged(). One instance, made before the first widget; it uses
/// QCoreApplication.
class LanguageManager : public QObject
{
    Q_OBJECT

public:
    /// Called with each new choice of the user's, to be stored. The choice read at start is given to setChoice() by the
    /// owner before any window exists.
    using Remember = std::function<void(LanguageChoice)>;

    explicit LanguageManager(
        Remember remember = {}, QString catalogueFolder = QStringLiteral(":/i18n"), QObject *parent = nullptr);
    ~LanguageManager() override;

    [[nodiscard]] LanguageChoice choice() const noexcept { return m_choice; }
    void setChoice(LanguageChoice choice);

    /// "en" or "fr": what is spoken now, also when the choice is System.
    [[nodiscard]] QString language() const;
    /// For dates and numbers: the system's own locale when it speaks this language, so that its habits stay.
    [[nodiscard]] QLocale locale() const { return m_locale; }

    /// The first language of the system's list that we speak, else English.
    [[nodiscard]] static QLocale::Language systemLanguage(const QStringList &systemLanguages);

Q_SIGNALS:
    void languageChanged();

private:
    void speak(QLocale::Language language);
    void install(const QString &catalogue, const QString &folder);

    Remember m_remember;
    QString m_catalogueFolder;
    LanguageChoice m_choice = LanguageChoice::System;
    QLocale::Language m_language = QLocale::AnyLanguage;
    QLocale m_locale;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

/// For stored settings: "system", "en", "fr"; anything else reads as System.
[[nodiscard]] QString toSetting(LanguageChoice choice);
[[nodiscard]] LanguageChoice languageChoiceFromSetting(const QString &text);

} // namespace salon
