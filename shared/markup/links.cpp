// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/links.h"

#include <QUrl>
#include <array>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxAddressChars = 2048;
constexpr std::array Starts{ "http://"_L1, "https://"_L1, "salon://"_L1, "mailto:"_L1 };

/// An invisible or turning character never hides in a target.
bool endsAddress(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return c == u'<' || c == u'>' || c == u'"' || c == u'`';
    }
}

/// Neither the full stop of the sentence nor the bracket around it belongs to an address, nor what makes text bold.
qsizetype withoutPunctuation(QStringView address)
{
    qsizetype opened = address.count(u'(');
    qsizetype closed = address.count(u')');
    while (!address.isEmpty()) {
        const QChar last = address.back();
        if (last == u')' && opened >= closed)
            break;
        if (!QStringView(u".,;:!?'\")]}»…*_~|").contains(last))
            break;
        opened -= last == u'(' ? 1 : 0;
        closed -= last == u')' ? 1 : 0;
        address.chop(1);
    }
    return address.size();
}

qsizetype startLength(QStringView text, qsizetype at)
{
    for (const QLatin1StringView start : Starts) {
        if (text.sliced(at).startsWith(start, Qt::CaseInsensitive))
            return start.size();
    }
    return 0;
}

} // namespace

std::optional<QString> linkTarget(const QString &address)
{
    if (address.size() > MaxAddressChars)
        return {};
    const QUrl url(address, QUrl::TolerantMode);
    const QString scheme = url.scheme();
    const bool hasHost = scheme == "http"_L1 || scheme == "https"_L1 || scheme == "salon"_L1;
    if (!url.isValid() || !(hasHost || scheme == "mailto"_L1) || (hasHost ? url.host() : url.path()).isEmpty())
        return {};
    return QString::fromLatin1(url.toEncoded());
}

qsizetype addressLength(QStringView text, qsizetype at)
{
    const qsizetype start = startLength(text, at);
    if (start == 0 || (at > 0 && (text[at - 1].isLetterOrNumber() || text[at - 1].isSurrogate())))
        return 0;
    qsizetype end = at + start;
    while (end < text.size() && end - at < MaxAddressChars && !endsAddress(text[end]))
        ++end;
    const qsizetype length = withoutPunctuation(text.sliced(at, end - at));
    return length > start ? length : 0;
}

QList<LinkSpan> findLinks(QStringView text, qsizetype limit)
{
    QList<LinkSpan> found;
    for (qsizetype colon = text.indexOf(u':'); colon >= 0 && found.size() < limit;
         colon = text.indexOf(u':', colon + 1)) {
        for (const QLatin1StringView start : Starts) {
            const qsizetype at = colon - start.indexOf(u':');
            if (at < 0 || !text.sliced(at).startsWith(start, Qt::CaseInsensitive))
                continue;
            const qsizetype length = addressLength(text, at);
            if (length > 0) {
                if (const auto url = linkTarget(text.sliced(at, length).toString()))
                    found.append({ at, length, *url });
                colon = at + length - 1; // also past what leads nowhere: each sign is looked at once
            }
            break;
        }
    }
    return found;
}

} // namespace salon
