// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/mention_matcher.h"

#include "shared/base/text_limits.h"

namespace salon {
namespace {

bool isLoginChar(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_'
        || c == u'-';
}

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !(text[at - 1].isLetterOrNumber() || text[at - 1] == u'@' || text[at - 1] == u'_');
}

} // namespace

QList<MentionSpan> findMentions(const QString &text, const std::function<bool(const QString &)> &isKnown)
{
    QList<MentionSpan> spans;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        if (!startsWord(text, at))
            continue;
        qsizetype length = 0;
        while (
            length <= text_limits::MaxLoginChars && at + 1 + length < text.size() && isLoginChar(text[at + 1 + length]))
            ++length;
        // "@marie." means marie unless there is an account "marie."; so the longest known one counts, of those that end
        // where only punctuation follows.
        for (; length > 0; --length) {
            const QString login = text.mid(at + 1, length).toLower();
            if (isKnown(login)) {
                spans.append({ at, length + 1, login });
                break;
            }
            if (text[at + length].isLetterOrNumber())
                break;
        }
    }
    return spans;
}

} // namespace salon
