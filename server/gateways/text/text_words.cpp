// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/text/text_words.h"

#include "server/gateways/shown_text.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

QByteArray line(const QString &text)
{
    return shownLine(text).toUtf8() + '\n';
}

/// Something that the server says, not a person: nobody's name begins so.
QByteArray notice(const QString &text)
{
    return line(u"* "_s + text);
}

/// A person's name is never taken for the server's mark.
QString shownName(const QString &name)
{
    return name.startsWith(u'*') ? QChar(u'\u2217') + name.mid(1) : name;
}

/// Each line of a message carries the name, so that no line can pass for somebody else's.
QByteArray spoken(const QString &name, const QString &text)
{
    QByteArray lines;
    for (const QString &part : text.split(u'\n'))
        lines += line(shownName(name) + u": "_s + part);
    return lines;
}

/// What somebody does, in words of their own; each line is the server's, so that none passes for a message.
QByteArray acted(const QString &name, const QString &text)
{
    QByteArray lines;
    for (const QString &part : text.split(u'\n'))
        lines += notice(shownName(name) + u' ' + part);
    return lines;
}

/// What somebody put in the place of an earlier message.
QByteArray corrected(const QString &name, const QString &text)
{
    QByteArray lines;
    for (const QString &part : text.split(u'\n'))
        lines += notice(shownName(name) + u": "_s + part);
    return lines;
}

} // namespace

QByteArray TextWords::welcome(const GuestWelcome &welcome)
{
    //: First line that a guest of the plain-text access sees: room, name of the guest
    return notice(tr("Welcome to “%1”. You are %2. Each line is a message; /help shows the commands.")
                      .arg(welcome.room, welcome.name));
}

QByteArray TextWords::help()
{
    return notice(tr("/nick NAME takes another name")) + notice(tr("/who shows who is here"))
        + notice(tr("/msg NAME TEXT writes to one person alone")) + notice(tr("/quit leaves"))
        + notice(tr("A line that begins with // is a message that begins with /"));
}

QByteArray TextWords::word(const RoomWord &word)
{
    const bool isText = word.kind == EventKind::Message || word.kind == EventKind::Edited;
    if (word.kind == EventKind::Edited && word.text.isEmpty()) // taken off files, which nobody sees here
        return {};
    if (isText && word.format == TextFormat::Action)
        return acted(word.name, word.text);
    if (isText)
        return word.kind == EventKind::Edited ? corrected(word.name, word.text) : spoken(word.name, word.text);
    const QString told = eventSentence(word);
    return told.isEmpty() ? QByteArray() : notice(told);
}

QString TextWords::eventSentence(const RoomWord &word)
{
    switch (word.kind) {
    case EventKind::Joined:
    case EventKind::GuestArrived:
        return tr("%1 is here now.").arg(word.name);
    case EventKind::Left:
    case EventKind::GuestLeft:
        return tr("%1 has left.").arg(word.name);
    case EventKind::Invited:
        return tr("%1 is here now.").arg(word.params.value(0));
    case EventKind::Removed:
    case EventKind::Banned:
        return tr("%1 has left.").arg(word.params.value(0));
    case EventKind::Renamed:
        return tr("The room is now called “%1”.").arg(word.params.value(0));
    case EventKind::TopicChanged:
        return tr("The topic is now: “%1”").arg(word.params.value(0));
    case EventKind::Announcement:
        return tr("Announcement: %1").arg(word.text);
    default:
        return {};
    }
}

QByteArray TextWords::privateWord(const PrivateWord &word)
{
    QByteArray lines;
    for (const QString &part : word.text.split(u'\n')) {
        //: A private message that a guest of the plain-text access gets: who wrote it, what
        lines += line(tr("%1 (to you alone): %2").arg(shownName(word.name), part));
    }
    return lines;
}

QByteArray TextWords::renamed(const QString &from, const QString &to)
{
    return notice(tr("%1 is now called %2.").arg(from, to));
}

QByteArray TextWords::people(const GuestAnswer &answer, const QString &self)
{
    QByteArray lines = notice(tr("%n person(s) here:", nullptr, answer.peopleCount));
    for (const DoorPerson &person : answer.people) {
        QString shown = person.name;
        if (!person.login.isEmpty() && person.login != person.name)
            shown += u" (%1)"_s.arg(person.login);
        else if (person.login.isEmpty() && person.name == self)
            shown = tr("%1 (you)").arg(shown);
        lines += notice(u"  "_s + shown);
    }
    const auto more = answer.peopleCount - int(answer.people.size());
    return more > 0 ? lines + notice(tr("… and %n more", nullptr, more)) : lines;
}

QByteArray TextWords::ownName(const QString &name)
{
    return notice(tr("You are now called %1.").arg(name));
}

QByteArray TextWords::sentTo(const QString &name)
{
    return notice(tr("Sent to %1 alone.").arg(name));
}

QByteArray TextWords::problem(const Error &error)
{
    return notice(sentence(error));
}

QString TextWords::sentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NameLooksAlike:
        return tr("That name is taken, or looks like one that is.");
    case ErrorCode::InvalidDisplayName:
        return tr("That name cannot be taken: one word of at most 32 letters, of one script, not a number.");
    case ErrorCode::AccountUnknown:
        return tr("Nobody here has that name; /who shows who is here.");
    case ErrorCode::EmptyText:
        return tr("There is no text. /msg NAME TEXT");
    case ErrorCode::StorageFull:
    case ErrorCode::StorageFailed:
        return tr("The server cannot store anything now: this was not posted. Try again later.");
    default:
        return tr("The server could not do that.");
    }
}

QByteArray TextWords::hint(CutLine::Kind kind)
{
    switch (kind) {
    case CutLine::Kind::Text:
        break;
    case CutLine::Kind::Latin1:
        return notice(tr("This was not posted: it looks like Latin-1 text. Send UTF-8, please."));
    case CutLine::Kind::Garbage:
        return notice(tr("This was not posted: it is not text. Send UTF-8, please."));
    case CutLine::Kind::TooLong:
        return notice(
            tr("This was not posted: a line has at most %Ln byte(s).", nullptr, int(LineCutter::MaxLineBytes)));
    }
    return {};
}

QByteArray TextWords::unknownCommand(const QString &command)
{
    return notice(tr("There is no command %1; /help shows the commands.").arg(command.left(32)));
}

QByteArray TextWords::missingName()
{
    return notice(tr("Which name? /nick NAME"));
}

QByteArray TextWords::missingMessage()
{
    return notice(tr("To whom, and what? /msg NAME TEXT"));
}

QByteArray TextWords::goodbye()
{
    return notice(tr("Good bye."));
}

QByteArray TextWords::tooManyGuests()
{
    return notice(tr("There are too many guests; try again later."));
}

QByteArray TextWords::stopping()
{
    return notice(tr("The server is stopping."));
}

QByteArray TextWords::tooFast(int lines)
{
    return notice(tr("Too fast: %n line(s) were left out.", nullptr, lines));
}

QByteArray TextWords::endedByOperator()
{
    return notice(tr("The operator has ended this connection."));
}

} // namespace salon::server
