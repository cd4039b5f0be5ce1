// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QTranslator>

namespace salon::server {

/// The language of everything that the program prints. One per process, main thread.
class OperatorLanguage
{
public:
    OperatorLanguage() = default;
    ~OperatorLanguage();
    Q_DISABLE_COPY_MOVE(OperatorLanguage)

    /// Speaks `language` ("fr", "en"); the system's when it is empty; English when it is unknown.
    void use(const QString &language);
    [[nodiscard]] QString current() const { return m_current; }

private:
    QTranslator m_translator;
    QString m_current;
};

} // namespace salon::server
