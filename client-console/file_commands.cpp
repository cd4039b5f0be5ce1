// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/file_commands.h"

#include "client-console/file_words.h"
#include "client-console/search_run.h"
#include "client-console/typed_files.h"
#include "shared/base/file_name.h"
#include "shared/client-core/text/time_text.h"

#include <QDir>
#include <QStandardPaths>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

QString usualFolder()
{
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return downloads.isEmpty() ? QDir::homePath() : downloads;
}

/// Where a file of a sent folder goes: below a folder of its name, and never out of it.
QString placeOf(const FileEntry &file, const QString &folder, const QString &target)
{
    const QString below = checkFilePath(file.path) ? file.path : QString();
    return QDir::cleanPath(target + u'/' + safeFileName(folder) + u'/' + below);
}

} // namespace

FileCommands::FileCommands(const Parts &parts, Transfers &transfers, const WritingStyle &style)
    : CommandGroup(parts)
    , m_transfers(transfers)
    , m_style(style)
{
}

std::span<const CommandRow<FileCommands>> FileCommands::table()
{
    using C = FileCommands;
    using Row = CommandRow<C>;
    static constexpr std::array all{
        Row{ "file", QT_TR_NOOP("path… [caption]"),
            QT_TR_NOOP("Sends files, or one folder, as a message. “-- caption” where the caption looks like a path."),
            &C::file },
        Row{ "files", "", QT_TR_NOOP("Lists the files of the open room or conversation, with their numbers."),
            &C::files },
        Row{ "save-file", QT_TR_NOOP("number [folder]"),
            QT_TR_NOOP("Saves the files of a message, or one of them: 57, or 57.2 for the second one."), &C::saveFile },
        Row{ "pause", QT_TR_NOOP("[number]"), QT_TR_NOOP("Pauses the files that are on their way, or one of them."),
            &C::pause, false },
        Row{ "resume", QT_TR_NOOP("[number]"), QT_TR_NOOP("Goes on with what is paused."), &C::resume, false },
        Row{ "cancel", QT_TR_NOOP("number"), QT_TR_NOOP("Stops a file that is on its way."), &C::cancel, false },
    };
    return all;
}

bool FileCommands::run(const QString &name, const QString &argument)
{
    return runRow(*this, table(), name, argument);
}

QList<CommandName> FileCommands::names() const
{
    return namesOf(table());
}

FileCommands::Chosen FileCommands::readChosen(const QString &typed)
{
    constexpr qsizetype LongestSeq = 18;
    constexpr qsizetype LongestNumber = 4;
    const QString plain = typed.startsWith(u'#') ? typed.mid(1) : typed;
    const QString seq = plain.section(u'.', 0, 0);
    const QString number = plain.section(u'.', 1);
    const auto isNumber = [](const QString &text, qsizetype longest) {
        return !text.isEmpty() && text.size() <= longest
            && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (!isNumber(seq, LongestSeq) || (plain.contains(u'.') && !isNumber(number, LongestNumber)))
        return {};
    const Chosen chosen{ seq.toLongLong(), number.toInt() };
    return plain.contains(u'.') && chosen.number == 0 ? Chosen{} : chosen;
}

bool FileCommands::canSend(RoomId room)
{
    const PostingState posting = workspace().mayPost(room);
    if (!posting.may && posting.why == ErrorCode::PostingRestricted) {
        refuse(Error{ posting.why, {}, {}, std::nullopt });
        return false;
    }
    if (workspace().canSendFiles(room))
        return true;
    const bool serverCan = workspace().limits().fileBytes > 0;
    refuse(serverCan ? Error{ ErrorCode::FilesNotAllowed, {}, {}, std::nullopt }
                     : Error{ ErrorCode::UnknownRequest, {}, {}, std::nullopt });
    return false;
}

void FileCommands::file(const QString &argument)
{
    const TypedFiles typed = readTypedFiles(argument);
    if (!typed.missing.isEmpty()) {
        refuse(tr("There is no file “%1”. If it belongs to the caption, put -- in front of the caption.")
                   .arg(Screen::safe(typed.missing)));
        return;
    }
    if (typed.paths.isEmpty())
        refuseUsageOf(table(), "file");
    else
        send(room(), typed.paths, m_style.textOf(typed.caption));
}

void FileCommands::send(RoomId room, const QStringList &paths, const QString &caption, Seq replyTo)
{
    if (!canSend(room))
        return;
    answers().await(
        workspace().scan(paths),
        [this, room, caption, replyTo](const ScannedFiles &scanned) { sendScanned(room, scanned, caption, replyTo); },
        refusal());
}

void FileCommands::sendScanned(RoomId room, const ScannedFiles &scanned, const QString &caption, Seq replyTo)
{
    const MessageOptions options{ replyTo, m_style.format };
    const auto sent = workspace().sendFiles(room, caption, scanned.files, scanned.folder, options);
    if (!sent) {
        refuse(sent.error());
        return;
    }
    if (scanned.skipped > 0)
        screen().notice(
            tr("%n file(s) of the folder left out: hidden, links, or not to be read.", nullptr, scanned.skipped));
    m_transfers.begin(*sent);
    Q_EMIT given(*sent);
}

void FileCommands::files(const QString &)
{
    SearchQuery query;
    query.room = room();
    query.hasFile = true;
    whenSearched(workspace(), query, answers(), [this, room = room()](MessageSearch &search) {
        if (search.hits().isEmpty())
            screen().notice(tr("There is no file in this room."));
        if (search.hasMore())
            screen().notice(tr("These are the newest; there are more. /search has:file and words find others."));
        if (room == view().room())
            listFiles(search.hits());
    });
}

void FileCommands::listFiles(const QList<RoomEvent> &messages)
{
    const Ansi &ansi = screen().ansi();
    // The newest last, as in the room.
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        const QString when = TimeText::brief(message->timeMs, QDateTime::currentDateTime());
        const QString who = screen().name(message->author, view().printer().authorOf(*message));
        for (qsizetype i = 0; i < message->files.size(); ++i) {
            const bool isOnly = message->files.size() == 1;
            const QString number = isOnly ? QString::number(message->seq) : u"%1.%2"_s.arg(message->seq).arg(i + 1);
            screen().raw(u"  "_s + ansi.styled(Ansi::Style::Accent, u'[' + number + u']') + u' '
                + FileWords::one(message->files[i]) + ansi.styled(Ansi::Style::Muted, u" · "_s) + who
                + ansi.styled(Ansi::Style::Muted, u" · "_s + when));
        }
    }
}

