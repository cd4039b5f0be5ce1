// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/frame_view.h"
#include "shared/protocol/schema.h"
#include "tests/unit/protocol/each_message.h"
#include "tests/unit/protocol/payloads.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

/// In every secret value; 30 bytes, so that it fits each of them.
constexpr auto Marker = "tell-nobody-this-is-the-secret";

/// Fields of text or bytes that everybody may see who sees the conversation. A new one belongs here, or gets secret()
/// in its table.
const QSet<QString> &shownFields()
{
    static const QSet<QString> fields{ u"Hello.features"_s, u"Hello.client"_s, u"Hello.locale"_s, u"Welcome.serverId"_s,
        u"Welcome.name"_s, u"Welcome.epoch"_s, u"Welcome.features"_s, u"Welcome.nonce"_s, u"Welcome.software"_s,
        u"Failed.params"_s, u"Goaway.text"_s, u"Register.login"_s, u"Register.displayName"_s,
        u"LoginWithPassword.login"_s, u"LoggedIn.login"_s, u"LoggedIn.displayName"_s, u"CreateRoom.name"_s,
        u"CreateRoom.topic"_s, u"ListRooms.query"_s, u"RenameRoom.name"_s, u"SetTopic.topic"_s,
        u"RoomEvent.authorName"_s, u"RoomEvent.cid"_s, u"RoomEvent.text"_s, u"RoomEvent.params"_s, u"RoomEvent.alias"_s,
        u"ReactionEntry.emoji"_s, u"SendMessage.cid"_s, u"SendMessage.text"_s, u"SendMessage.emoji"_s,
        u"Revision.text"_s, u"ReactionPeople.emoji"_s, u"Sent.cid"_s, u"Resume.epoch"_s, u"FindPeople.query"_s,
        u"SetPresence.statusText"_s, u"SetDisplayName.displayName"_s, u"PeerHello.key"_s, u"PeerHello.nonce"_s,
        u"PeerHello.name"_s, u"PeerHello.features"_s, u"PeerReady.lastCid"_s, u"PeerRefusal.cid"_s,
        u"PeerMessage.cid"_s, u"PeerMessage.text"_s, u"PeerMessage.fileName"_s, u"PeerMessage.fileHash"_s,
        u"PeerAcceptFile.cid"_s, u"PeerFileChunk.cid"_s, u"PeerFileChunk.data"_s, u"PeerFileEnd.cid"_s,
        u"DeviceProof.key"_s, u"DeviceProof.name"_s, u"DeviceEntry.name"_s, u"Profile.login"_s,
        u"Profile.displayName"_s, u"Profile.statusText"_s, u"PresenceEntry.statusText"_s, u"RoomSummary.name"_s,
        u"RoomSummary.topic"_s, u"RoomEvent.folder"_s, u"SendMessage.folder"_s, u"SearchMessages.text"_s,
        u"SearchMessages.fromName"_s, u"SetRoomRules.only"_s, u"OpenUpload.hash"_s, u"UploadChunk.data"_s,
        u"DownloadOpened.hash"_s, u"FileChunk.data"_s, u"FileEntry.hash"_s, u"FileEntry.name"_s,
        u"FileEntry.mediaType"_s, u"FileEntry.path"_s };
    return fields;
}

template <class T>
constexpr bool isStringLike()
{
    if constexpr (wire::IsOptional<T>::value)
        return isStringLike<typename wire::IsOptional<T>::Value>();
    else if constexpr (wire::IsList<T>::value)
        return isStringLike<typename wire::IsList<T>::Item>();
    else
        return std::is_same_v<T, QString> || std::is_same_v<T, QByteArray> || std::is_same_v<T, QUuid>;
}

template <class T>
int mark(T &value);

