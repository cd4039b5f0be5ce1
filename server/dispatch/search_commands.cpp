// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/search_commands.h"

#include "server/dispatch/wire_form.h"
#include "server/domain/permissions.h"
#include "server/search/message_index.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr quint32 MaxHits = 50;
constexpr quint32 AgainAfterMs = 300; ///< a search of the account is under way
constexpr qint64 MaxBytes = wire_limits::PageByteBudget;

SearchQuery queryOf(const SearchMessages &message)
{
    SearchQuery query;
    query.text = message.text;
    query.room = message.room;
    query.from = message.from;
    query.fromName = message.fromName;
    query.sinceMs = std::max<qint64>(message.sinceMs, 0);
    query.untilMs = std::max<qint64>(message.untilMs, 0);
    query.hasFile = message.hasFile;
    query.hasImage = message.hasImage;
    query.hasLink = message.hasLink;
    return query;
}

/// One may not ask about rooms that one cannot read.
Result<> checkRoom(const CommandContext &context, const Session &session, RoomId id)
{
    if (!id.isValid())
        return {};
    const Room *room = context.state.rooms.find(id);
    if (!room)
        return fail(ErrorCode::RoomUnknown);
    const bool isMember = context.state.rooms.membership(id, session.account) != nullptr;
    return checkPermission(
        Action::ReadHistory, context.accountOf(session)->role, standingIn(*room, session.account, isMember));
}

/// What the account can get of one room, or of all.
QHash<RoomId, Seq> floorsOf(const CommandContext &context, AccountId account, RoomId only)
{
    QHash<RoomId, Seq> floors;
    const QList<RoomId> rooms = only.isValid() ? QList<RoomId>{ only } : context.state.rooms.roomsOf(account);
    for (const RoomId room : rooms) {
        if (const Membership *membership = context.state.rooms.membership(room, account))
            floors.insert(room, membership->floor);
    }
    return floors;
}

/// Says how much was searched.
void cover(const CommandContext &context, const QHash<RoomId, Seq> &floors, SearchPage &page)
{
    page.rooms = quint32(floors.size());
    for (auto floor = floors.cbegin(); floor != floors.cend(); ++floor) {
        const Room *room = context.state.rooms.find(floor.key());
        if (room)
            page.messages += quint64(std::max<qint64>(std::min(room->messageCount, room->head - floor.value() + 1), 0));
    }
}

/// An account that runs one search at most. Domain thread.
class RunningSearch
{
public:
    RunningSearch(CommandContext &context, AccountId account)
        : m_context(&context)
        , m_account(account)
    {
        context.searching.insert(account);
    }
    ~RunningSearch() { end(); }
    Q_DISABLE_COPY_MOVE(RunningSearch)
    [[nodiscard]] CommandContext *context() const { return m_context; }
    /// Before it is answered: the answer may bring the next search.
    void end()
    {
        if (m_context && !std::exchange(m_ended, true))
            m_context->searching.remove(m_account);
    }

private:
    QPointer<CommandContext> m_context;
    AccountId m_account;
    bool m_ended = false;
};

/// What the reader may have lost meanwhile is not told any more.
SearchPage pageOf(
    const CommandContext &context, AccountId account, const FoundMessages &found, const QHash<RoomId, Seq> &floors)
{
    SearchPage page;
    page.oldestMs = found.oldestMs;
    cover(context, floors, page);
    for (const FoundMessage &message : found.messages) {
        const Membership *membership = context.state.rooms.membership(message.event.room, account);
        if (!membership || message.event.seq < membership->floor)
            continue;
        page.hits.append({ message.order, wireEvent(message.event) });
        if (page.oldestMs > 0) // what was imported is older than where its room begins
            page.oldestMs = std::min(page.oldestMs, message.event.timeMs);
    }
    return page;
}

void answer(const std::shared_ptr<RunningSearch> &search, const ReplyTo &to, AccountId account,
    const QHash<RoomId, Seq> &floors, const SearchHits &hits, bool isFirst)
{
    CommandContext &context = *search->context();
    FoundQuery query;
    for (const SearchHit &hit : hits.hits)
        query.places.append({ hit.order, hit.room, hit.seq });
    query.reader = account;
    query.maxBytes = MaxBytes;
    if (isFirst)
        query.oldestOf = floors;
    const bool isPartial = context.index->isPartial();
    context.store.readFound(query,
        context.whenStored<FoundMessages>(
            to, [search, to, account, floors, more = hits.more, isPartial](const FoundMessages &found) {
                SearchPage page = pageOf(*search->context(), account, found, floors);
                page.more = more || found.isCut;
                page.isPartial = isPartial;
                search->end();
                search->context()->reply(to, page);
            }));
}

} // namespace

void searchMessages(CommandContext &context, Session &session, const ReplyTo &to, const SearchMessages &message)
{
    const SearchQuery query = queryOf(message);
    Result<> allowed = checkRoom(context, session, message.room);
    if (allowed && query.isEmpty())
        allowed = fail(ErrorCode::InvalidSearch);
    else if (allowed && !context.index)
        allowed = fail(ErrorCode::ServerBusy);
    else if (allowed && context.searching.contains(session.account))
        allowed = fail(Error{ ErrorCode::RateLimited, {}, {}, AgainAfterMs });
    if (!allowed) {
        context.refuse(to, allowed.error());
        return;
    }
    SearchScope scope;
    scope.floors = floorsOf(context, session.account, message.room);
    scope.before = message.before;
    scope.limit = int(message.limit == 0 ? MaxHits : std::min(message.limit, MaxHits));
    const auto search = std::make_shared<RunningSearch>(context, session.account);
    context.index->find(query, scope,
        [search, to, account = session.account, floors = *scope.floors, isFirst = message.before == 0](
            const Result<SearchHits> &hits) {
            if (!search->context())
                return;
            if (hits) {
                answer(search, to, account, floors, *hits, isFirst);
                return;
            }
            search->end();
            search->context()->refuse(to, hits.error());
        });
}

void findMoment(CommandContext &context, Session &session, const ReplyTo &to, const FindMoment &message)
{
    const Seq floor = context.state.rooms.membership(message.room, session.account)->floor;
    context.store.findMoment({ message.room, message.timeMs, floor },
        context.whenStored<Seq>(to, [&context, to](Seq seq) { context.reply(to, MomentFound{ seq }); }));
}

} // namespace salon::server
