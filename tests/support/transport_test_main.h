// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/event_dispatcher.h"

#include <QCoreApplication>
#include <QTest>

/// A main() that runs the test on the worker's event dispatcher with SALON_TEST_DISPATCHER=worker in the environment.
#define SALON_TRANSPORT_TEST_MAIN(TestClass)                                                                           \
    int main(int argc, char *argv[])                                                                                   \
    {                                                                                                                  \
        if (qgetenv("SALON_TEST_DISPATCHER") == "worker")                                                              \
            QCoreApplication::setEventDispatcher(salon::makeWorkerEventDispatcher().release());                        \
        QCoreApplication app(argc, argv);                                                                              \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