/// Puts the marker into every secret of a record; how many there are.
template <wire::Record T>
int markRecord(T &record)
{
    int count = 0;
    wire::forEachField<T>([&](const auto &field) {
        auto &value = record.*field.member;
        using Value = std::remove_reference_t<decltype(value)>;
        if (field.secrecy == wire::Secrecy::Shown) {
            count += mark(value);
        } else if constexpr (std::is_same_v<Value, QString>) {
            value = QString::fromLatin1(Marker);
            ++count;
        } else if constexpr (std::is_same_v<Value, QByteArray>) {
            value = Marker;
            ++count;
        } else {
            QFAIL("this test does not know how to mark such a secret");
        }
    });
    return count;
}

template <class T>
int mark(T &value)
{
    if constexpr (wire::IsOptional<T>::value) {
        return value ? mark(*value) : 0;
    } else if constexpr (wire::IsList<T>::value) {
        int count = 0;
        for (auto &item : value)
            count += mark(item);
        return count;
    } else if constexpr (wire::Record<T>) {
        return markRecord(value);
    } else {
        return 0;
    }
}

/// All that a view says.
QByteArray spoken(const QList<FramePart> &parts)
{
    QByteArray text;
    for (const FramePart &part : parts)
        text += part.name.toUtf8() + '|' + part.type.toUtf8() + '|' + part.word.toUtf8() + '|' + part.content + '|'
            + QByteArray::number(part.number) + '|' + QByteArray::number(int(part.shape)) + (part.isHidden ? '-' : '+')
            + QByteArray::number(part.at) + ',' + QByteArray::number(part.size) + '\n' + spoken(part.parts);
    return text;
}

int hiddenParts(const QList<FramePart> &parts)
{
    int count = 0;
    for (const FramePart &part : parts)
        count += (part.isHidden ? 1 : 0) + hiddenParts(part.parts);
    return count;
}

bool isInside(const QList<FramePart> &parts, qsizetype from, qsizetype to)
{
    for (const FramePart &part : parts) {
        if (part.at < from || part.size < 0 || part.at + part.size > to
            || !isInside(part.parts, part.at, part.at + part.size))
            return false;
    }
    return true;
}

/// What holds of any bytes: nothing outside, no gap, hiding changes nothing but what is hidden, and that for good.
void checkView(const QByteArray &frame)
{
    const FrameView view = viewFrame(frame);
    QVERIFY(isInside(view.parts, 0, frame.size()));
    QByteArray hidden = frame;
    hideSecrets(hidden);
    QCOMPARE(hidden.size(), frame.size());
    qsizetype at = 0;
    for (const FrameStretch &stretch : view.stretches) {
        QCOMPARE(stretch.at, at);
        QVERIFY(stretch.size > 0);
        if (stretch.kind != FrameByteKind::Hidden)
            QCOMPARE(hidden.mid(at, stretch.size), frame.mid(at, stretch.size));
        at += stretch.size;
    }
    QCOMPARE(at, frame.size());
    const FrameView again = viewFrame(hidden);
    QCOMPARE(spoken(again.parts), spoken(view.parts));
    QCOMPARE(again.isUnderstood, view.isUnderstood);
    QVERIFY(again.stretches == view.stretches);
}

QByteArray framed(const QByteArray &payload)
{
    QByteArray frame(FramePrefixBytes, '\0');
    frame += payload;
    finishFrame(frame);
    return frame;
}

const FramePart *field(const QList<FramePart> &parts, const QString &name)
{
    for (const FramePart &part : parts) {
        if (part.kind == FramePart::Kind::Field && part.name == name)
            return &part;
        if (const FramePart *below = field(part.parts, name))
            return below;
    }
    return nullptr;
}

