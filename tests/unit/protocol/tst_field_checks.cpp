// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/limits.h"
#include "shared/protocol/schema.h"
#include "tests/unit/protocol/each_message.h"
#include "tests/unit/protocol/payloads.h"

#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

const wire::RecordInfo *recordNamed(const QString &name)
{
    for (const wire::RecordInfo &info : wire::recordInfos()) {
        if (info.name == name)
            return &info;
    }
    return nullptr;
}

/// "[0*8 RoomId]" -> "RoomId"; empty for what is no list.
QString itemType(const QString &type)
{
    static const QRegularExpression list(u"^\\[0\\*\\d+ (.*)\\]$"_s);
    return list.match(type).captured(1);
}

bool isUnsigned(const QString &type)
{
    static const QRegularExpression number(u"^(uint\\d+|\\w+Id)$"_s);
    if (number.match(type).hasMatch())
        return true;
    for (const wire::EnumInfo &info : wire::enumInfos()) {
        if (info.name == type)
            return true;
    }
    return false;
}

/// A list of one item; braces around a list would copy it with some compilers and wrap it with others.
QCborValue listOf(const QCborValue &item)
{
    QCborArray list;
    list.append(item);
    return list;
}

/// Values of every kind that are wrong for a type.
QList<QCborValue> wrongValues(const QString &type)
{
    QList<QCborValue> wrong{ QCborValue(-1) };
    if (!isUnsigned(type))
        wrong.append(QCborValue(5));
    if (type != "bool"_L1)
        wrong.append(QCborValue(true));
    if (!type.startsWith("tstr"_L1))
        wrong.append(QCborValue(u"text"_s));
    if (!type.startsWith("bstr"_L1)) // 16 bytes would be a cid, 15 are nothing
        wrong.append(QCborValue(QByteArray(15, 'b')));
    if (itemType(type).isEmpty())
        wrong.append(listOf(1));
    else
        wrong.append(listOf(QCborArray()));
    if (!recordNamed(type))
        wrong.append(QCborValue(QCborMap{ { 1, 1 } }));
    else
        wrong.append(QCborValue(QCborMap{ { 1, QCborArray{} } }));
    return wrong;
}

using Change = std::function<void(
    const wire::FieldInfo &field, const QCborMap &owner, const std::function<void(QCborMap)> &put)>;

/// Calls `change` for each field of a record, and of the records inside it; `put` makes the whole message's fields with
/// the owner replaced and hands them on.
void eachField(
    const QString &record, const QCborMap &fields, const std::function<void(QCborMap)> &put, const Change &change)
{
    const auto *info = recordNamed(record);
    QVERIFY2(info, qPrintable(record));
    for (const wire::FieldInfo &field : info->fields) {
        change(field, fields, put);
        const QCborValue value = fields.value(qint64(field.key));
        const QString item = itemType(field.type);
        if (value.isMap() && recordNamed(field.type)) {
            eachField(
                field.type, value.toMap(),
                [&](const QCborMap &inner) {
                    QCborMap outer = fields;
                    outer.insert(qint64(field.key), inner);
                    put(outer);
                },
                change);
        } else if (value.isArray() && recordNamed(item)) {
            eachField(
                item, value.toArray().first().toMap(),
                [&](const QCborMap &inner) {
                    QCborMap outer = fields;
                    outer.insert(qint64(field.key), listOf(inner));
                    put(outer);
                },
                change);
        }
    }
}

/// Levels of arrays and maps.
int depthOf(const QCborValue &value)
{
    int inside = 0;
    if (value.isArray()) {
        for (const QCborValue item : value.toArray())
            inside = std::max(inside, depthOf(item));
    } else if (value.isMap()) {
        for (const auto pair : value.toMap())
            inside = std::max(inside, depthOf(pair.second));
    } else {
        return 0;
    }
    return inside + 1;
}

template <class M>
void eachFieldOf(const Change &change, const std::function<void(const Result<M> &)> &judge)
{
    const auto put = [&](const QCborMap &fields) {
        const Result<M> result = decodePayload<M>(payloadWith(M::Type, fields));
        if (depthOf(fields) < int(wire_limits::MaxDepth)) // the envelope is one more
            judge(result);
        else
            QVERIFY(!result && result.error().code == ErrorCode::MalformedFrame);
    };
    eachField(wire::messageName(M::Type), fieldsOf(sample<M>()), put, change);
}

template <class M>
void expectRefusal(const Result<M> &result, const QString &field, const QCborValue &value)
{
    const QString what = wire::messageName(M::Type) + u'.' + field + u" = "_s + value.toDiagnosticNotation();
    QVERIFY2(!result, qPrintable(what));
    QCOMPARE(result.error().code, ErrorCode::MalformedMessage);
    QCOMPARE(result.error().params.value(0), QString(wire::messageName(M::Type)));
    QVERIFY2(!result.error().params.value(1).isEmpty(), qPrintable(what));
}

