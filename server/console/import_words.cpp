// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/console/import_words.h"

#include "server/console/operator_words.h"
#include "shared/base/terminal_text.h"

#include <QLocale>

namespace salon::server {
namespace {

QString counted(qint64 number)
{
    return QLocale().toString(number);
}

int plural(qint64 number)
{
    return int(std::min<qint64>(number, 1'000'000'000));
}

} // namespace

QString ImportWords::report(const ImportReport &report)
{
    switch (report.stage) {
    case ImportReport::Stage::Checking:
        return tr("Import: %n line(s) looked at. Nothing is written yet.", nullptr, plural(report.lines));
    case ImportReport::Stage::Writing:
        //: two numbers
        return tr("Import: %1 of %2 lines.").arg(counted(report.lines), counted(report.total));
    case ImportReport::Stage::Done:
        return outcome(report);
    case ImportReport::Stage::Failed:
        break;
    }
    QString text = failure(report.failure);
    if (report.added > 0)
        text += QLatin1Char(' ')
            + tr("%n message(s) were added before. Repeating the command goes on with the rest.", nullptr,
                plural(report.added));
    else
        text += QLatin1Char(' ') + tr("No message was added.");
    return text;
}

QString ImportWords::outcome(const ImportReport &report)
{
    QStringList sentences{ tr("Import into “%1” is done: %n message(s) added.", nullptr, plural(report.added))
                               .arg(safeLineForTerminal(report.room)) };
    if (report.known > 0)
        sentences.append(tr("%n message(s) were there already.", nullptr, plural(report.known)));
    if (report.leftOut > 0)
        sentences.append(tr("%n line(s) are no messages and were left out.", nullptr, plural(report.leftOut)));
    if (report.filesMissing > 0)
        sentences.append(
            tr("%n file(s) are not in the export and were left out.", nullptr, plural(report.filesMissing)));
    return sentences.join(QLatin1Char(' '));
}

QString ImportWords::failure(const ImportFailure &failure)
{
    if (failure.line > 0)
        return tr("The import ended at line %1: %2.").arg(counted(failure.line), problem(failure));
    return tr("The import ended: %1.").arg(problem(failure));
}

QString ImportWords::problem(const ImportFailure &failure)
{
    const QString what = safeLineForTerminal(failure.what);
    switch (failure.problem) {
    case ImportProblem::AlreadyRunning:
        return tr("another one is still running");
    case ImportProblem::CannotRead:
        return tr("%1 cannot be read").arg(what);
    case ImportProblem::NotAnExport:
        return tr("this is not the export of a room");
    case ImportProblem::UnknownVersion:
        return tr("this export was made by a newer version of Salon");
    case ImportProblem::LineTooLong:
        return tr("the line is too long");
    case ImportProblem::NotJson:
        return tr("this is not a JSON object");
    case ImportProblem::BadField:
        return tr("“%1” is missing or not as it should be").arg(what);
    case ImportProblem::SeqNotRising:
        return tr("“seq” is not higher than in the line before");
    case ImportProblem::BadText:
        return OperatorWords::error(failure.error);
    case ImportProblem::BadFilePlace:
        return tr("“%1” is not a place in the folder “files”").arg(what);
    case ImportProblem::FileMissing:
        return tr("the file %1 is missing or cannot be read").arg(what);
    case ImportProblem::FileDamaged:
        return tr("the file %1 is not the one that was exported").arg(what);
    case ImportProblem::FilesSwitchedOff:
        return tr("the export has files, and this server takes none");
    case ImportProblem::NoMessages:
        return tr("there is no message in it");
    case ImportProblem::Changed:
        return tr("the export was changed meanwhile");
    case ImportProblem::Refused:
        break;
    }
    if (failure.error.code == ErrorCode::LoginTaken)
        return tr("somebody has the username “%1”, which imports need").arg(failure.error.params.value(0));
    if (failure.error.code == ErrorCode::InvalidRoomName)
        return tr("the room's name is not allowed; name another one behind the folder");
    return OperatorWords::error(failure.error);
}

} // namespace salon::server
