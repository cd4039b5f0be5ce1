// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QTranslator>

namespace salon {

/// The words of a program without windows: one catalogue of :/i18n, exchanged while it runs. Also sets the default
/// QLocale, for dates and numbers. Lives in the main thread as long as words are needed.
class ConsoleLanguage
{
public:
    /// `catalogue`: "salon-server", "salon-console".
    explicit ConsoleLanguage(QString catalogue);
    ~ConsoleLanguage();
    Q_DISABLE_COPY_MOVE(ConsoleLanguage)

    /// "fr" or "en"; anything else means the system's language, and English if we don't speak that.
    void speak(const QString &language);
    /// "fr" or "en".
    [[nodiscard]] QString spoken() const { return m_spoken; }
    [[nodiscard]] static bool isKnown(const QString &language);

private:
    QString m_catalogue;
    QString m_spoken;
    QTranslator m_translator;
};

} // namespace salon
