// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/codec.h"
#include "shared/protocol/frame_view.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages/all.h"

#include <QCborArray>
#include <QCborStreamReader>
#include <QCborValue>
#include <cstdlib>

// The first byte says how the rest is cut; the rest is what a connection receives.

using namespace salon;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

QList<QByteArray> framesOf(QByteArrayView stream, qsizetype step)
{
    FrameDecoder decoder(wire_limits::MaxFrameToServer);
    QList<QByteArray> payloads;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        decoder.feed(stream.sliced(at, std::min(step, stream.size() - at)));
        while (const auto next = decoder.next()) {
            if (!*next)
                return payloads;
            payloads.append(**next);
        }
        require(decoder.heldBytes() <= qsizetype(wire_limits::MaxFrameToServer) + FramePrefixBytes);
    }
    return payloads;
}

/// What is accepted says the same when it is written and read again.
template <class M>
void checkMessage(const Envelope &envelope)
{
    const auto decoded = decode<M>(envelope);
    if (!decoded)
        return;
    const QByteArray frame = encodeFrame(*decoded, envelope.correlation);
    const auto again = openEnvelope(frame.mid(FramePrefixBytes));
    require(again && again->type == envelope.type && again->correlation == envelope.correlation);
    const auto second = decode<M>(*again);
    require(second && *second == *decoded);
    require(encodeFrame(*second, again->correlation) == frame);
}

/// Whatever the bytes are: the view covers them, and hiding changes nothing but what is hidden, once and for all.
void checkView(const QByteArray &payload, bool isWellFormed)
{
    QByteArray frame(FramePrefixBytes, '\0');
    frame += payload;
    finishFrame(frame);
    const FrameView view = viewFrame(frame);
    require(!isWellFormed || view.isUnderstood);
    QByteArray hidden = frame;
    hideSecrets(hidden);
    require(hidden.size() == frame.size() && viewFrame(hidden).stretches == view.stretches);
    qsizetype at = 0;
    for (const FrameStretch &stretch : view.stretches) {
        require(stretch.at == at && stretch.size > 0);
        require(stretch.kind == FrameByteKind::Hidden || hidden.mid(at, stretch.size) == frame.mid(at, stretch.size));
        at += stretch.size;
    }
    require(at == frame.size());
}

void checkPayload(const QByteArray &payload)
{
    const auto envelope = openEnvelope(payload);
    checkView(payload, envelope.has_value());
    if (!envelope)
        return;
    // What our shape check accepts, Qt's reader accepts too.
    QCborParserError error{};
    const auto tree = QCborValue::fromCbor(payload, &error);
    require(error.error == QCborError::NoError && tree.isArray() && tree.toArray().size() == 3);
#define SALON_CHECK(name, number, role)                                                                                \
    if (envelope->is(MessageType::name))                                                                               \
        checkMessage<name>(*envelope);
    SALON_MESSAGES(SALON_CHECK)
#undef SALON_CHECK
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView stream(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const QList<QByteArray> payloads = framesOf(stream, 1 + data[0]);
    require(payloads == framesOf(stream, std::max<qsizetype>(1, stream.size())));
    for (const QByteArray &payload : payloads)
        checkPayload(payload);
    checkPayload(stream.toByteArray()); // without a length, so that the fuzzer need not keep it right
    return 0;
}
