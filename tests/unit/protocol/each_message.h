// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/unit/protocol/message_samples.h"

#include <QTest>

namespace salon::test {

/// Rows of a test that holds for every message of the protocol.
inline void eachMessage()
{
    QTest::addColumn<MessageType>("type");
    for (const MessageInfo &info : messageInfos)
        QTest::newRow(info.name.data()) << info.type;
}

/// Calls check.operator()<M>() with the struct of this row's message.
template <class Check>
void checkRow(Check check)
{
    QFETCH(MessageType, type);
    withMessage(type, check);
}

} // namespace salon::test
