// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/config.h"

#include <QByteArray>
#include <QString>
#include <functional>
#include <optional>

namespace salon::server {

/// `salon-server --setup`: three questions at most, or none, and a configuration file. What a file that is there holds
/// beside the answers stays as it is, comments too, and the file as it was is kept beside it.
class Setup
{
public:
    /// Shows `prompt` and gives the line typed; nothing at the end of input.
    using Ask = std::function<std::optional<QString>(const QString &prompt)>;
    using Say = std::function<void(const QString &text)>;

    /// `config`: what file, variables and options make together; the answers offered. `file`: where it will stand,
    /// which may not be there yet.
    Setup(Config config, QString file);

    /// Asks, writes and says what to do next. Without `ask` nothing is asked: a file that is missing is made of
    /// `config`, one that is there stays untouched, and when it does not say what `config` says, that is a problem.
    ConfigResult<> run(const Ask &ask, const Say &say);

private:
    bool askAll(const Ask &ask, const Say &say);
    [[nodiscard]] std::optional<QString> nameFrom(const QString &answer, const Say &say) const;
    ConfigResult<> write(const QByteArray &before, const QByteArray &after, const Say &say) const;
    void sayWhatIsNext(const Say &say) const;

    Config m_config;
    QString m_file;
};

} // namespace salon::server
