// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <optional>

#ifdef Q_OS_UNIX
#include <sys/types.h>
#endif

namespace salon::server {

/// Whose a file or folder is, so that root can give to others what it writes for them. On Windows, where folders hand
/// their access lists down, it knows and does nothing.
class FileOwner
{
public:
    /// What is there now; of nothing when there is none.
    static FileOwner of(const QString &path);

    /// Gives them a file that this process has just written; what may be done with it is as with the file that was
    /// asked about, if it was one. Does nothing when there is no right to, and nothing to a link, another user's file
    /// or one with a second name, which somebody may have put in its place: only root's rights would reach these.
    void give(const QString &file) const;

private:
#ifdef Q_OS_UNIX
    struct Known
    {
        uid_t user;
        gid_t group;
        std::optional<mode_t> mode; ///< of a file
    };
    std::optional<Known> m_known{};
#endif
};

} // namespace salon::server
