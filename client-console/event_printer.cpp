// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/event_printer.h"

#include "client-console/file_words.h"
#include "client-console/outbox_words.h"
#include "client-console/terminal_markup.h"
#include "shared/base/terminal_text.h"
#include "shared/client-core/session/names_in_texts.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/text/time_text.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"

#include <QDateTime>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr qsizetype QuoteLength = 72; ///< characters of the line above a reply
constexpr qsizetype EditLength = 160; ///< of an edit told of when it comes

QString stampAt(qint64 ms)
{
    return u"[%1] "_s.arg(TimeText::time(ms));
}

QString indented(const QString &body, qsizetype columns)
{
    QString text = body;
    text.replace(u'\t', "    "_L1);
    return safeForTerminal(text).replace(u'\n', u'\n' + QString(columns, u' '));
}

} // namespace

EventPrinter::EventPrinter(Screen &screen, const People &people, const Rooms &rooms)
    : m_screen(screen)
    , m_people(people)
    , m_rooms(rooms)
{
}

bool EventPrinter::isQuiet(EventKind kind)
{
    return isChange(kind) && kind != EventKind::Pinned && kind != EventKind::Unpinned;
}

QString EventPrinter::authorOf(const RoomEvent &event) const
{
    if (!event.alias.isEmpty())
        return event.alias;
    const QString known = m_people.nameOf(event.author);
    return known.isEmpty() ? event.authorName : known;
}

FormattedText EventPrinter::formatted(const RoomEvent &event) const
{
    return formatText(event.text, event.format, namesInTexts(m_people, m_rooms, event));
}

QString EventPrinter::stamp(const RoomEvent &event) const
{
    return m_screen.ansi().styled(Ansi::Style::Muted, stampAt(event.timeMs));
}

QString EventPrinter::number(Seq seq) const
{
    const QString sign = seq > 0 && seq == m_marked ? u"▶ "_s : u""_s;
    return m_showsNumbers && seq > 0 ? sign + u"#%1 "_s.arg(seq) : sign;
}

/// A guest has a colour of its own, and a mark that says through which gateway it speaks.
QString EventPrinter::author(const RoomEvent &event) const
{
    if (event.alias.isEmpty())
        return m_screen.name(event.author, authorOf(event));
    const QString gateway = m_people.nameOf(event.author);
    const AccountId colour{ event.author.value + qChecksum(event.alias.toUtf8()) };
    const QString mark = u" [%1]"_s.arg(Screen::safe(gateway.isEmpty() ? event.authorName : gateway));
    return m_screen.name(colour, event.alias) + m_screen.ansi().styled(Ansi::Style::Muted, mark);
}

/// What happened to the message since it was written.
QString EventPrinter::marks(const RoomEvent &event) const
{
    QStringList words;
    if (event.editedMs > 0)
        words.append(tr("edited"));
    if (event.pinned)
        words.append(tr("pinned"));
    return words.isEmpty() ? QString()
                           : m_screen.ansi().styled(Ansi::Style::Muted, u" ("_s + words.join(u", "_s) + u')');
}

QString EventPrinter::reactions(const RoomEvent &event) const
{
    QStringList all;
    for (const ReactionEntry &reaction : event.reactions) {
        const QString counted = Screen::safe(reaction.emoji) + u' ' + QString::number(reaction.count);
        all.append(reaction.mine ? m_screen.ansi().styled(Ansi::Style::Accent, tr("%1 (you)").arg(counted)) : counted);
    }
    return all.join(u"  "_s);
}

QString EventPrinter::gone(const RoomEvent &event) const
{
    const QString words = event.deletedBy.isValid() && event.deletedBy != event.author
        ? tr("deleted by %1").arg(m_people.nameOf(event.deletedBy))
        : tr("deleted");
    return m_screen.ansi().styled(Ansi::Style::Muted, u'(' + Screen::safe(words) + u')');
}

QString EventPrinter::quoted(const QuotedMessage &quote) const
{
    QString words = u"#%1"_s.arg(quote.seq);
    if (!quote.message) {
        words += u' ' + tr("(this message is not here any more)");
    } else if (quote.message->deleted) {
        words += u' ' + authorOf(*quote.message) + u": "_s + tr("(deleted)");
    } else {
        words += u' ' + authorOf(*quote.message) + u": "_s + oneLineOf(*quote.message, QuoteLength);
    }
    return m_screen.ansi().styled(Ansi::Style::Muted, u"┌ "_s + Screen::safe(words));
}

