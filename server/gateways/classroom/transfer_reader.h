// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QCryptographicHash>

namespace salon::server {

/// Reads length-announced data (32 bits, big-endian, then so many bytes), cut in any way, without keeping it.
class TransferReader
{
public:
    static constexpr quint32 MaxBytes = 64 * 1024 * 1024;

    enum class State
    {
        Length, ///< the length, or the rest of it, is still to come
        Content,
        Complete, ///< all is there: see sha256(), then next()
        TooLong ///< announces more than MaxBytes; nothing more is read
    };

    /// Takes bytes up to the end of the length or of the data, whichever comes first; how many it took.
    qsizetype feed(QByteArrayView bytes);
    [[nodiscard]] State state() const { return m_state; }
    /// Whether something is begun that has not come to its end.
    [[nodiscard]] bool isWithin() const { return m_state == State::Content || !m_header.isEmpty(); }
    [[nodiscard]] quint32 announced() const { return m_announced; }
    [[nodiscard]] quint32 received() const { return m_received; }
    [[nodiscard]] QByteArray sha256() const { return m_hash.result(); }
    /// After Complete: ready for the next.
    void next();

    /// Data with its length in front.
    [[nodiscard]] static QByteArray framed(const QByteArray &data);

private:
    QByteArray m_header; ///< of the length, while it is not whole
    QCryptographicHash m_hash{ QCryptographicHash::Sha256 };
    State m_state = State::Length;
    quint32 m_announced = 0;
    quint32 m_received = 0;
};

} // namespace salon::server