template <class M>
void checkSecrets()
{
    M message = sample<M>();
    const int secrets = markRecord(message);
    QByteArray frame = encodeFrame(message, 7);
    QCOMPARE(frame.count(Marker), secrets);
    const FrameView view = viewFrame(frame);
    QVERIFY(view.isUnderstood);
    QCOMPARE(hiddenParts(view.parts), secrets);
    QVERIFY(!spoken(view.parts).contains(Marker));
    int hiddenBytes = 0;
    for (const FrameStretch &stretch : view.stretches) {
        if (stretch.kind != FrameByteKind::Hidden)
            continue;
        QCOMPARE(frame.mid(stretch.at, stretch.size), QByteArray(Marker));
        ++hiddenBytes;
    }
    QCOMPARE(hiddenBytes, secrets);
    hideSecrets(frame);
    QVERIFY(!frame.contains(Marker));
    QVERIFY(!frame.contains("tell") && !frame.contains("secret"));
    checkView(encodeFrame(message, 7));
}

template <class M>
void checkFieldsAreDecided()
{
    wire::forEachField<M>([&]<class Owner, class Value>(const wire::Field<Owner, Value> &field) {
        if (!isStringLike<Value>())
            return;
        const QString name = wire::recordName<M>() + u'.' + QLatin1StringView(field.name);
        const bool isShown = field.secrecy == wire::Secrecy::Shown;
        QVERIFY2(isShown == shownFields().contains(name),
            qPrintable(name + u": put secret() around its row, or list it as shown in this test"_s));
    });
}

template <class M>
void checkNames()
{
    const M message = sample<M>();
    const QByteArray frame = encodeFrame(message, sampleCorrelation(M::Type));
    const FrameView view = viewFrame(frame);
    QVERIFY(view.isUnderstood);
    QCOMPARE(view.type, quint32(M::Type));
    QCOMPARE(view.name, wire::messageName(M::Type));
    QVERIFY(view.role);
    QCOMPARE(view.correlation, sampleCorrelation(M::Type));
    const FramePart &fields = view.parts.last();
    QCOMPARE(fields.kind, FramePart::Kind::Fields);
    qsizetype at = 0;
    wire::forEachField<M>([&]<class Owner, class Value>(const wire::Field<Owner, Value> &row) {
        const FramePart &part = fields.parts[at++];
        QCOMPARE(part.name, QString::fromLatin1(row.name));
        QCOMPARE(part.key, quint64(row.key));
        const Value &value = message.*row.member;
        if (row.secrecy == wire::Secrecy::Hidden)
            return;
        if constexpr (std::is_same_v<Value, QString>) {
            QCOMPARE(part.shape, FramePart::Shape::Text);
            QCOMPARE(part.content, value.toUtf8());
        } else if constexpr (std::is_same_v<Value, QByteArray>) {
            QCOMPARE(part.shape, FramePart::Shape::Bytes);
            QCOMPARE(part.content, value);
        } else if constexpr (std::is_same_v<Value, bool>) {
            QCOMPARE(part.shape, FramePart::Shape::Boolean);
            QCOMPARE(part.number, quint64(value));
        } else if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
            QCOMPARE(part.number, quint64(value));
            QCOMPARE(part.word.isEmpty(), !std::is_enum_v<Value> && part.type.isEmpty());
        } else if constexpr (wire::IsStrongId<Value>::value) {
            QCOMPARE(part.number, quint64(value.value));
            QCOMPARE(part.type, QString(wire::idName(value)));
        } else if constexpr (std::is_same_v<Value, QUuid>) {
            QCOMPARE(part.shape, FramePart::Shape::Uuid);
            QCOMPARE(part.content, value.toRfc4122());
        } else if constexpr (wire::IsList<Value>::value) {
            QCOMPARE(part.shape, FramePart::Shape::List);
            QCOMPARE(part.parts.size(), value.size());
        } else if constexpr (wire::Record<Value>) {
            QCOMPARE(part.type, QString(wire::recordName<Value>()));
        }
    });
    QCOMPARE(at, fields.parts.size());
}

} // namespace