/// The text, and the files behind it.
QString EventPrinter::oneLineOf(const RoomEvent &event, qsizetype length) const
{
    const QString text = oneLine(formatted(event), length);
    const QString files = FileWords::of(event);
    return text.isEmpty() || files.isEmpty() ? text + files : text + u' ' + files;
}

QString EventPrinter::said(const RoomEvent &event, qsizetype indent, bool hidesSpoilers) const
{
    const FormattedText text = formatted(event);
    QString body = terminalMarkup(text, m_screen.ansi(), { indent, hidesSpoilers });
    if (!event.files.isEmpty())
        body += (event.text.isEmpty() ? u""_s : u'\n' + QString(indent, u' ')) + FileWords::of(event);
    if (event.format == TextFormat::Action)
        return u"* "_s + author(event) + marks(event) + u' ' + body;
    const QString gap = beginsWithBlock(text) ? u'\n' + QString(indent, u' ') : u" "_s;
    return author(event) + marks(event) + u':' + gap + body;
}

QString EventPrinter::line(const RoomEvent &event, qsizetype indent, bool hidesSpoilers) const
{
    if (event.kind == EventKind::Pinned || event.kind == EventKind::Unpinned)
        return m_screen.ansi().styled(Ansi::Style::Muted, u"* "_s + changeWords(event));
    const bool isMessage = event.kind == EventKind::Message;
    const QString seq = isMessage || event.kind == EventKind::Announcement
        ? m_screen.ansi().styled(Ansi::Style::Muted, number(event.seq))
        : QString();
    if (event.kind == EventKind::Announcement)
        return seq + m_screen.ansi().styled(Ansi::Style::Warning, u"📢 "_s + indented(event.text, indent));
    if (!isMessage) {
        const QString words = EventText::of(event, authorOf(event), m_people.nameOf(event.subject));
        return m_screen.ansi().styled(Ansi::Style::Muted, u"* "_s + Screen::safe(words));
    }
    return seq + (event.deleted ? author(event) + u": "_s + gone(event) : said(event, indent, hidesSpoilers));
}

void EventPrinter::nameDay(const RoomEvent &event)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(event.timeMs).date();
    if (std::exchange(m_day, day) != day)
        m_screen.divider(TimeText::day(day, QDate::currentDate()));
}

void EventPrinter::event(const RoomEvent &event, const std::optional<QuotedMessage> &quote, bool rings)
{
    if (isQuiet(event.kind))
        return;
    nameDay(event);
    const qsizetype indent = stampAt(event.timeMs).size();
    const QString under = u'\n' + QString(indent, u' ');
    QString text = stamp(event) + line(event, indent, m_hidesSpoilers);
    if (quote)
        text.prepend(QString(indent, u' ') + quoted(*quote) + u'\n');
    if (!event.reactions.isEmpty())
        text += under + reactions(event);
    if (m_showsNumbers && m_hidesSpoilers && !event.deleted && hasSpoiler(formatted(event)))
        text += under
            + m_screen.ansi().styled(Ansi::Style::Muted, tr("/reveal %1 shows what is hidden.").arg(event.seq));
    m_screen.raw(rings && m_screen.ansi().isEnabled() ? text + u'\a' : text);
    if (m_showsNumbers && !event.files.isEmpty() && !std::exchange(m_toldOfFiles, true))
        m_screen.notice(tr("/save-file %1 saves what is attached; /help save-file says more.").arg(event.seq));
}

