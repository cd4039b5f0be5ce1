// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/invitation.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <array>

namespace salon::server {
namespace {

constexpr char Alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base32: no i, l, o, u
constexpr int CodeChars = 26; // 130 bits, the last two of them zero

QString normalForm(const QString &code)
{
    QString normal;
    const QString lower = code.toLower();
    for (const QChar c : lower) {
        if (c == u'o')
            normal += u'0';
        else if (c == u'i' || c == u'l')
            normal += u'1';
        else if (c != u'-' && !c.isSpace())
            normal += c;
    }
    return normal;
}

} // namespace

QString makeCode()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    QString code;
    quint64 bits = 0;
    int held = 0;
    size_t next = 0;
    while (code.size() < CodeChars) {
        if (held < 5) {
            bits = (bits << 32) | (next < random.size() ? random[next++] : 0);
            held += 32;
        }
        held -= 5;
        code += QLatin1Char(Alphabet[(bits >> held) & 31]);
    }
    return code;
}

QByteArray hashCode(const QString &code)
{
    return QCryptographicHash::hash(normalForm(code).toUtf8(), QCryptographicHash::Sha256);
}

bool sameCode(const QString &left, const QString &right)
{
    const QByteArray a = hashCode(left);
    const QByteArray b = hashCode(right);
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

} // namespace salon::server
