// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/message_link.h"

#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxChars = 512;

/// Plain digits without sign; 0: it is no such number.
qint64 numberFrom(const QString &text)
{
    const bool isDigits = !text.isEmpty() && text.size() <= 18
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isDigits ? text.toLongLong() : 0;
}

} // namespace

QString MessageLink::toString() const
{
    QUrl url;
    url.setScheme(u"salon"_s);
    url.setHost(host);
    url.setPort(port);
    url.setPath(seq > 0 ? u"/room/%1/%2"_s.arg(room.value).arg(seq) : u"/room/%1"_s.arg(room.value));
    return url.toString(QUrl::FullyEncoded);
}

Result<MessageLink> MessageLink::parse(const QString &text)
{
    const QUrl url(text.size() <= MaxChars ? text : QString(), QUrl::StrictMode);
    const QStringList path = url.path().split(u'/');
    const bool hasShape = url.isValid() && url.scheme() == "salon"_L1 && !url.host().isEmpty()
        && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() && (path.size() == 3 || path.size() == 4)
        && path[0].isEmpty() && path[1] == "room"_L1;
    if (!hasShape)
        return fail(ErrorCode::InvalidAddress);
    MessageLink link;
    link.host = url.host();
    link.port = quint16(url.port(wire_limits::DefaultPort));
    link.room = RoomId{ numberFrom(path[2]) };
    link.seq = path.size() == 4 ? numberFrom(path[3]) : 0;
    if (!link.room.isValid() || (path.size() == 4 && link.seq == 0) || link.port == 0)
        return fail(ErrorCode::InvalidAddress);
    return link;
}

bool MessageLink::leadsTo(const JoinLink &server) const
{
    return host.compare(server.host, Qt::CaseInsensitive) == 0 && port == server.port;
}

} // namespace salon
