// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/mention_finder.h"

#include "shared/base/text_limits.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qsizetype MaxMentions = 64;

bool isLoginChar(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_'
        || c == u'-';
}

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'@';
}

/// Calls `take` with each word behind an @ that may be a login, in lower case and with the punctuation that follows it,
/// until it gives false.
void forEachName(const QString &text, const std::function<bool(const QString &)> &take)
{
    qsizetype at = text.indexOf(u'@');
    for (; at != -1; at = text.indexOf(u'@', at + 1)) {
        if (at > 0 && (isWordChar(text[at - 1]) || isLoginChar(text[at - 1])))
            continue;
        qsizetype end = at + 1;
        while (end < text.size() && isLoginChar(text[end]))
            ++end;
        // A little more than a login may take: punctuation that follows it.
        const bool endsAWord = end == text.size() || !isWordChar(text[end]);
        if (end == at + 1 || end - at > text_limits::MaxLoginChars + 8 || !endsAWord)
            continue;
        if (!take(text.mid(at + 1, end - at - 1).toLower()))
            return;
    }
}

/// Calls `isFound` with `token` and with what is left of it without the punctuation at its end, until it gives true.
bool resolve(QString token, const std::function<bool(const QString &)> &isFound)
{
    while (!token.isEmpty()) {
        if (isFound(token))
            return true;
        if (token.back().isLetterOrNumber())
            break;
        token.chop(1);
    }
    return false;
}

} // namespace

QList<AccountId> findMentions(const QString &text, const std::function<AccountId(const QString &login)> &memberCalled)
{
    QList<AccountId> found;
    forEachName(text, [&](const QString &name) {
        AccountId account;
        const bool isLogin = resolve(name, [&](const QString &login) {
            account = memberCalled(login);
            return account.isValid();
        });
        if (isLogin && !found.contains(account))
            found.append(account);
        return found.size() < MaxMentions;
    });
    return found;
}

Call findCall(const QString &text)
{
    Call call = Call::Nobody;
    forEachName(text, [&](const QString &name) {
        if (resolve(name, [](const QString &word) { return word == "room"_L1; }))
            call = Call::Room;
        else if (call == Call::Nobody && resolve(name, [](const QString &word) { return word == "here"_L1; }))
            call = Call::Here;
        return call != Call::Room;
    });
    return call;
}

} // namespace salon::server
