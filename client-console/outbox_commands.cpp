// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/outbox_commands.h"

#include "client-console/conversation_commands.h"
#include "client-console/file_words.h"
#include "client-console/outbox_words.h"
#include "shared/client-core/text/error_text.h"

#include <QDateTime>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {

OutboxCommands::OutboxCommands(const Parts &parts, const WritingStyle &style)
    : CommandGroup(parts)
    , m_style(style)
{
}

std::span<const CommandRow<OutboxCommands>> OutboxCommands::table()
{
    using C = OutboxCommands;
    using Row = CommandRow<C>;
    static constexpr std::array all{
        Row{ "outbox", "", QT_TR_NOOP("Shows what is not sent yet, in all rooms, and why."), &C::outbox, false },
        Row{ "retry", QT_TR_NOOP("[number]"),
            QT_TR_NOOP("Sends again what was refused, or the entry of this number in /outbox."), &C::retry, false },
        Row{ "discard", QT_TR_NOOP("[number]"),
            QT_TR_NOOP("Discards what was refused, or the entry of this number in /outbox."), &C::discard, false },
        Row{ "edit-unsent", QT_TR_NOOP("number text"),
            QT_TR_NOOP("Sends another text in place of an entry of /outbox."), &C::editUnsent, false },
    };
    return all;
}

bool OutboxCommands::run(const QString &name, const QString &argument)
{
    return runRow(*this, table(), name, argument);
}

QList<CommandName> OutboxCommands::names() const
{
    return namesOf(table());
}

void OutboxCommands::number()
{
    m_numbered.clear();
    for (const OutboxEntry &entry : workspace().outbox().entries()) {
        if (isUnsent(entry))
            m_numbered.append(entry.cid);
    }
}

void OutboxCommands::outbox(const QString &)
{
    number();
    if (m_numbered.isEmpty())
        screen().notice(tr("Everything is sent."));
    for (qsizetype i = 0; i < m_numbered.size(); ++i) {
        if (const OutboxEntry *entry = workspace().outbox().find(m_numbered[i]))
            show(int(i) + 1, *entry);
    }
}

QString OutboxCommands::nextTry(const OutboxEntry &entry)
{
    const qint64 leftMs = entry.isDelayed ? entry.nextTryMs - QDateTime::currentMSecsSinceEpoch() : 0;
    return leftMs > 0 ? u' ' + tr("Next try in %n second(s).", nullptr, int((leftMs + 999) / 1000)) : QString();
}

void OutboxCommands::show(int number, const OutboxEntry &entry)
{
    const Ansi &ansi = screen().ansi();
    const QString sign = entry.state == SendState::Failed ? u"! "_s : u"◌ "_s;
    const QString files = FileWords::of(entriesOf(entry.files), entry.folder);
    QString what = Screen::safe(OutboxWords::of(entry));
    if (!files.isEmpty())
        what += (what.isEmpty() ? u""_s : u" "_s) + files;
    screen().raw(u"  "_s + ansi.styled(Ansi::Style::Accent, u"[%1] "_s.arg(number)) + sign + spelled(entry.room)
        + u": "_s + what);
    QString why;
    if (entry.state == SendState::Failed || entry.isDelayed)
        why = ErrorText::of(entry.error) + nextTry(entry);
    else if (entry.state == SendState::Uploading)
        why = FileWords::progress(workspace().uploads().progress(entry.cid));
    else if (!workspace().session().isOnline())
        why = tr("Waits for the network.");
    if (entry.mayBeStored)
        why += (why.isEmpty() ? u""_s : u" "_s) + tr("The server may have it already.");
    if (!why.isEmpty())
        screen().notice(u"      "_s + why);
}

const OutboxEntry *OutboxCommands::find(const QString &typed)
{
    QString rest = typed;
    const Seq number = ConversationCommands::takeNumber(rest);
    if (m_numbered.isEmpty())
        this->number();
    const bool isThere = number > 0 && number <= m_numbered.size();
    const OutboxEntry *entry = isThere ? workspace().outbox().find(m_numbered[number - 1]) : nullptr;
    if (entry && isUnsent(*entry))
        return entry;
    refuse(tr("There is no number %1 in the outbox: /outbox shows what is in it.").arg(Screen::safe(typed)));
    return nullptr;
}

void OutboxCommands::retry(const QString &number)
{
    if (!number.isEmpty()) {
        if (const OutboxEntry *entry = find(number))
            workspace().retry(entry->cid);
        return;
    }
    const auto entries = workspace().outbox().entries();
    for (const OutboxEntry &entry : entries) {
        if (entry.state == SendState::Failed || entry.isDelayed)
            workspace().retry(entry.cid);
    }
}

void OutboxCommands::discard(const QString &number)
{
    int discarded = 0;
    if (!number.isEmpty()) {
        const OutboxEntry *entry = find(number);
        if (!entry)
            return;
        if (workspace().discard(entry->cid) == OutboxRemoval::MayBeStored) {
            refuse(tr("The server may have it already: it stays until the server answers."));
            return;
        }
        discarded = 1;
    } else {
        const auto entries = workspace().outbox().entries();
        for (const OutboxEntry &entry : entries) {
            if (entry.state == SendState::Failed && workspace().discard(entry.cid) == OutboxRemoval::Done)
                ++discarded;
        }
    }
    screen().notice(tr("%n message(s) discarded.", nullptr, discarded));
}

void OutboxCommands::editUnsent(const QString &argument)
{
    QString text = argument;
    const Seq number = ConversationCommands::takeNumber(text);
    if (number == 0 || text.isEmpty()) {
        refuseUsageOf(table(), "edit-unsent");
        return;
    }
    const OutboxEntry *found = find(QString::number(number));
    if (!found)
        return;
    const OutboxEntry entry = *found;
    const bool hasText = entry.kind == EventKind::Message || entry.kind == EventKind::Edited;
    if (!hasText || !entry.files.isEmpty())
        refuse(tr("Only texts can be edited. /discard %1 takes this out of the outbox.").arg(number));
    else
        sendInstead(entry, m_style.textOf(text));
}

void OutboxCommands::sendInstead(const OutboxEntry &entry, const QString &text)
{
    // The new one first: what is refused must not cost the old one. It goes to the end of its room's queue.
    const auto sent = entry.kind == EventKind::Edited
        ? workspace().editMessage(entry.room, entry.target, text, entry.format)
        : workspace().sendText(entry.room, text, MessageOptions{ entry.target, entry.format });
    if (!sent) {
        refuse(sent.error());
        return;
    }
    if (workspace().discard(entry.cid) == OutboxRemoval::Done) {
        Q_EMIT given(*sent);
        return;
    }
    (void)workspace().discard(*sent);
    refuse(tr("The server may have it already: it stays until the server answers."));
}

} // namespace salon::console
