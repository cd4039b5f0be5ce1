// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/join_link.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr auto Base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype MaxLinkChars = 1024;

/// "host", "host:port", "::1", "[::1]:port", "fe80::1%eth0" as the authority of a URL.
QString authorityOf(QString address)
{
    if (address.contains(u'%') && !address.contains("%25"_L1))
        address.replace(u'%', "%25"_L1); // the zone of a link-local address, RFC 6874
    const bool bareIpv6 = address.count(u':') > 1 && !address.startsWith(u'[');
    return bareIpv6 ? u'[' + address + u']' : address;
}

Result<JoinLink> invalid(const QString &text)
{
    return fail(ErrorCode::InvalidAddress, {}, { text.left(80) });
}

} // namespace

QString JoinLink::toString() const
{
    if (host.startsWith("unix:"_L1))
        return host;
    QUrl url;
    url.setScheme(plain ? u"salon+plain"_s : u"salon"_s);
    url.setHost(host);
    url.setPort(port);
    url.setPath(u"/"_s);
    QUrlQuery query;
    if (!pin.isEmpty())
        query.addQueryItem(u"key"_s, QString::fromLatin1(pin.toBase64(Base64Url)));
    if (!invitation.isEmpty())
        query.addQueryItem(u"invite"_s, QString::fromLatin1(QUrl::toPercentEncoding(invitation)));
    if (!query.isEmpty())
        url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

Result<JoinLink> JoinLink::parse(const QString &raw)
{
    const QString text = raw.trimmed();
    if (text.isEmpty() || text.size() > MaxLinkChars)
        return invalid(text);
    JoinLink link;
    if (text.startsWith("unix:"_L1)) {
        if (text.size() <= 5 || text.contains(QChar(u'\0'))) // a path ends there for the system
            return invalid(text);
        link.host = text;
        return link;
    }
    if (text.startsWith("salon:/"_L1, Qt::CaseInsensitive) && !text.startsWith("salon://"_L1, Qt::CaseInsensitive))
        return invalid(text); // else it would be the host "salon", and what stands there a path
    const QUrl url(text.contains("://"_L1) ? text : "salon://"_L1 + authorityOf(text), QUrl::StrictMode);
    link.plain = url.scheme() == "salon+plain"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!link.plain && url.scheme() != "salon"_L1)
        || !url.userInfo().isEmpty() || url.port() == 0)
        return invalid(text);
    link.host = url.host();
    link.port = quint16(url.port(wire_limits::DefaultPort));
    const QUrlQuery query(url);
    link.invitation = query.queryItemValue(u"invite"_s, QUrl::FullyDecoded);
    if (link.invitation.size() > 64)
        return invalid(text);
    if (query.hasQueryItem(u"key"_s)) {
        const auto key = QByteArray::fromBase64Encoding(
            query.queryItemValue(u"key"_s).toLatin1(), Base64Url | QByteArray::AbortOnBase64DecodingErrors);
        if (!key || key.decoded.size() != 32)
            return invalid(text);
        link.pin = key.decoded;
    }
    return link;
}

} // namespace salon
