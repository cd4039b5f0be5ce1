// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/bot_account.h"

#include "shared/base/text_checks.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// The wished one, or one that is like nobody else's.
QString freeDisplayName(const CommandContext &context, const QString &login, const QString &wished)
{
    for (const QString &name : { wished, wished + u" (Salon)"_s }) {
        const auto skeletons = context.lookAlike.skeletons(name);
        if (checkDisplayName(name) && !context.state.accounts.lookingLike(skeletons, {}).isValid())
            return name;
    }
    return login;
}

NewAccount draftBot(const CommandContext &context, const QString &login, const QString &name, BotPlace place)
{
    NewAccount draft;
    draft.account.login = login;
    draft.account.displayName = freeDisplayName(context, login, name);
    draft.account.role = Role::Bot;
    draft.account.createdMs = context.clock.wallMs();
    draft.account.lastSeenMs = draft.account.createdMs;
    draft.skeletons = context.lookAlike.skeletonsOfAll({ draft.account.login, draft.account.displayName });
    if (place == BotPlace::Nowhere)
        return draft;
    draft.room = context.state.rooms.first()->id;
    draft.joined.room = draft.room;
    draft.joined.kind = EventKind::Joined;
    draft.joined.authorName = draft.account.displayName;
    draft.joined.timeMs = draft.account.createdMs;
    return draft;
}

} // namespace

void findBotAccount(CommandContext &context, const QString &login, const QString &name, BotPlace place,
    std::function<void(const Result<AccountId> &)> done)
{
    const Accounts &accounts = context.state.accounts;
    if (const Account *existing = accounts.findLogin(login)) {
        // Somebody may have registered it before these logins were kept.
        const bool isOurs = existing->role == Role::Bot && existing->passwordHash.isEmpty()
            && accounts.devicesOf(existing->id).isEmpty();
        done(isOurs ? Result<AccountId>(existing->id) : fail(ErrorCode::LoginTaken, {}, { login }));
        return;
    }
    const NewAccount draft = draftBot(context, login, name, place);
    context.store.createAccount(draft,
        context.whenDone<CreatedAccount>(
            [&context, draft, done = std::move(done)](const Result<CreatedAccount> &created) {
                if (!created) {
                    done(fail(created.error()));
                    return;
                }
                context.state.accounts.put(created->account);
                context.state.accounts.putSkeletons(created->account.id, draft.skeletons);
                if (draft.room.isValid()) {
                    context.publish(created->joined);
                    context.state.rooms.putMembership(created->membership);
                }
                done(created->account.id);
            }));
}

} // namespace salon::server
