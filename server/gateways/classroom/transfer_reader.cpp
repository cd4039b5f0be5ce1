// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/transfer_reader.h"

#include <QtEndian>
#include <algorithm>

namespace salon::server {
namespace {

constexpr qsizetype LengthBytes = 4;

} // namespace

qsizetype TransferReader::feed(QByteArrayView bytes)
{
    if (m_state == State::Length) {
        const qsizetype taken = std::min(LengthBytes - m_header.size(), bytes.size());
        m_header.append(bytes.first(taken).toByteArray());
        if (m_header.size() == LengthBytes) {
            m_announced = qFromBigEndian<quint32>(m_header.constData());
            m_header.clear();
            m_state = m_announced > MaxBytes ? State::TooLong : m_announced == 0 ? State::Complete : State::Content;
        }
        return taken;
    }
    if (m_state != State::Content)
        return 0;
    const auto taken = std::min<qsizetype>(m_announced - m_received, bytes.size());
    m_hash.addData(bytes.first(taken));
    m_received += quint32(taken);
    if (m_received == m_announced)
        m_state = State::Complete;
    return taken;
}

void TransferReader::next()
{
    m_hash.reset();
    m_announced = 0;
    m_received = 0;
    m_state = State::Length;
}

QByteArray TransferReader::framed(const QByteArray &data)
{
    QByteArray length(LengthBytes, Qt::Uninitialized);
    qToBigEndian(quint32(data.size()), length.data());
    return length + data;
}

} // namespace salon::server
