// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/screen.h"
#include "shared/client-core/session/outbox_entry.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/markup/formatted_text.h"
#include "shared/protocol/messages/history.h"

#include <QCoreApplication>
#include <QDate>
#include <optional>

namespace salon::console {

/// What a reply answers, as far as it is known.
struct QuotedMessage
{
    Seq seq = 0;
    std::optional<RoomEvent> message{}; ///< in its present form; without it, it is gone or out of reach
};

/// Events of rooms as lines of the terminal: with colours where there are some, with the names of now, and with nothing
/// of others in them that did not pass safeForTerminal().
class EventPrinter
{
    Q_DECLARE_TR_FUNCTIONS(salon::console::EventPrinter)

public:
    static constexpr qsizetype ListedLength = 300; ///< characters of a message in one line

    /// What is given must outlive this.
    EventPrinter(Screen &screen, const People &people, const Rooms &rooms);

    /// "#57" in front of messages, for commands that name them.
    void showNumbers(bool shows) { m_showsNumbers = shows; }
    void hideSpoilers(bool hides) { m_hidesSpoilers = hides; }

    /// A line of a room's log, with the day in front when it is another day than the last one printed. What has no line
    /// of its own (isQuiet()) prints nothing.
    void event(const RoomEvent &event, const std::optional<QuotedMessage> &quote = {}, bool rings = false);
    /// A change that came just now: "* Marie edited #57: text".
    void change(const RoomEvent &change);
    /// A message for another room than the open one, with a bell.
    void elsewhere(const QString &room, const RoomEvent &event);
    /// A message with all that it hides.
    void revealed(const RoomEvent &event);
    /// A text alone, moved in, with all that it hides.
    void text(const QString &text, TextFormat format);
    /// An entry of a list: when, where, number, who, and the text in one line.
    void listed(const RoomEvent &event, const QString &room = {});
    /// The same of a search, its text made safe already; `front` stands before it.
    void found(const QString &front, const RoomEvent &event, const QString &room, const QString &text);
    /// The message with this number has a mark in front of it; 0: none has.
    void mark(Seq seq) { m_marked = seq; }
    /// What this device wrote and the server does not have yet.
    void waiting(const OutboxEntry &entry, const QString &author);
    /// After a change of room or language: the next event names its day.
    void forgetDay() { m_day = {}; }

    /// It changes a message, and the form of that one shows it.
    [[nodiscard]] static bool isQuiet(EventKind kind);
    [[nodiscard]] FormattedText formatted(const RoomEvent &event) const;
    /// The guest's own name, else the present one, else the one of that time; not safe yet.
    [[nodiscard]] QString authorOf(const RoomEvent &event) const;

private:
    [[nodiscard]] QString stamp(const RoomEvent &event) const;
    [[nodiscard]] QString number(Seq seq) const;
    [[nodiscard]] QString author(const RoomEvent &event) const;
    [[nodiscard]] QString marks(const RoomEvent &event) const;
    [[nodiscard]] QString reactions(const RoomEvent &event) const;
    [[nodiscard]] QString quoted(const QuotedMessage &quote) const;
    [[nodiscard]] QString oneLineOf(const RoomEvent &event, qsizetype length = ListedLength) const;
    [[nodiscard]] QString said(const RoomEvent &event, qsizetype indent, bool hidesSpoilers) const;
    [[nodiscard]] QString line(const RoomEvent &event, qsizetype indent, bool hidesSpoilers) const;
    [[nodiscard]] QString listedFront(const RoomEvent &event, const QString &room) const;
    [[nodiscard]] QString gone(const RoomEvent &event) const;
    [[nodiscard]] QString changeWords(const RoomEvent &change) const;
    void nameDay(const RoomEvent &event);

    Screen &m_screen;
    const People &m_people;
    const Rooms &m_rooms;
    bool m_showsNumbers = false;
    bool m_toldOfFiles = false; ///< how they are saved
    bool m_hidesSpoilers = true;
    Seq m_marked = 0;
    QDate m_day;
};

} // namespace salon::console