void FileCommands::saveFile(const QString &argument)
{
    const QString typed = argument.section(u' ', 0, 0);
    const Chosen chosen = readChosen(typed);
    if (chosen.seq == 0) {
        refuseUsageOf(table(), "save-file");
        return;
    }
    const QString folder = argument.section(u' ', 1).trimmed();
    const QString target = folder.isEmpty() ? usualFolder() : typedFolder(folder);
    answers().await(
        workspace().fetchMessage(room(), chosen.seq),
        [this, chosen, target](const RoomEvent &message) { saveFiles(message, chosen.number, target); }, refusal());
}

void FileCommands::saveFiles(const RoomEvent &message, int number, const QString &target)
{
    if (message.files.isEmpty() || number > message.files.size()) {
        refuse(tr("Message #%1 has no such file. /files lists them.").arg(message.seq));
        return;
    }
    const bool isOne = number > 0 || message.files.size() == 1;
    const qsizetype first = number > 0 ? number - 1 : 0;
    const qsizetype last = number > 0 ? number - 1 : message.files.size() - 1;
    for (qsizetype i = first; i <= last; ++i) {
        const bool isOfFolder = !isOne && !message.folder.isEmpty();
        const QString place = isOfFolder ? placeOf(message.files[i], message.folder, target) : target;
        if (!QDir().mkpath(place)) {
            refuse(Error{ ErrorCode::CannotOpenFile, {}, { place }, std::nullopt });
            return;
        }
        const DownloadKey key{ message.room, message.seq, int(i) };
        answers().await(
            m_transfers.save(key, message.files[i], place), [](const QString &) {}, refusal());
    }
}

int FileCommands::transferNumber(const QString &typed)
{
    bool isNumber = typed.isEmpty();
    const int number = isNumber ? 0 : typed.toInt(&isNumber);
    if (isNumber && number >= 0)
        return number;
    refuse(tr("“%1” is no number of a file that is on its way.").arg(Screen::safe(typed)));
    return -1;
}

void FileCommands::pause(const QString &typed)
{
    const int number = transferNumber(typed);
    if (number >= 0 && !m_transfers.pause(number))
        refuse(tr("No such file is on its way."));
}

void FileCommands::resume(const QString &typed)
{
    const int number = transferNumber(typed);
    if (number >= 0 && !m_transfers.resume(number))
        refuse(tr("No such file is on its way."));
}

void FileCommands::cancel(const QString &typed)
{
    const int number = transferNumber(typed);
    if (number >= 0 && !m_transfers.cancel(number))
        refuse(tr("No such file is on its way."));
}

} // namespace salon::console
