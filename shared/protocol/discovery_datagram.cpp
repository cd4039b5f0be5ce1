// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/discovery_datagram.h"

#include "shared/base/grapheme_cut.h"
#include "shared/base/terminal_text.h"
#include "shared/base/text_checks.h"
#include "shared/protocol/cbor_shape.h"
#include "shared/protocol/wire_value.h"

#include <QBuffer>
#include <QStringDecoder>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

using namespace discovery;

constexpr QByteArrayView RequestMagic("SLN?");
constexpr QByteArrayView ReplyMagic("SLN!");
constexpr char Version = 1;
constexpr qsizetype VersionAt = 4;
constexpr qsizetype NonceAt = 8;
constexpr qsizetype MaxAskedTextBytes = 512;
constexpr qsizetype MinIdBytes = 16;
constexpr qsizetype MaxIdBytes = 32;
constexpr qsizetype PinBytes = 32;
constexpr qsizetype MaxNameBytes = 256;

QByteArray header(QByteArrayView magic, const QByteArray &nonce)
{
    return magic.toByteArray() + Version + QByteArray(3, '\0') + nonce;
}

QByteArray encodeMap(const DiscoveryReply &reply)
{
    QByteArray map;
    QBuffer buffer(&map);
    buffer.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    QCborStreamWriter writer(&buffer);
    wire::writeRecord(writer, reply);
    return map;
}

bool isPossible(const DiscoveryReply &reply)
{
    return (reply.kind == DiscoveryKind::Server || reply.kind == DiscoveryKind::Peer) && reply.id.size() >= MinIdBytes
        && reply.id.size() <= MaxIdBytes && reply.port != 0 && (reply.pin.isEmpty() || reply.pin.size() == PinBytes);
}

bool isPrintable(const QString &text)
{
    bool visible = false;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\n' || c == U'\r' || c == U'\t')
            continue;
        if (!QChar::isPrint(c) || QChar::category(c) == QChar::Other_Format)
            return false;
        visible = visible || !QChar::isSpace(c);
    }
    return visible;
}

} // namespace

QByteArray encodeDiscoveryRequest(const DiscoveryRequest &request)
{
    Q_ASSERT(request.nonce.size() == NonceBytes);
    return header(RequestMagic, request.nonce).leftJustified(request.sizeBytes, '\0');
}

std::optional<DiscoveryRequest> decodeDiscoveryRequest(QByteArrayView datagram)
{
    if (datagram.size() < MinRequestBytes || datagram.size() > MaxDatagramBytes || !datagram.startsWith(RequestMagic))
        return {};
    // The newest version that the asker reads; we answer in the one we write.
    if (datagram[VersionAt] < Version)
        return {};
    return DiscoveryRequest{ datagram.sliced(NonceAt, NonceBytes).toByteArray(), datagram.size() };
}

QByteArray encodeDiscoveryReply(const DiscoveryReply &reply, const DiscoveryRequest &request)
{
    const qsizetype budget = request.sizeBytes - HeaderBytes;
    DiscoveryReply fitting = reply;
    fitting.name = cutAtGrapheme(reply.name, MaxNameBytes);
    QByteArray map = encodeMap(fitting);
    if (map.size() > budget) {
        const qsizetype nameBytes = fitting.name.toUtf8().size();
        fitting.name = cutAtGrapheme(fitting.name, std::max<qsizetype>(0, nameBytes - (map.size() - budget)));
        map = encodeMap(fitting);
    }
    if (map.size() > budget)
        return {};
    return header(ReplyMagic, request.nonce) + map;
}

std::optional<DiscoveryReply> decodeDiscoveryReply(QByteArrayView datagram, QByteArrayView nonce)
{
    if (datagram.size() <= HeaderBytes || datagram.size() > MaxDatagramBytes || !datagram.startsWith(ReplyMagic)
        || datagram[VersionAt] != Version || datagram.sliced(NonceAt, NonceBytes) != nonce)
        return {};
    const QByteArray map = datagram.sliced(HeaderBytes).toByteArray();
    if (!checkCborShape(map))
        return {};
    QCborStreamReader reader(map);
    DiscoveryReply reply;
    wire::ReadContext context;
    if (!wire::readRecord(reader, reply, context) || !isPossible(reply))
        return {};
    reply.name = cutAtGrapheme(checkRoomName(reply.name).value_or(QString()), MaxNameBytes);
    return reply;
}

bool isDiscoveryText(QByteArrayView datagram)
{
    if (datagram.isEmpty() || datagram.size() > MaxAskedTextBytes || datagram.startsWith(RequestMagic)
        || datagram.startsWith(ReplyMagic))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(datagram);
    return !decoder.hasError() && isPrintable(text);
}

QByteArray discoveryTextLine(const QString &name, const QString &address)
{
    const QByteArray tail = ' ' + address.toUtf8() + '\n';
    const qsizetype room = MaxTextBytes - ReplyMagic.size() - 1 - tail.size();
    return ReplyMagic.toByteArray() + ' ' + cutAtGrapheme(safeLineForTerminal(name), room).toUtf8() + tail;
}

} // namespace salon