QString EventPrinter::changeWords(const RoomEvent &change) const
{
    const QString who = authorOf(change);
    const QString which = u"#%1"_s.arg(change.target);
    const QString emoji = change.params.value(0);
    QString words;
    switch (change.kind) {
    case EventKind::Edited:
        words = change.text.isEmpty() ? tr("%1 took the text off the files of %2.").arg(who, which)
                                      : tr("%1 edited %2: %3").arg(who, which, oneLine(formatted(change), EditLength));
        break;
    case EventKind::Deleted:
        words = tr("%1 deleted %2.").arg(who, which);
        break;
    case EventKind::Reacted:
        words = tr("%1 reacted %2 to %3").arg(who, emoji, which);
        break;
    case EventKind::Unreacted:
        words = tr("%1 took back %2 from %3").arg(who, emoji, which);
        break;
    case EventKind::Pinned:
        words = tr("%1 pinned %2.").arg(who, which);
        break;
    case EventKind::Unpinned:
        words = tr("%1 unpinned %2.").arg(who, which);
        break;
    default:
        break;
    }
    return Screen::safe(words);
}

void EventPrinter::change(const RoomEvent &change)
{
    // What it said was deleted later on.
    const bool isEmpty = (change.kind == EventKind::Edited && change.deleted)
        || ((change.kind == EventKind::Reacted || change.kind == EventKind::Unreacted) && change.params.isEmpty());
    if (isEmpty || !isChange(change.kind))
        return;
    nameDay(change);
    m_screen.raw(stamp(change) + m_screen.ansi().styled(Ansi::Style::Muted, u"* "_s + changeWords(change)));
}

void EventPrinter::elsewhere(const QString &room, const RoomEvent &event)
{
    const QString where = m_screen.ansi().styled(Ansi::Style::Accent, u"{%1} "_s.arg(Screen::safe(room)));
    const QString text = stamp(event) + where + line(event, stampAt(event.timeMs).size(), m_hidesSpoilers);
    m_screen.raw(m_screen.ansi().isEnabled() ? text + u'\a' : text);
}

void EventPrinter::revealed(const RoomEvent &event)
{
    m_screen.raw(stamp(event) + line(event, stampAt(event.timeMs).size(), false));
}

void EventPrinter::text(const QString &text, TextFormat format)
{
    RoomEvent event;
    event.text = text;
    event.format = format;
    const QString indent(4, u' ');
    m_screen.raw(indent + terminalMarkup(formatted(event), m_screen.ansi(), { indent.size(), false }));
}

QString EventPrinter::listedFront(const RoomEvent &event, const QString &room) const
{
    const Ansi &ansi = m_screen.ansi();
    const QString when = u"[%1] "_s.arg(TimeText::brief(event.timeMs, QDateTime::currentDateTime()));
    const QString where
        = room.isEmpty() ? QString() : ansi.styled(Ansi::Style::Accent, u"{%1} "_s.arg(Screen::safe(room)));
    return ansi.styled(Ansi::Style::Muted, when) + where + ansi.styled(Ansi::Style::Muted, u"#%1 "_s.arg(event.seq))
        + author(event) + u": "_s;
}

void EventPrinter::listed(const RoomEvent &event, const QString &room)
{
    const QString text = event.deleted ? gone(event) : Screen::safe(oneLineOf(event));
    m_screen.raw(u"  "_s + listedFront(event, room) + text);
}

void EventPrinter::found(const QString &front, const RoomEvent &event, const QString &room, const QString &text)
{
    const QString shown = text.isEmpty() ? Screen::safe(oneLineOf(event)) : text;
    m_screen.raw(front + listedFront(event, room) + shown);
}

void EventPrinter::waiting(const OutboxEntry &entry, const QString &author)
{
    const QString time = stampAt(entry.createdMs);
    const QString files = FileWords::of(entriesOf(entry.files), entry.folder);
    const QString gap = entry.text.isEmpty() || files.isEmpty() ? u""_s : u" "_s;
    const QString what = isChange(entry.kind)
        ? Screen::safe(OutboxWords::of(entry))
        : Screen::safe(author) + u": "_s + indented(entry.text, time.size()) + gap + files;
    if (entry.state == SendState::Failed) {
        m_screen.problem(u"! "_s + time + what + u" ("_s + ErrorText::of(entry.error) + u')');
        m_screen.notice(tr("It is kept: /outbox shows it, /retry sends it again, /discard discards it."));
        return;
    }
    const QString why
        = entry.isDelayed ? u'(' + Screen::safe(ErrorText::of(entry.error)) + u')' : tr("(waiting for the network)");
    m_screen.raw(m_screen.ansi().styled(Ansi::Style::Muted, u"◌ "_s + time + what + u' ' + why));
}

} // namespace salon::console
