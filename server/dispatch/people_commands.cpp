// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/people_commands.h"

#include "server/dispatch/wire_form.h"
#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr quint32 DefaultPeople = 100;
constexpr quint32 MaxPeople = 200;
constexpr qsizetype KeyBytes = 32;
constexpr qsizetype KeyChars = 43; ///< in base64url without padding; longer than any name

/// The query as the key of a device, if it can be one.
std::optional<QByteArray> keyIn(const QString &query)
{
    if (query.size() != KeyChars)
        return {};
    const auto key = QByteArray::fromBase64Encoding(query.toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return key && key.decoded.size() == KeyBytes ? std::optional(key.decoded) : std::nullopt;
}

} // namespace

void findPeople(CommandContext &context, Session &, const ReplyTo &to, const FindPeople &message)
{
    const QString query = message.query.trimmed();
    PeopleList list;
    if (const auto key = keyIn(query)) {
        const Device *device = context.state.accounts.findKey(*key);
        if (const Account *owner = device ? context.state.accounts.find(device->account) : nullptr)
            list.people.append(profileOf(*owner, context.presence));
        context.reply(to, list);
        return;
    }
    const auto limit = qsizetype(message.limit == 0 ? DefaultPeople : std::min(message.limit, MaxPeople));
    const Accounts::Page page = context.state.accounts.search(query, qsizetype(message.offset), limit);
    for (const Account *account : page.accounts)
        list.people.append(profileOf(*account, context.presence));
    list.more = !page.isLast;
    context.reply(to, list);
}

void setPresence(CommandContext &context, Session &session, const ReplyTo &to, const SetPresence &message)
{
    if (message.state > PresenceState::Busy) {
        context.refuse(to, { ErrorCode::MalformedMessage, {}, { u"SetPresence"_s, u"state"_s }, {} });
        return;
    }
    const auto text = checkStatusText(message.statusText.value_or(QString()));
    if (!text) {
        context.refuse(to, text.error());
        return;
    }
    context.presence.set(session.account, session.info.id.value, message.state);
    context.presenceChanged();
    const Account *account = context.accountOf(session);
    if (!message.statusText || *text == account->statusText) {
        context.done(to);
        return;
    }
    AccountChange change{ .account = session.account };
    change.statusText = *text;
    context.store.changeAccount(
        change, context.whenStored<void>(to, [&context, to, id = session.account, text = *text] {
            Account changed = *context.state.accounts.find(id);
            changed.statusText = text;
            context.state.accounts.put(changed);
            context.presence.touch(id);
            context.presenceChanged();
            context.done(to);
        }));
}

void setDisplayName(CommandContext &context, Session &session, const ReplyTo &to, const SetDisplayName &message)
{
    const auto name = checkDisplayName(message.displayName);
    if (!name || context.lookAlike.mixesScripts(*name)) {
        const Error mixed{ ErrorCode::InvalidDisplayName, u"mixes scripts"_s,
            { QString::number(text_limits::MaxDisplayNameGraphemes) }, {} };
        context.refuse(to, name ? mixed : name.error());
        return;
    }
    const Account *account = context.accountOf(session);
    const QList<QString> skeletons = context.lookAlike.skeletonsOfAll({ account->login, *name });
    if (context.state.accounts.lookingLike(skeletons, account->id).isValid()) {
        context.refuse(to, { ErrorCode::NameLooksAlike, {}, {}, {} });
        return;
    }
    AccountChange change{ .account = account->id };
    change.displayName = *name;
    change.skeletons = skeletons;
    context.store.changeAccount(
        change, context.whenStored<void>(to, [&context, to, id = account->id, name = *name, skeletons] {
            Account changed = *context.state.accounts.find(id);
            changed.displayName = name;
            context.state.accounts.put(changed);
            context.state.accounts.putSkeletons(id, skeletons);
            context.done(to);
            context.outbound.broadcast(
                Audience::LoggedIn, encodeFrame(ProfileChanged{ profileOf(changed, context.presence), changed.role }));
        }));
}

} // namespace salon::server
