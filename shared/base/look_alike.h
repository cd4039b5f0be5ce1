// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <memory>

namespace salon {

/// Finds names that people cannot tell apart (Unicode TS 39). What it gives depends on the version of Unicode:
/// skeletons are kept with unicodeVersion() and made anew when that changes.
class LookAlike
{
public:
    LookAlike();
    ~LookAlike();
    Q_DISABLE_COPY_MOVE(LookAlike)

    /// What a name looks like, as written and in lower case. Two names look alike when they have one in common.
    [[nodiscard]] QList<QString> skeletons(const QString &name) const;
    /// Skeletons of several names of one account, each once.
    [[nodiscard]] QList<QString> skeletonsOfAll(const QList<QString> &names) const;
    /// Whether a name mixes scripts in a way that serves confusion ("highly restrictive" is not met).
    [[nodiscard]] bool mixesScripts(const QString &name) const;

    [[nodiscard]] static QString unicodeVersion();

private:
    struct Checker;
    std::unique_ptr<Checker> m_checker;
};

} // namespace salon
