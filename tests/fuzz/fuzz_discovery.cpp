// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/discovery_datagram.h"

#include <cstdlib>

// The first byte makes a name longer; the rest is what comes by UDP, to those who ask and to those who answer.

using namespace salon;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView datagram(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const DiscoveryReply own{ DiscoveryKind::Server, QByteArray(16, 'i'), QString(data[0], QChar(0xe9)), 7256,
        QByteArray(32, 'p'), 3, 0 };
    if (const auto request = decodeDiscoveryRequest(datagram)) {
        const QByteArray answer = encodeDiscoveryReply(own, *request);
        require(!answer.isEmpty() && answer.size() <= datagram.size());
        require(!decodeDiscoveryRequest(answer) && !isDiscoveryText(answer));
        require(decodeDiscoveryReply(answer, request->nonce).has_value());
        require(!isDiscoveryText(datagram));
    }
    if (isDiscoveryText(datagram)) {
        const QByteArray line = discoveryTextLine(QString::fromUtf8(datagram), QStringLiteral("192.0.2.7:7256"));
        require(line.size() <= discovery::MaxTextBytes && line.count('\n') == 1 && !isDiscoveryText(line));
    }
    if (datagram.size() < discovery::HeaderBytes)
        return 0;
    const QByteArrayView nonce = datagram.sliced(discovery::HeaderBytes - discovery::NonceBytes, discovery::NonceBytes);
    if (const auto reply = decodeDiscoveryReply(datagram, nonce)) {
        // What is accepted says the same when it is written and read again.
        const DiscoveryRequest large{ nonce.toByteArray(), discovery::MaxDatagramBytes };
        const auto again = decodeDiscoveryReply(encodeDiscoveryReply(*reply, large), nonce);
        require(again && *again == *reply);
    }
    return 0;
}