class TestFrameView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSecretIsSeenOrKept_data() { eachMessage(); }
    void noSecretIsSeenOrKept();
    void messagesKnownToHaveSecretsHaveThem();
    void everyFieldIsDecidedUpon_data() { eachMessage(); }
    void everyFieldIsDecidedUpon();
    void fieldsOfRecordsAreDecidedUpon();
    void fieldsHaveTheNamesAndValuesOfTheTables_data() { eachMessage(); }
    void fieldsHaveTheNamesAndValuesOfTheTables();
    void errorsAreCalledByTheirNames();
    void anyBytesAreCoveredAndHiddenForGood_data() { eachMessage(); }
    void anyBytesAreCoveredAndHiddenForGood();
    void secretsOfAnotherShapeAreHidden_data();
    void secretsOfAnotherShapeAreHidden();
    void whatIsNotKnownIsHidden();
    void whatCannotBeReadIsHiddenWhereSecretsAre();
    void hugeCountsEndTheView();
};

void TestFrameView::noSecretIsSeenOrKept()
{
    checkRow([]<class M>() { checkSecrets<M>(); });
}

void TestFrameView::messagesKnownToHaveSecretsHaveThem()
{
    QStringList found;
    for (const MessageInfo &info : messageInfos) {
        withMessage(info.type, [&]<class M>() {
            M message = sample<M>();
            if (markRecord(message) > 0)
                found.append(info.name);
        });
    }
    QCOMPARE(found,
        (QStringList{ u"Register"_s, u"LoginWithPassword"_s, u"LoginWithKey"_s, u"ClaimOwnership"_s,
            u"InvitationCreated"_s, u"ChangePassword"_s, u"PeerProof"_s }));
}

void TestFrameView::everyFieldIsDecidedUpon()
{
    checkRow([]<class M>() { checkFieldsAreDecided<M>(); });
}

void TestFrameView::fieldsOfRecordsAreDecidedUpon()
{
#define SALON_CHECK(name) checkFieldsAreDecided<salon::name>();
    SALON_NESTED_RECORDS(SALON_CHECK)
#undef SALON_CHECK
}

void TestFrameView::fieldsHaveTheNamesAndValuesOfTheTables()
{
    checkRow([]<class M>() { checkNames<M>(); });
}

