// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/codec.h"

namespace salon {

/// Records are kept on disk in their wire form: one codec, strict when read back, and new optional fields need no
/// migration.
template <wire::Record T>
[[nodiscard]] QByteArray packed(const T &record)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    QCborStreamWriter writer(&buffer);
    wire::writeRecord(writer, record);
    return bytes;
}

template <wire::Record T>
[[nodiscard]] bool unpack(const QByteArray &bytes, T &record)
{
    QCborStreamReader reader(bytes);
    wire::ReadContext context;
    return wire::readRecord(reader, record, context);
}

} // namespace salon
