// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/plain_problem.h"

#include "shared/client-core/text/error_text.h"

#include <QLocale>

namespace salon::console {

QString PlainProblem::of(const Error &error, const PlainAddress &address)
{
    switch (error.code) {
    case ErrorCode::ConnectionRefused:
        return tr("Nobody listens on %1.").arg(address.toString());
    case ErrorCode::TimedOut:
        return tr("%1 does not answer.").arg(address.toString());
    case ErrorCode::AddressInUse:
        return tr("Another program uses %1 already.").arg(address.toString());
    case ErrorCode::NotPermitted:
        return tr("The system does not let you use %1.").arg(address.toString());
    case ErrorCode::InvalidAddress:
        return tr("%1 cannot be used on this machine.").arg(address.toString());
    case ErrorCode::ConnectionLost:
    case ErrorCode::SlowReader:
        return tr("The other side has cut the connection.");
    case ErrorCode::FrameTooLarge:
        return tr("The other side announces a frame of %1 bytes; more than %2 are not taken.")
            .arg(QLocale().toString(error.params.value(0).toLongLong()),
                QLocale().toString(error.params.value(1).toLongLong()));
    case ErrorCode::MalformedFrame:
        return tr("The other side has ended in the middle of a frame.");
    default:
        return ErrorText::of(error); // a host that does not exist
    }
}

QString PlainProblem::tooLarge(qsizetype limit)
{
    return tr("One message here holds at most %1 bytes.").arg(QLocale().toString(limit));
}

ExitCode PlainProblem::exitCode(const Error &error)
{
    switch (error.code) {
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::TimedOut:
        return ExitNotConnected;
    case ErrorCode::AddressInUse:
    case ErrorCode::NotPermitted:
    case ErrorCode::InvalidAddress:
    case ErrorCode::ServerBusy:
        return ExitLocalProblem;
    default:
        return ExitNotConfirmed;
    }
}

} // namespace salon::console
