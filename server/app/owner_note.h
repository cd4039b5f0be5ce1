// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QString>

namespace salon::server {

/// Where the owner code stands when standard output is no place for a secret: a file of the data folder that its owner
/// alone, and root, may read. It is gone as soon as the server has an owner.
class OwnerNote
{
public:
    explicit OwnerNote(const QString &dataFolder);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// The join link that makes its user the owner, and the code in it.
    Result<> write(const QString &link, const QString &code) const;
    /// Nothing when there is none.
    void remove() const;

private:
    QString m_path;
};

} // namespace salon::server
