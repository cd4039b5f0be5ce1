// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace salon::console {

/// Makes text of bytes of others that come in pieces of any size: strict UTF-8, safe for a terminal. CR LF and LF end
/// lines, tabs are blanks, and a byte that is not UTF-8 is shown as \xE9.
class PrintableBytes
{
public:
    /// The text of what came, without a character or CR LF that is not whole yet.
    QString feed(QByteArrayView bytes);
    /// The text of what is held back.
    QString finish();
    /// A byte was not UTF-8 so far.
    [[nodiscard]] bool hasForeignBytes() const { return m_hasForeign; }

private:
    QString decode(QByteArrayView bytes);

    QByteArray m_held;
    bool m_hasForeign = false;
};

} // namespace salon::console
