// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "benchmarks/load/load_client.h"

#include "shared/protocol/version.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salon::load {
namespace {

constexpr quint64 HelloCorrelation = 1;
constexpr quint64 RegisterCorrelation = 2;
constexpr quint64 ResumeCorrelation = LastLoginCorrelation;

QString describe(const Envelope &envelope)
{
    const auto failed = decode<Failed>(envelope);
    return failed ? u"refused: %1 %2"_s.arg(QString(errorName(ErrorCode(failed->code))), failed->params.join(u' '))
                  : u"answered with message %1"_s.arg(envelope.type);
}

} // namespace

LoadClient::LoadClient(int number, const JoinLink &link, SSL_CTX *tls, Events &events)
    : m_number(number)
    , m_link(link)
    , m_events(events)
    , m_socket(link.host.toLatin1(), link.port, tls)
    , m_decoder(wire_limits::MaxFrameToClient)
{
}

void LoadClient::ready(bool readable, bool writable)
{
    if (writable || !m_greeted) {
        if (m_socket.pump() && !m_greeted) {
            m_greeted = true;
            ask(Hello{ { ProtocolVersion }, {}, u"salon-load"_s, u"en"_s }, HelloCorrelation);
        }
    }
    if (readable) {
        static std::array<char, 256 * 1024> buffer;
        while (const qsizetype got = m_socket.read(buffer.data(), qsizetype(buffer.size()))) {
            m_decoder.feed(QByteArrayView(buffer.data(), got));
            while (auto payload = m_decoder.next()) {
                if (!*payload)
                    return m_events.failed(*this, u"the stream is not framed"_s);
                take(std::move(**payload));
            }
        }
    }
    if (m_socket.isBroken())
        m_events.failed(*this, u"the connection ended"_s);
}

void LoadClient::take(QByteArray payload)
{
    // [80, 0, …] is an event: known by its first bytes, since there are a great many.
    static const QByteArray eventPrefix = QByteArray::fromHex("83185000");
    if (m_in && payload.startsWith(eventPrefix))
        return m_events.pushed(*this, payload);
    const auto envelope = openEnvelope(std::move(payload));
    if (!envelope)
        return m_events.failed(*this, u"the payload is not a message"_s);
    if (envelope->is(MessageType::Ping))
        return ask(Pong{}, envelope->correlation);
    if (envelope->is(MessageType::Goaway))
        return m_events.failed(*this, u"the server said goodbye"_s);
    if (envelope->is(MessageType::RoomBehind)) // what it missed would have to be fetched: that measures something else
        return m_events.failed(*this, u"fell behind: this machine cannot read as fast as the server writes"_s);
    if (envelope->correlation == 0)
        return;
    if (envelope->correlation <= LastLoginCorrelation)
        takeLoginAnswer(*envelope);
    else
        m_events.answered(*this, *envelope);
}

void LoadClient::takeLoginAnswer(const Envelope &envelope)
{
    if (const auto welcome = decode<Welcome>(envelope)) {
        const DeviceKey key = DeviceKey::generate();
        const auto proof = makeDeviceProof(key, welcome->nonce, m_link.pin, u"load"_s);
        return ask(Register{ u"load%1.%2"_s.arg(QRandomGenerator::global()->generate(), 0, 36).arg(m_number), {}, {},
                       {}, proof },
            RegisterCorrelation);
    }
    if (envelope.is(MessageType::LoggedIn))
        return ask(Resume{}, ResumeCorrelation);
    if (envelope.is(MessageType::Resumed)) {
        m_in = true;
        return m_events.loggedIn(*this);
    }
    m_events.failed(*this, describe(envelope));
}

} // namespace salon::load
