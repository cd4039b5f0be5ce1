// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/mention_finder.h"

#include "shared/base/text_limits.h"

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

/// The account of the longest login that `token` begins with, when only punctuation follows in it.
AccountId resolve(QString token, const std::function<AccountId(const QString &)> &memberCalled)
{
    while (!token.isEmpty()) {
        if (const AccountId account = memberCalled(token); account.isValid())
            return account;
        if (token.back().isLetterOrNumber())
            break;
        token.chop(1);
    }
    return {};
}

} // namespace

QList<AccountId> findMentions(const QString &text, const std::function<AccountId(const QString &login)> &memberCalled)
{
    QList<AccountId> found;
    qsizetype at = text.indexOf(u'@');
    for (; at != -1 && found.size() < MaxMentions; at = text.indexOf(u'@', at + 1)) {
        if (at > 0 && (isWordChar(text[at - 1]) || isLoginChar(text[at - 1])))
            continue;
        qsizetype end = at + 1;
        while (end < text.size() && isLoginChar(text[end]))
            ++end;
        // A little more than a login may take: punctuation that follows it.
        const bool endsAWord = end == text.size() || !isWordChar(text[end]);
        if (end == at + 1 || end - at > text_limits::MaxLoginChars + 8 || !endsAWord)
            continue;
        const AccountId account = resolve(text.mid(at + 1, end - at - 1).toLower(), memberCalled);
        if (account.isValid() && !found.contains(account))
            found.append(account);
    }
    return found;
}

} // namespace salon::server
