// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/screen.h"

#include "shared/base/terminal_text.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/text/time_text.h"

#include <QDateTime>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

/// In front of an event; its length is what the further lines of the event are indented by.
QString stamp(qint64 ms)
{
    return u"[%1] "_s.arg(TimeText::time(ms));
}

/// A body in lines that stay together under the first.
QString indented(const QString &body, qsizetype columns)
{
    QString text = body;
    text.replace(u'\t', "    "_L1);
    return safeForTerminal(text).replace(u'\n', u'\n' + QString(columns, u' '));
}

QString authorOf(const RoomEvent &event, const People &people)
{
    if (!event.alias.isEmpty())
        return event.alias;
    const QString known = people.nameOf(event.author);
    return known.isEmpty() ? event.authorName : known;
}

} // namespace

QString Screen::safe(const QString &text)
{
    return safeLineForTerminal(text);
}

QString Screen::name(AccountId account, const QString &name) const
{
    return m_ansi.name(account, safe(name));
}

void Screen::raw(const QString &text)
{
    m_editor.printAbove(text);
}

void Screen::notice(const QString &text)
{
    raw(m_ansi.styled(Ansi::Style::Muted, safeForTerminal(text)));
}

void Screen::success(const QString &text)
{
    raw(m_ansi.styled(Ansi::Style::Good, safeForTerminal(text)));
}

void Screen::problem(const QString &text)
{
    m_editor.printProblem(m_ansi.styled(Ansi::Style::Danger, safeForTerminal(text)));
}

void Screen::problem(const Error &error)
{
    problem(ErrorText::of(error));
}

void Screen::divider(const QString &text, Ansi::Style style)
{
    raw(m_ansi.styled(style, u"── %1 ──"_s.arg(safe(text))));
}

QString Screen::message(const RoomEvent &event, const People &people) const
{
    const qsizetype columns = stamp(event.timeMs).size();
    if (event.kind == EventKind::Announcement)
        return m_ansi.styled(Ansi::Style::Warning, u"📢 "_s + indented(event.text, columns));
    if (event.kind != EventKind::Message) {
        const QString words = EventText::of(event, authorOf(event, people), people.nameOf(event.subject));
        return m_ansi.styled(Ansi::Style::Muted, u"* "_s + safe(words));
    }
    const bool mentionsMe = event.mentions.contains(people.self());
    const QString body = mentionsMe ? m_ansi.styled(Ansi::Style::Mention, indented(event.text, columns))
                                    : indented(event.text, columns);
    if (event.alias.isEmpty())
        return name(event.author, authorOf(event, people)) + u": "_s + body;
    // A guest has a colour of its own, and a mark that says through which gateway it speaks.
    const QString gateway = people.nameOf(event.author);
    const AccountId colour{ event.author.value + qChecksum(event.alias.toUtf8()) };
    const QString mark = u" [%1]"_s.arg(safe(gateway.isEmpty() ? event.authorName : gateway));
    return name(colour, event.alias) + m_ansi.styled(Ansi::Style::Muted, mark) + u": "_s + body;
}

void Screen::event(const RoomEvent &event, const People &people)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(event.timeMs).date();
    if (day != m_day) {
        m_day = day;
        divider(TimeText::day(day, QDate::currentDate()));
    }
    const QString time = m_ansi.styled(Ansi::Style::Muted, stamp(event.timeMs));
    const bool rings = m_ansi.isEnabled() && event.kind == EventKind::Message && event.mentions.contains(people.self())
        && event.author != people.self();
    raw(time + message(event, people) + (rings ? u"\a"_s : QString()));
}

void Screen::elsewhere(const QString &room, const RoomEvent &event, const People &people)
{
    const QString time = m_ansi.styled(Ansi::Style::Muted, stamp(event.timeMs));
    const QString where = m_ansi.styled(Ansi::Style::Accent, u"{%1} "_s.arg(safe(room)));
    raw(time + where + message(event, people) + (m_ansi.isEnabled() ? u"\a"_s : QString()));
}

void Screen::waiting(const OutboxEntry &entry, const QString &author)
{
    const QString time = stamp(entry.createdMs);
    if (entry.state == SendState::Failed) {
        problem(u"! "_s + time + ErrorText::of(entry.error));
        notice(tr("Your text is kept: /outbox shows it, /retry sends it again, /discard discards it."));
        return;
    }
    raw(m_ansi.styled(Ansi::Style::Muted,
        u"◌ "_s + time + safe(author) + u": "_s + indented(entry.text, time.size()) + u' '
            + tr("(waiting for the network)")));
}

} // namespace salon::console