void TestFrameView::errorsAreCalledByTheirNames()
{
    const FrameView view = viewFrame(encodeFrame(Failed{ quint32(ErrorCode::RoomUnknown), {}, {} }, 7));
    QCOMPARE(field(view.parts, u"code"_s)->word, u"RoomUnknown"_s);
    const FrameView unknown = viewFrame(encodeFrame(Failed{ 70'000, {}, {} }, 7));
    QCOMPARE(field(unknown.parts, u"code"_s)->word, QString());
    QCOMPARE(field(unknown.parts, u"code"_s)->number, 70'000u);
}

void TestFrameView::anyBytesAreCoveredAndHiddenForGood()
{
    checkRow([]<class M>() {
        const QByteArray frame = encodeFrame(sample<M>(), 7);
        for (qsizetype size = 0; size < frame.size(); ++size) {
            checkView(frame.left(size));
            QVERIFY(!viewFrame(frame.left(size)).isUnderstood);
            if (size >= FramePrefixBytes)
                checkView(framed(frame.mid(FramePrefixBytes, size - FramePrefixBytes)));
        }
        for (qsizetype at = 0; at < std::min<qsizetype>(frame.size(), 400); ++at) {
            for (const int mask : { 0x01, 0x20, 0x40, 0x80, 0x1f, 0xff }) {
                QByteArray flipped = frame;
                flipped[at] = char(flipped[at] ^ mask);
                checkView(flipped);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        checkView(frame + 'x');
    });
}

void TestFrameView::secretsOfAnotherShapeAreHidden_data()
{
    QTest::addColumn<QCborValue>("value");
    const QString text = QString::fromLatin1(Marker);
    QTest::newRow("text") << QCborValue(text);
    QTest::newRow("bytes") << QCborValue(QByteArray(Marker));
    QTest::newRow("list") << QCborValue(QCborArray{ text, text });
    QTest::newRow("map") << QCborValue(QCborMap{ { 1, text } });
    QTest::newRow("number") << QCborValue(qint64(0x7465'6c6c'2d6e'6f62)); // "tell-nob"
    QTest::newRow("negative") << QCborValue(-qint64(0x7465'6c6c'2d6e'6f62));
    QTest::newRow("fraction") << QCborValue(5.437e204);
}

void TestFrameView::secretsOfAnotherShapeAreHidden()
{
    QFETCH(QCborValue, value);
    const QCborMap wrongPassword{ { 1, u"marie"_s }, { 2, value } };
    const QCborMap wrongDevice{ { 1, u"marie"_s }, { 3, value } }; // there secrets are inside
    for (const bool isDevice : { false, true }) {
        if (isDevice && value.isMap())
            continue; // that is what a device is
        const QCborMap &fields = isDevice ? wrongDevice : wrongPassword;
        const QByteArray frame = framed(payloadWith(MessageType::LoginWithPassword, fields));
        checkView(frame);
        QByteArray hidden = frame;
        hideSecrets(hidden);
        QVERIFY(!hidden.contains("tell"));
        QVERIFY(hidden != frame);
        const FrameView view = viewFrame(frame);
        QVERIFY(hiddenParts(view.parts) > 0);
        QVERIFY(!spoken(view.parts).contains("tell"));
        QVERIFY(!spoken(view.parts).contains(QByteArray::number(0x7465'6c6c'2d6e'6f62)));
        QVERIFY(spoken(view.parts).contains("marie"));
    }
}

void TestFrameView::whatIsNotKnownIsHidden()
{
    const QString text = QString::fromLatin1(Marker);
    for (const QByteArray &frame :
        { framed(payloadWith(MessageType(999), { { 1, text }, { 2, QCborMap{ { 1, QByteArray(Marker) } } } })),
            framed(payloadWith(MessageType::Typing, { { 1, 5 }, { 77, text } })) }) {
        const FrameView view = viewFrame(frame);
        QVERIFY(view.isUnderstood);
        QVERIFY(!spoken(view.parts).contains("tell"));
        QByteArray hidden = frame;
        hideSecrets(hidden);
        QVERIFY(!hidden.contains("tell"));
        checkView(frame);
    }
}

void TestFrameView::whatCannotBeReadIsHiddenWhereSecretsAre()
{
    const LoginWithPassword login{ u"marie"_s, QString::fromLatin1(Marker), {} };
    QByteArray payload = payloadOf(encodeFrame(login, 7));
    // The text of the password says that it is longer than the frame.
    const qsizetype at = payload.indexOf(Marker);
    payload[at - 1] = char(0xff);
    QByteArray frame = framed(payload);
    QVERIFY(!viewFrame(frame).isUnderstood);
    QVERIFY(!spoken(viewFrame(frame).parts).contains("tell"));
    hideSecrets(frame);
    QVERIFY(!frame.contains("tell"));
    // Where no secret can be, the bytes are what one wants to see.
    QByteArray typing = framed(payloadOf(encodeFrame(Typing{ RoomId{ 5 } }, 0)) + "rest");
    hideSecrets(typing);
    QVERIFY(typing.endsWith("rest"));
    QCOMPARE(viewFrame(typing).stretches.last().kind, FrameByteKind::Unreadable);
}

void TestFrameView::hugeCountsEndTheView()
{
    // [80, 0, {9: a list of 2^32 items …}]
    const FrameView huge = viewFrame(framed(QByteArray::fromHex("83185000a1099a") + QByteArray(4, '\xff')));
    QVERIFY(!huge.isUnderstood);
    // Lists in lists: far more parts than any message has.
    QByteArray many = QByteArray::fromHex("83185000a109") + QByteArray::fromHex("990060");
    for (int i = 0; i < 96; ++i)
        many += QByteArray::fromHex("990fff") + QByteArray(4095, '\0');
    const QByteArray frame = framed(many);
    QVERIFY(!viewFrame(frame).isUnderstood);
    checkView(frame);
}

QTEST_APPLESS_MAIN(TestFrameView)
#include "tst_frame_view.moc"
