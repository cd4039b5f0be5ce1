// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/file_name.h"

#include "shared/protocol/discovery_datagram.h"
#include "shared/protocol/messages/peer.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxExtensionBytes = 16;

bool isForbidden(char32_t c)
{
    static constexpr QStringView reserved = u"<>:\"|?*";
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph
        || (c < 0x80 && reserved.contains(QChar(char16_t(c))));
}

QString trimmedEnds(QString name)
{
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return name;
}

/// Keeps the extension, as it says what the file is.
QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= MaxPeerFileNameBytes)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString extension = dot > 0 ? name.mid(dot) : QString();
    const qsizetype extensionBytes = extension.toUtf8().size();
    if (extensionBytes > MaxExtensionBytes)
        return trimmedEnds(cutAtGrapheme(name, MaxPeerFileNameBytes));
    return trimmedEnds(cutAtGrapheme(name.left(dot < 0 ? name.size() : dot), MaxPeerFileNameBytes - extensionBytes))
        + extension;
}

} // namespace

QString safeFileName(const QString &name)
{
    static const QRegularExpression separators(u"[/\\\\]"_s);
    static const QRegularExpression devices(
        u"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\.|$)"_s, QRegularExpression::CaseInsensitiveOption);
    QString safe;
    for (const char32_t c : name.mid(name.lastIndexOf(separators) + 1).toUcs4()) {
        if (!isForbidden(c))
            safe += QString::fromUcs4(&c, 1);
    }
    safe = trimmedEnds(safe);
    if (devices.match(safe).hasMatch())
        safe.prepend(u'_');
    safe = shortened(safe);
    return safe.isEmpty() ? u"file"_s : safe;
}

} // namespace salon
