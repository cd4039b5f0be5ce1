// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/guest_book.h"

#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {

GuestBook::GuestBook(const Accounts &accounts, const LookAlike &lookAlike)
    : m_accounts(accounts)
    , m_lookAlike(lookAlike)
{
}

QString GuestBook::enter(GuestId guest, const QString &pattern)
{
    const QString plain = pattern.arg(guest.value);
    QString name = plain;
    QList<QString> skeletons = m_lookAlike.skeletons(name);
    for (int again = 2; isTaken(skeletons, guest); ++again) {
        name = plain + u'-' + QString::number(again);
        skeletons = m_lookAlike.skeletons(name);
    }
    put(guest, name, skeletons);
    return name;
}

Result<QString> GuestBook::rename(GuestId guest, const QString &wish)
{
    const auto name = checkDisplayName(wish);
    if (!name)
        return name;
    const bool isOneWord
        = std::none_of(name->begin(), name->end(), [](QChar c) { return c.isSpace() || c == u':' || c == u'/'; });
    if (!isOneWord || m_lookAlike.mixesScripts(*name))
        return fail(ErrorCode::InvalidDisplayName, {}, { QString::number(text_limits::MaxDisplayNameGraphemes) });
    const QList<QString> skeletons = m_lookAlike.skeletons(*name);
    if (isTaken(skeletons, guest))
        return fail(ErrorCode::NameLooksAlike);
    leave(guest);
    put(guest, *name, skeletons);
    return *name;
}

void GuestBook::leave(GuestId guest)
{
    for (const QString &skeleton : m_guests.take(guest).skeletons)
        m_bySkeleton.remove(skeleton);
}

bool GuestBook::isTaken(const QList<QString> &skeletons, GuestId except) const
{
    const bool isGuests = std::any_of(skeletons.begin(), skeletons.end(), [&](const QString &skeleton) {
        const GuestId owner = m_bySkeleton.value(skeleton);
        return owner.isValid() && owner != except;
    });
    return isGuests || m_accounts.lookingLike(skeletons, {}).isValid();
}

void GuestBook::put(GuestId guest, const QString &name, const QList<QString> &skeletons)
{
    m_guests.insert(guest, { name, skeletons });
    for (const QString &skeleton : skeletons)
        m_bySkeleton.insert(skeleton, guest);
}

std::optional<QString> textAfterName(const QString &text, const QString &name)
{
    if (name.isEmpty() || !text.startsWith(name, Qt::CaseInsensitive))
        return std::nullopt;
    QString rest = text.mid(name.size());
    if (rest.isEmpty())
        return rest;
    if (!rest.front().isSpace() && rest.front() != u':' && rest.front() != u',')
        return std::nullopt;
    if (!rest.front().isSpace())
        rest.remove(0, 1);
    return rest.trimmed();
}

} // namespace salon::server
