// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/guest_book.h"

#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// What sounds as if it were not a guest who speaks, or is how everybody is addressed.
const QStringList &reservedNames()
{
    static const QStringList names{ u"admin"_s, u"administrator"_s, u"administrateur"_s, u"root"_s, u"server"_s,
        u"serveur"_s, u"system"_s, u"système"_s, u"operator"_s, u"opérateur"_s, u"moderator"_s, u"modérateur"_s,
        u"owner"_s, u"salon"_s, u"classroom"_s, u"room"_s, u"everyone"_s, u"here"_s, u"all"_s, u"tous"_s, u"ici"_s };
    return names;
}

/// A name that looks like a number and has no digit is one only when it is so short: “lO” is, “lol” is not.
constexpr qsizetype LettersOfNumber = 2;

/// Without its accents: “operateur” reads as “opérateur” does.
QString withoutMarks(const QString &name)
{
    QString bare = name.normalized(QString::NormalizationForm_KD);
    bare.removeIf([](QChar c) { return c.isMark(); });
    return bare;
}

} // namespace

GuestBook::GuestBook(const Accounts &accounts, const LookAlike &lookAlike, const QString &serverName)
    : m_accounts(accounts)
    , m_lookAlike(lookAlike)
{
    for (const QString &name : reservedNames() + QStringList{ serverName }) {
        for (const QString &skeleton : m_lookAlike.skeletons(withoutMarks(name)))
            m_reserved.insert(skeleton);
    }
    for (int digit = 0; digit < 10; ++digit) {
        for (const QString &skeleton : m_lookAlike.skeletons(QString::number(digit))) {
            for (const QChar c : skeleton)
                m_digits.insert(c);
        }
    }
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
    if (!isOneWord || m_lookAlike.mixesScripts(*name) || isLikeNumber(*name))
        return fail(ErrorCode::InvalidDisplayName, {}, { QString::number(text_limits::MaxDisplayNameGraphemes) });
    const QList<QString> skeletons = m_lookAlike.skeletons(*name);
    if (isTaken(skeletons, guest) || isReserved(*name))
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

bool GuestBook::isReserved(const QString &name) const
{
    const QList<QString> skeletons = m_lookAlike.skeletons(withoutMarks(name));
    return std::any_of(
        skeletons.begin(), skeletons.end(), [this](const QString &skeleton) { return m_reserved.contains(skeleton); });
}

bool GuestBook::isLikeNumber(const QString &name) const
{
    const auto isDigit = [this](QChar c) {
        return c.isDigit() || m_digits.contains(c);
    };
    const QString plain = name.normalized(QString::NormalizationForm_KC);
    const bool hasDigit = std::any_of(plain.begin(), plain.end(), [](QChar c) { return c.isDigit(); });
    if (!hasDigit && plain.size() > LettersOfNumber)
        return false;
    const QList<QString> skeletons = m_lookAlike.skeletons(plain) << plain;
    return std::any_of(skeletons.begin(), skeletons.end(),
        [&](const QString &skeleton) { return std::all_of(skeleton.begin(), skeleton.end(), isDigit); });
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
