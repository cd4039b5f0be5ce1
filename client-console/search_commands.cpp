// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/search_commands.h"

#include "client-console/conversation_commands.h"
#include "client-console/search_run.h"
#include "shared/client-core/text/search_text.h"
#include "shared/client-core/text/time_text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {

SearchCommands::SearchCommands(const Parts &parts)
    : CommandGroup(parts)
{
}

std::span<const CommandRow<SearchCommands>> SearchCommands::table()
{
    using C = SearchCommands;
    using Row = CommandRow<C>;
    static constexpr std::array all{
        Row{ "search", QT_TR_NOOP("words"),
            QT_TR_NOOP("Finds messages in all rooms; also from:marie in:general before:2026-03-01 after: "
                       "has:file|image|link."),
            &C::search, false },
        Row{ "open", QT_TR_NOOP("number"),
            QT_TR_NOOP("Shows a message that /search found where it stands; #57 is a message of the open room."),
            &C::open, false },
        Row{ "date", QT_TR_NOOP("day"), QT_TR_NOOP("Shows the open room from a day on: /date 2026-03-01."), &C::date },
    };
    return all;
}

bool SearchCommands::run(const QString &name, const QString &argument)
{
    return runRow(*this, table(), name, argument);
}

QList<CommandName> SearchCommands::names() const
{
    return namesOf(table());
}

QDate SearchCommands::readDay(const QString &typed)
{
    for (const QString &form : { u"yyyy-MM-dd"_s, u"yyyy-MM"_s, u"yyyy"_s, u"dd/MM/yyyy"_s, u"d/M/yyyy"_s }) {
        if (const QDate day = QDate::fromString(typed, form); day.isValid())
            return day;
    }
    return {};
}

void SearchCommands::search(const QString &text)
{
    const ParsedSearch parsed = parseSearch(text, workspace().people(), workspace().rooms());
    for (const SearchChip &chip : parsed.chips) {
        if (!chip.problem.isEmpty()) {
            refuse(chip.problem);
            return;
        }
    }
    if (parsed.query.isEmpty())
        refuseUsageOf(table(), "search");
    else
        whenSearched(workspace(), parsed.query, answers(), [this](MessageSearch &search) { show(search); });
}

void SearchCommands::show(MessageSearch &search)
{
    const std::unique_ptr<SearchModel> model(workspace().makeSearchModel(search, nullptr));
    m_hits.clear();
    const QList<RoomEvent> events = search.hits().first(std::min(search.hits().size(), qsizetype(MostShown)));
    for (const RoomEvent &event : events)
        m_hits.append({ event.room, event.seq });
    // The newest last, as in a room: number 1 is the nearest.
    for (qsizetype i = events.size() - 1; i >= 0; --i) {
        const int row = model ? model->rowOf(events[i].room, events[i].seq) : -1;
        const QVariant snippet = row < 0 ? QVariant() : model->data(model->index(row), SearchModel::SnippetRole);
        showHit(int(i) + 1, events[i], snippet.value<SearchSnippet>());
    }
    if (events.isEmpty())
        screen().notice(tr("Nothing was found."));
    else if (events.size() < search.hits().size() || search.hasMore())
        screen().notice(
            tr("These are the newest %n message(s); there are more: search for more words, or before: a day.", nullptr,
                int(events.size())));
    screen().notice(coverageText(search.coverage()));
    if (const auto &error = search.serverError())
        refuse(*error);
    else if (!events.isEmpty())
        screen().notice(tr("/open 1 shows the first where it stands."));
}

void SearchCommands::showHit(int number, const RoomEvent &event, const SearchSnippet &snippet)
{
    const Ansi &ansi = screen().ansi();
    const QString front = u"  "_s + ansi.styled(Ansi::Style::Accent, u"[%1] "_s.arg(number));
    QString text;
    qsizetype at = 0;
    for (const TextRange &match : snippet.matches) {
        text += Screen::safe(snippet.text.mid(at, match.start - at));
        text += ansi.styled(Ansi::Style::Warning, Screen::safe(snippet.text.mid(match.start, match.length)));
        at = match.start + match.length;
    }
    text += Screen::safe(snippet.text.mid(at));
    view().printer().found(front, event, workspace().rooms().displayName(event.room), text);
}

void SearchCommands::open(const QString &number)
{
    QString typed = number;
    const bool isMessage = number.startsWith(u'#');
    const Seq wanted = ConversationCommands::takeNumber(typed);
    if (isMessage && wanted > 0) {
        if (view().isOpen())
            showAround(room(), wanted);
        else
            refuseWithoutRoom();
    } else if (wanted > 0 && wanted <= m_hits.size()) {
        showAround(m_hits[wanted - 1].room, m_hits[wanted - 1].seq);
    } else {
        refuse(m_hits.isEmpty() ? tr("Nothing was searched for yet. /search finds messages.")
                                : tr("The last search found no number %1.").arg(Screen::safe(number)));
    }
}

void SearchCommands::showAround(RoomId room, Seq seq)
{
    answers().await(
        workspace().sync().before(room, seq + ContextEvents + 1, 2 * ContextEvents + 1),
        [this, room, seq](const HistorySlice &slice) {
            const bool isThere = std::ranges::any_of(slice.events, [seq](const RoomEvent &e) { return e.seq == seq; });
            if (isThere)
                view().showContext(room, slice.events, seq);
            else
                refuse(Error{ ErrorCode::MessageUnknown, {}, {}, std::nullopt });
        },
        refusal());
}

void SearchCommands::date(const QString &typed)
{
    const QDate day = readDay(typed);
    if (!day.isValid()) {
        refuse(tr("“%1” is no day. Give it as 2026-03-01.").arg(Screen::safe(typed)));
        return;
    }
    const RoomId room = this->room();
    const auto shows = [this, room](Seq seq) {
        answers().await(
            workspace().sync().after(room, seq - 1, DayEvents),
            [this, room](const HistorySlice &slice) { view().showContext(room, slice.events, 0); }, refusal());
    };
    answers().await(workspace().findMoment(room, day), shows, refusal());
}

} // namespace salon::console
