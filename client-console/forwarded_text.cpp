// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/forwarded_text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

/// Every sign that Markdown could take for one of its own.
QString escaped(const QString &line)
{
    QString text;
    text.reserve(line.size());
    for (const QChar c : line) {
        if (c.unicode() < 0x80 && c.isPrint() && !c.isLetterOrNumber() && !u" @/,;\"'"_s.contains(c))
            text += u'\\';
        text += c;
    }
    return text;
}

} // namespace

QString forwardedText(const RoomEvent &message, const QString &author)
{
    QStringList lines{ u"> **"_s + escaped(author) + u"**"_s };
    if (message.text.isEmpty()) // files without words
        return lines.join(u'\n');
    if (message.format != TextFormat::Action)
        lines.append(u">"_s);
    for (const QString &line : message.text.split(u'\n'))
        lines.append((u"> "_s + (message.format == TextFormat::Plain ? escaped(line) : line)).trimmed());
    return lines.join(u'\n');
}

} // namespace salon::console
