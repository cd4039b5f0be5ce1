// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/peer/peer_steps.h"

#include "shared/peer/part_file.h"
#include "shared/peer/peer_limits.h"
#include "shared/protocol/messages/session.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace salon::test {
namespace {

constexpr size_t MaxHeld = 4096; ///< more messages than one read brings
constexpr qsizetype MaxQueued = 8 * 1024 * 1024;
constexpr int StepRounds = 2;
constexpr int LastRounds = 12;
#ifdef MSG_NOSIGNAL
constexpr int SendFlags = MSG_NOSIGNAL;
#else
constexpr int SendFlags = 0; // SO_NOSIGPIPE, below
#endif

/// Without TLS: the key that stands for it.
const QByteArray &pin()
{
    static const QByteArray pin(32, 'p');
    return pin;
}

const PeerIdentity &nearIdentity()
{
    static const PeerIdentity identity = [] {
        PeerIdentity made;
        made.key = DeviceKey::generate();
        made.tls.pin = pin();
        made.name = u"Here"_s;
        return made;
    }();
    return identity;
}

QByteArray hashOf(qsizetype bytes)
{
    return QCryptographicHash::hash(QByteArray(bytes, 'x'), QCryptographicHash::Sha256);
}

template <class T>
T answerOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

/// The rest is zeros.
class PeerSteps::Bytes
{
public:
    explicit Bytes(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    quint8 next()
    {
        if (m_bytes.isEmpty())
            return 0;
        const auto byte = quint8(m_bytes.front());
        m_bytes = m_bytes.sliced(1);
        return byte;
    }
    quint64 number()
    {
        quint64 number = 0;
        const int bytes = next() % 9;
        for (int i = 0; i < bytes; ++i)
            number = (number << 8) | next();
        return number;
    }
    QByteArray some(qsizetype most)
    {
        const qsizetype count = std::min(most, m_bytes.size());
        const QByteArray taken = m_bytes.first(count).toByteArray();
        m_bytes = m_bytes.sliced(count);
        return taken;
    }

private:
    QByteArrayView m_bytes;
};

PeerSteps::PeerSteps(PeerStore &store, JobLane &files, const QString &folder)
    : m_store(store)
    , m_files(files)
    , m_folder(folder)
    , m_farKey(DeviceKey::generate())
    , m_decoder(1024 * 1024)
{
    begin();
}

PeerSteps::~PeerSteps()
{
    cut();
    m_transfers.reset();
    m_talk.reset();
}

/// As when the program starts.
void PeerSteps::begin()
{
    m_transfers.reset();
    m_talk = std::make_unique<PeerConversation>(m_store, m_clock, m_farKey.publicKey);
    m_transfers = std::make_unique<PeerTransfers>(m_store, m_files, m_farKey.publicKey);
    QObject::connect(m_talk.get(), &PeerConversation::directChanged, m_transfers.get(), [this] {
        if (m_talk->isDirect())
            m_transfers->attach(m_talk->link());
        else
            m_transfers->detach();
    });
}

void PeerSteps::open()
{
    std::array<int, 2> ends{ -1, -1 };
    if (m_link || ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        return;
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
#ifdef SO_NOSIGPIPE
        const int on = 1;
        ::setsockopt(end, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
    }
    m_otherEnd = ends[1];
    m_decoder = FrameDecoder(1024 * 1024);
    m_heard.clear();
    m_isOpen = true;
    m_link = std::make_unique<PeerLink>(nearIdentity(), m_flusher, m_clock);
    PeerLink *link = m_link.get();
    QObject::connect(link, &PeerLink::authenticated, link, [this, link] {
        ++m_handshakes;
        if (link->peerKey() == m_farKey.publicKey)
            m_talk->attach(link);
    });
    QObject::connect(link, &PeerLink::received, link, [this](const Envelope &envelope) {
        if (!m_talk->take(envelope))
            (void)m_transfers->take(envelope);
    });
    QObject::connect(link, &PeerLink::closed, link, [this] {
        m_isOpen = false;
        m_talk->detach();
    });
    link->connection().adoptLocal(ends[0]);
}

void PeerSteps::cut()
{
    m_talk->detach();
    m_link.reset();
    if (m_otherEnd >= 0)
        ::close(std::exchange(m_otherEnd, -1));
    m_isOpen = false;
}

void PeerSteps::write(const QByteArray &bytes)
{
    qsizetype written = 0;
    for (int tries = 0; m_otherEnd >= 0 && written < bytes.size() && tries < 100; ++tries) {
        const ssize_t now = ::send(m_otherEnd, bytes.constData() + written, size_t(bytes.size() - written), SendFlags);
        if (now > 0)
            written += now;
        else if (errno != EAGAIN)
            return;
        else
            settle(1);
    }
}

template <wire::Message M>
void PeerSteps::say(const M &message)
{
    write(encodeFrame(message));
}

void PeerSteps::readAll()
{
    std::array<char, 65536> buffer{};
    for (ssize_t bytes = 1; m_otherEnd >= 0 && bytes > 0;) {
        bytes = ::recv(m_otherEnd, buffer.data(), buffer.size(), 0);
        if (bytes > 0)
            m_decoder.feed(QByteArrayView(buffer.data(), qsizetype(bytes)));
    }
    while (const auto next = m_decoder.next()) {
        if (!*next)
            return;
        if (const auto envelope = openEnvelope(**next))
            noteHeard(*envelope);
    }
}

void PeerSteps::noteHeard(const Envelope &envelope)
{
    if (envelope.is(MessageType::PeerHello) || envelope.is(MessageType::PeerProof))
        m_heard.append(envelope);
    if (const auto ready = decode<PeerReady>(envelope); ready && envelope.is(MessageType::PeerReady))
        m_next = ready->received + 1;
    if (const auto received = decode<PeerReceived>(envelope); received && envelope.is(MessageType::PeerReceived))
        m_acknowledged = std::max(m_acknowledged, received->counter);
    if (const auto message = decode<PeerMessage>(envelope); message && envelope.is(MessageType::PeerMessage))
        m_ours.append(message->cid);
    if (const auto wanted = decode<PeerAcceptFile>(envelope); wanted && envelope.is(MessageType::PeerAcceptFile))
        m_wanted = *wanted;
}

void PeerSteps::settle(int rounds)
{
    for (int i = 0; i < rounds; ++i) {
        QCoreApplication::processEvents();
        answerOf(m_files.run([] { return true; }));
        (void)answerOf(m_store.standing(m_farKey.publicKey));
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        readAll();
    }
    if (!m_isOpen && m_link)
        cut();
}

/// The whole handshake, as it should be.
void PeerSteps::shakeHands()
{
    PeerHandshake handshake(m_farKey, u"There"_s, PeerRole::Dialler, pin());
    write(handshake.begin());
    for (int i = 0; i < 4 && !handshake.isDone(); ++i) {
        settle(1);
        for (const Envelope &envelope : std::exchange(m_heard, {})) {
            const auto answers = handshake.take(envelope);
            if (!answers)
                return;
            for (const QByteArray &frame : *answers)
                write(frame);
        }
    }
    settle(1);
}

Cid PeerSteps::cidOf(quint8 number) const
{
    if (number % 16 == 15)
        return {};
    if (number % 16 >= 8 && !m_ours.isEmpty())
        return m_ours.at(number % m_ours.size());
    // The same for every person, as whoever chooses them may choose.
    return Cid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, uchar(number % 8));
}

PeerMessage PeerSteps::message(Bytes &bytes)
{
    PeerMessage message;
    message.cid = cidOf(bytes.next());
    const quint8 order = bytes.next();
    message.counter = order < 224 ? m_next : bytes.number();
    message.timeMs = qint64(bytes.number() >> 1);
    const quint8 kind = bytes.next();
    if (kind % 4 != 0)
        message.text = QString::fromUtf8(bytes.some(kind % 32));
    if (kind >= 128) {
        message.fileName = kind % 8 == 0 ? u"../a"_s : u"a.bin"_s;
        message.fileBytes = kind % 16 == 1 ? bytes.number() : quint64(bytes.next()) * 16;
        message.fileHash = hashOf(qsizetype(message.fileBytes % 8192)).first(kind % 32 == 2 ? 31 : 32);
    }
    if (message.counter == m_next)
        ++m_next;
    if (!message.fileName.isEmpty() && !m_offers.contains(message.cid)) {
        m_offers.insert(message.cid, message.fileBytes);
        m_lastOffer = message.cid;
    }
    return message;
}

void PeerSteps::farStep(int kind, Bytes &bytes)
{
    switch (kind) {
    case 0: {
        PeerReady ready{ bytes.number(), cidOf(bytes.next()), {} };
        for (int i = bytes.next() % 4; i > 0; --i)
            ready.refused.append({ cidOf(bytes.next()), bytes.next() });
        say(ready);
        break;
    }
    case 1:
    case 2:
        say(message(bytes));
        break;
    case 3:
        for (int i = bytes.next(); i > 0; --i) // without waiting for an answer
            say(message(bytes));
        break;
    case 4:
        say(PeerReceived{ bytes.number() });
        break;
    case 5:
        say(PeerRefused{ bytes.number(), bytes.next() });
        break;
    case 6:
        say(PeerAcceptFile{ cidOf(bytes.next()), bytes.number() });
        break;
    case 7:
    case 8: {
        const quint8 order = bytes.next();
        if (m_wanted.cid.isNull())
            m_transfers->accept(m_lastOffer, m_folder + u"/in"_s);
        PeerFileChunk chunk{ m_wanted.cid, m_wanted.offset, {} };
        qsizetype size = std::min<qsizetype>(qsizetype(m_offers.value(chunk.cid) - m_wanted.offset), 4096);
        if (order >= 160)
            size = bytes.next() * 16;
        if (order >= 224)
            chunk = { cidOf(bytes.next()), bytes.number(), {} };
        chunk.data = QByteArray(std::max<qsizetype>(size, 0), order % 32 == 5 ? 'y' : 'x');
        m_wanted.offset += quint64(chunk.data.size());
        say(chunk);
        break;
    }
    case 9:
        say(PeerFileEnd{ cidOf(bytes.next()), PeerFileOutcome(bytes.next() % 8) });
        break;
    case 10: { // a frame of anything
        const QByteArray payload = bytes.some(bytes.next());
        const auto size = quint32(payload.size());
        const std::array<char, 4> prefix{ char(size >> 24), char(size >> 16), char(size >> 8), char(size) };
        write(QByteArray(prefix.data(), qsizetype(prefix.size())) + payload);
        break;
    }
    case 11: // no frame at all
        write(bytes.some(bytes.next() % 16));
        break;
    default:
        write(encodeFrame(Ping{}, bytes.next()));
        break;
    }
}

void PeerSteps::nearStep(int kind, Bytes &bytes)
{
    const QString path = m_folder + u"/in-%1"_s.arg(bytes.next() % 4);
    switch (kind) {
    case 0:
        (void)m_talk->send(u"ours %1"_s.arg(bytes.next()));
        break;
    case 1: {
        const qsizetype size = bytes.next() * 16;
        PeerEntry file;
        file.fileName = u"out"_s;
        file.filePath = m_folder + u"/out-%1"_s.arg(size);
        file.fileBytes = quint64(size);
        file.fileHash = hashOf(size);
        if (QFile out(file.filePath); out.open(QIODevice::WriteOnly))
            out.write(QByteArray(size, 'x'));
        (void)m_talk->offer(file);
        break;
    }
    case 2:
        m_transfers->accept(bytes.next() < 128 ? m_lastOffer : cidOf(bytes.next()), path);
        break;
    case 3:
        m_transfers->pause(cidOf(bytes.next()));
        break;
    case 4:
        m_transfers->decline(cidOf(bytes.next()));
        break;
    case 5:
        m_transfers->withdraw(cidOf(bytes.next()));
        break;
    case 6:
        cut();
        break;
    case 7:
        cut();
        begin();
        break;
    default:
        m_clock.now += bytes.next() * 50;
        m_clock.wall -= bytes.next() * 1000;
        break;
    }
}

void PeerSteps::step(Bytes &bytes)
{
    const quint8 what = bytes.next();
    if (!m_link) {
        open();
        settle(1);
        if (what % 16 != 0) {
            shakeHands();
            say(PeerReady{ 0, {}, {} });
        }
    }
    if (what < 160)
        farStep(what % 13, bytes);
    else
        nearStep(what % 9, bytes);
    if (what % 2 == 0) // otherwise the next one comes while this one is on its way
        settle(StepRounds);
}

void PeerSteps::run(QByteArrayView bytes)
{
    for (Bytes rest(bytes); !rest.isEmpty();)
        step(rest);
    settle(LastRounds);
}

QList<PeerEntry> PeerSteps::entries()
{
    return answerOf(m_store.history(m_farKey.publicKey, 0, 100'000)).value_or(QList<PeerEntry>());
}

qsizetype PeerSteps::taken()
{
    const QList<PeerEntry> all = entries();
    return std::count_if(all.begin(), all.end(), [](const PeerEntry &entry) { return !entry.isMine(); });
}

qsizetype PeerSteps::wholeFiles()
{
    const QList<PeerEntry> all = entries();
    return std::count_if(all.begin(), all.end(),
        [](const PeerEntry &entry) { return !entry.isMine() && entry.file == PeerFileState::Whole; });
}

QString PeerSteps::complaintAbout(const PeerEntry &entry) const
{
    if (entry.cid.isNull())
        return u"an entry without a cid"_s;
    if (entry.isMine())
        return {};
    const bool isFile = entry.file != PeerFileState::None;
    if (entry.text.trimmed().isEmpty() && !isFile)
        return u"an entry that says nothing"_s;
    if (isFile && (entry.fileHash.size() != 32 || entry.fileBytes > MaxPeerFileBytes || entry.fileName.contains(u'/')))
        return u"an offer that is none"_s;
    if (entry.timeMs < 946'684'800'000)
        return u"a time before ours"_s;
    const bool isOver = entry.file == PeerFileState::Declined || entry.file == PeerFileState::Unavailable
        || entry.file == PeerFileState::Damaged || entry.file == PeerFileState::Whole;
    if (isOver && !entry.filePath.isEmpty() && QFile::exists(PartFile::pathOf(entry)))
        return u"a part is left of a file in state %1"_s.arg(int(entry.file));
    if (entry.file == PeerFileState::Whole) {
        QFile file(entry.filePath);
        const bool isThere = file.open(QIODevice::ReadOnly)
            && QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256) == entry.fileHash;
        if (!isThere)
            return u"a whole file is not there, or is another"_s;
    }
    return {};
}

QString PeerSteps::complaint()
{
    const auto standing = answerOf(m_store.standing(m_farKey.publicKey));
    if (!standing)
        return u"the store does not answer: "_s + standing.error().detail;
    if (m_talk->queuedCount() != standing->queued.size())
        return u"%1 wait here, %2 on disk"_s.arg(m_talk->queuedCount()).arg(standing->queued.size());
    if (m_acknowledged > standing->received)
        return u"%1 acknowledged, %2 on disk"_s.arg(m_acknowledged).arg(standing->received);
    if (m_talk->inbox().heldCount() > MaxHeld)
        return u"%1 messages held"_s.arg(m_talk->inbox().heldCount());
    if (m_link && m_link->connection().queuedBytes() > MaxQueued)
        return u"%1 bytes queued"_s.arg(m_link->connection().queuedBytes());
    const QList<PeerEntry> all = entries();
    const auto theirs = std::count_if(all.begin(), all.end(), [](const PeerEntry &one) { return !one.isMine(); });
    if (quint64(theirs) > standing->received)
        return u"%1 stored of %2"_s.arg(theirs).arg(standing->received);
    for (const PeerEntry &entry : all) {
        if (const QString wrong = complaintAbout(entry); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

} // namespace salon::test
