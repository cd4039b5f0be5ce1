// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/connection_pair.h"
#include "tests/support/under_wine.h"

#include <QTest>

namespace salon::test {

/// Rows of a test that holds for every kind of connection.
inline void eachWire()
{
    QTest::addColumn<Wire>("wire");
    QTest::newRow("plain") << Wire::Plain;
    QTest::newRow("tls") << Wire::Tls;
    if (!isUnderWine()) // Wine 8 sometimes never comes back from closing a pipe
        QTest::newRow("local") << Wire::Local;
}

} // namespace salon::test