template <class M>
void checkWrongTypes()
{
    QString name;
    QCborValue value;
    eachFieldOf<M>(
        [&](const wire::FieldInfo &field, const QCborMap &owner, const auto &put) {
            for (const QCborValue &wrong : wrongValues(field.type)) {
                name = field.name;
                value = wrong;
                QCborMap changed = owner;
                changed.insert(qint64(field.key), wrong);
                put(changed);
            }
        },
        [&](const Result<M> &result) { expectRefusal<M>(result, name, value); });
}

template <class M>
void checkMissingFields()
{
    const wire::FieldInfo *removed = nullptr;
    eachFieldOf<M>(
        [&](const wire::FieldInfo &field, const QCborMap &owner, const auto &put) {
            removed = &field;
            QCborMap changed = owner;
            changed.remove(qint64(field.key));
            put(changed);
        },
        [&](const Result<M> &result) {
            if (removed->presence == wire::Presence::Optional) {
                QVERIFY2(result, qPrintable(removed->name));
            } else {
                expectRefusal<M>(result, removed->name, {});
                QCOMPARE(result.error().params.value(1), removed->name);
            }
        });
}

/// A value of exactly `size` for a type that has a limit.
QCborValue sized(const QString &type, quint32 size, const QCborValue &old)
{
    if (type.startsWith("tstr"_L1))
        return QString(size, u'a');
    if (type.startsWith("bstr"_L1))
        return QByteArray(size, 'b');
    QCborArray list;
    const QCborValue item = old.toArray().isEmpty() ? QCborValue(1) : old.toArray().first();
    for (quint32 i = 0; i < size; ++i)
        list.append(item);
    return list;
}

/// The most that a field takes and one more; nothing for a field without such a border.
using Border = std::function<std::optional<std::pair<QCborValue, QCborValue>>(
    const wire::FieldInfo &field, const QCborValue &old)>;

template <class M>
void checkBorders(const Border &borderOf)
{
    bool above = false;
    QString name;
    eachFieldOf<M>(
        [&](const wire::FieldInfo &field, const QCborMap &owner, const auto &put) {
            const auto border = borderOf(field, owner.value(qint64(field.key)));
            if (!border)
                return;
            name = field.name;
            for (const bool isMore : { false, true }) {
                above = isMore;
                QCborMap changed = owner;
                changed.insert(qint64(field.key), isMore ? border->second : border->first);
                put(changed);
            }
        },
        [&](const Result<M> &result) {
            if (above)
                expectRefusal<M>(result, name, {});
            else
                QVERIFY2(result, qPrintable(name));
        });
}

template <class M>
void checkLimits()
{
    checkBorders<M>([](const wire::FieldInfo &field, const QCborValue &old) {
        std::optional<std::pair<QCborValue, QCborValue>> border;
        if (field.limit > 0)
            border.emplace(sized(field.type, field.limit, old), sized(field.type, field.limit + 1, old));
        return border;
    });
}

template <class M>
void checkNumberRanges()
{
    checkBorders<M>([](const wire::FieldInfo &field, const QCborValue &) {
        std::optional<std::pair<QCborValue, QCborValue>> border;
        if (field.type == "uint32"_L1)
            border.emplace(qint64(0xffff'ffff), qint64(0x1'0000'0000));
        else if (isUnsigned(field.type) && !field.type.startsWith("uint"_L1) && !field.type.endsWith("Id"_L1))
            border.emplace(0xff, 0x100);
        return border;
    });
}

} // namespace

/// Every field of every message, records inside records included, against wrong, missing and oversized values.
class TestFieldChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWrongTypes_data() { eachMessage(); }
    void refusesWrongTypes()
    {
        checkRow([]<class M>() { checkWrongTypes<M>(); });
    }

    void namesAMissingRequiredField_data() { eachMessage(); }
    void namesAMissingRequiredField()
    {
        checkRow([]<class M>() { checkMissingFields<M>(); });
    }

    void takesTheLimitAndRefusesOneMore_data() { eachMessage(); }
    void takesTheLimitAndRefusesOneMore()
    {
        checkRow([]<class M>() { checkLimits<M>(); });
    }

    void refusesNumbersThatDoNotFit_data() { eachMessage(); }
    void refusesNumbersThatDoNotFit()
    {
        checkRow([]<class M>() { checkNumberRanges<M>(); });
    }

    void aStringInAListHasItsOwnLimit()
    {
        for (const int size : { 1024, 1025 }) {
            const QCborMap fields{ { 1, 301 }, { 2, QCborArray{ QString(size, u'x') } } };
            QCOMPARE(decodePayload<Failed>(payloadWith(MessageType::Failed, fields)).has_value(), size == 1024);
        }
    }

    void aCidIsSixteenBytes()
    {
        for (const int size : { 0, 15, 16, 17 }) {
            QCborMap fields = fieldsOf(sample<SendMessage>());
            fields.insert(2, QByteArray(size, 'c'));
            QCOMPARE(decodePayload<SendMessage>(payloadWith(MessageType::SendMessage, fields)).has_value(), size == 16);
        }
    }
};

QTEST_GUILESS_MAIN(TestFieldChecks)
#include "tst_field_checks.moc"
