// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "scripted_server.h"

#include "shared/protocol/codec.h"
#include "shared/protocol/version.h"

using namespace Qt::StringLiterals;

namespace salon::test {
namespace {

class ScriptedChannel : public Channel
{
public:
    explicit ScriptedChannel(ScriptedServer &server)
        : m_server(server)
    {
    }

    void open(const JoinLink &, const QByteArray &pin) override
    {
        ++m_server.connections;
        later([this, pin] {
            if (m_server.hangs)
                return;
            if (m_server.unreachable) {
                Q_EMIT closed(*m_server.unreachable);
                return;
            }
            Q_EMIT connected();
            later([this, pin] {
                if (!pin.isEmpty() && pin != m_server.pin)
                    Q_EMIT keyDiffers(m_server.pin);
                else
                    Q_EMIT opened(m_server.pin);
            });
        });
    }

    void send(const QByteArray &frame) override
    {
        const Result<Envelope> request = openEnvelope(frame.sliced(FramePrefixBytes));
        Q_ASSERT(request);
        const QByteArray reply = m_server.answer(*request);
        if (!reply.isEmpty())
            later([this, reply] { Q_EMIT received(*openEnvelope(reply.sliced(FramePrefixBytes))); });
    }

    void close() override { m_isClosed = true; }

private:
    void later(const std::function<void()> &what)
    {
        QMetaObject::invokeMethod(
            this,
            [this, what] {
                if (!m_isClosed)
                    what();
            },
            Qt::QueuedConnection);
    }

    ScriptedServer &m_server;
    bool m_isClosed = false;
};

QByteArray failure(ErrorCode code, quint64 correlation)
{
    Failed failed;
    failed.code = quint32(code);
    return encodeFrame(failed, correlation);
}

QByteArray welcomedAs(const QString &login, const QString &name, quint64 correlation)
{
    LoggedIn self;
    self.account = AccountId{ 7 };
    self.login = login;
    self.displayName = name.isEmpty() ? login : name;
    self.device = DeviceId{ 3 };
    return encodeFrame(self, correlation);
}

} // namespace

ChannelFactory ScriptedServer::factory()
{
    return [this] {
        return std::make_unique<ScriptedChannel>(*this);
    };
}

QByteArray ScriptedServer::welcome(quint64 correlation) const
{
    Welcome welcome;
    welcome.version = ProtocolVersion;
    welcome.serverId = QByteArray(16, 's');
    welcome.name = u"Le quartier"_s;
    welcome.epoch = QByteArray(16, 'e');
    welcome.registration = policy;
    welcome.nonce = QByteArray(32, 'n');
    welcome.limits = { 16384, 4000, 512, 16 };
    return encodeFrame(welcome, correlation);
}

QByteArray ScriptedServer::registered(const Register &message, quint64 correlation)
{
    registrations.append(message);
    if (message.invitation.isEmpty() && policy != RegistrationPolicy::Open)
        return failure(
            policy == RegistrationPolicy::Closed ? ErrorCode::RegistrationClosed : ErrorCode::InvitationNeeded,
            correlation);
    if (!message.invitation.isEmpty() && message.invitation != invitation)
        return failure(ErrorCode::InvitationUnknown, correlation);
    if (knowsDevice)
        return failure(ErrorCode::DeviceProofInvalid, correlation);
    if (takenLogins.contains(message.login))
        return failure(ErrorCode::LoginTaken, correlation);
    return welcomedAs(message.login, message.displayName, correlation);
}

QByteArray ScriptedServer::answer(const Envelope &request)
{
    if (request.is(MessageType::Hello))
        return welcome(request.correlation);
    if (request.is(MessageType::Register))
        return registered(*decode<Register>(request), request.correlation);
    if (request.is(MessageType::LoginWithKey)) {
        ++keyLogins;
        return knowsDevice ? welcomedAs(account, {}, request.correlation)
                           : failure(ErrorCode::DeviceUnknown, request.correlation);
    }
    if (request.is(MessageType::LoginWithPassword)) {
        logins.append(*decode<LoginWithPassword>(request));
        return logins.constLast().login == account && logins.constLast().password == password
            ? welcomedAs(account, {}, request.correlation)
            : failure(ErrorCode::WrongCredentials, request.correlation);
    }
    return {}; // what comes after the login is not its business
}

} // namespace salon::test
