// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/forwarded_text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// Every sign that Markdown could take for one of its own.
QString escaped(const QString &line)
{
    QString safe;
    safe.reserve(line.size());
    for (const QChar c : line) {
        if (QStringView(u"\\`*_~|[]()<>#+-.!{}&=:").contains(c))
            safe.append(u'\\');
        safe.append(c);
    }
    return safe;
}

} // namespace

QString forwardedText(const QString &comment, const QString &author, const QString &text, TextFormat format)
{
    QStringList lines;
    if (!comment.trimmed().isEmpty())
        lines << comment.trimmed() << QString();
    lines.append(u"> **"_s + escaped(author) + u"**"_s);
    if (text.isEmpty()) // files without words
        return lines.join(u'\n');
    if (format != TextFormat::Action)
        lines.append(u">"_s);
    const QStringList said = text.split(u'\n');
    for (const QString &line : said)
        lines.append((u"> "_s + (format == TextFormat::Plain ? escaped(line) : line)).trimmed());
    return lines.join(u'\n');
}

} // namespace salon
